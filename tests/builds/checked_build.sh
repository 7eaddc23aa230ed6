#!/usr/bin/env bash
# Builds wirecut anew in one of its checked types, warnings as errors, and runs what that type is for.
#   checked_build.sh SOURCE_DIR BUILD_DIR asan|tsan
# asan: the whole test suite under AddressSanitizer and UndefinedBehaviorSanitizer, asserts on, clang; then each libFuzzer
#   target, the same 300 inputs every time, or new ones for WIRECUT_FUZZ_SECONDS where that is set.
# tsan: the tests with threads under ThreadSanitizer, g++.
set -euo pipefail
source_dir=$1 build_dir=$2 kind=$3

targets=all
case $kind in
  asan) type=Asan compiler=clang++-14 ;;
  tsan) type=Tsan compiler=g++ targets="wirecut golden_test" ;;
  *) echo "unknown kind: $kind" >&2; exit 2 ;;
esac
cmake -S "$source_dir" -B "$build_dir" -DCMAKE_BUILD_TYPE=$type -DCMAKE_CXX_COMPILER=$compiler \
  -DWIRECUT_WERROR=ON > "$build_dir.log" 2>&1 || { tail -n 40 "$build_dir.log"; exit 1; }
# shellcheck disable=SC2086  # the targets are words
cmake --build "$build_dir" -j "$(nproc)" --target $targets >> "$build_dir.log" 2>&1 || { tail -n 40 "$build_dir.log"; exit 1; }

cd "$build_dir"
export ASAN_OPTIONS=detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1 TSAN_OPTIONS=halt_on_error=1
case $kind in
  asan)
    ctest -j "$(nproc)" --output-on-failure --timeout 1200 -E 'dask|slurm|parallel'  # recipes run once are enough
    length=(-seed=1 -runs=300)
    [ -z "${WIRECUT_FUZZ_SECONDS:-}" ] || length=(-max_total_time="$WIRECUT_FUZZ_SECONDS")
    for target in tests/*_fuzz; do
      echo "== $target"
      mkdir -p "corpus/$(basename "$target")"
      "$target" "${length[@]}" -timeout=10 -rss_limit_mb=2048 -max_len=20000 \
        -print_final_stats=1 "corpus/$(basename "$target")" "$source_dir/tests/golden" > "$target.log" 2>&1 ||
        { tail -n 60 "$target.log"; exit 1; }
      grep -E 'number_of_executed_units|average_exec' "$target.log"
    done ;;
  tsan) ctest -j 1 --output-on-failure --timeout 1200 -R golden ;;
esac
