#!/usr/bin/env bash
# Prints wirecut's speed: stage by stage on one thread, two threads against one, and a whole process for one story.
#   bench.sh WIRECUT [JSONL...]      without files: the stories of tests/golden, 80 times over
# MB are 1,000,000 bytes of text. Best of three runs; run it on an idle machine.
set -euo pipefail
wirecut=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

inputs=("$@")
if [ ${#inputs[@]} -eq 0 ]; then
  for i in $(seq 80); do
    mkdir "$work/$i"
    cp "$here"/../golden/*.txt "$work/$i"
  done
  inputs=("$work")
fi

# best_wall THREADS: the least wall time of three runs, in seconds
best_wall() {
  for _ in 1 2 3; do
    "$wirecut" --stats -q -j "$1" "${inputs[@]}" 2>&1 >/dev/null | awk '/^wall time/ {print $3}'
  done | sort -g | head -n 1
}

echo "== one thread, stage by stage"
"$wirecut" --stats -q -j 1 "${inputs[@]}" 2>&1 >/dev/null

one=$(best_wall 1) two=$(best_wall 2)
echo "== threads: one $one s, two $two s, ratio $(awk "BEGIN {printf \"%.2f\", $one / $two}")"

echo "== one story of 4 KB, whole process, mean of 50 runs"
yes "$(cat "$here/../../data/samples/embassy.txt")" | head -c 4096 > "$work/story.txt" || true
began=$(date +%s%N)
for _ in $(seq 50); do "$wirecut" "$work/story.txt" > /dev/null; done
echo "$((($(date +%s%N) - began) / 50000)) microseconds"
