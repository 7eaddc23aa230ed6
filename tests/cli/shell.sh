# Shared by the tests of the command line: source it with the binary as $1. Works in a folder of its own.
wirecut=$(realpath "$1")
work=$(mktemp -d)
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
cd "$work" || exit 1
failures=0

fail() {
  echo "FAILED: $*"
  failures=$((failures + 1))
}

# expect NAME CODE STDOUT-PATTERN STDERR-PATTERN COMMAND...: extended regular expressions; "" wants nothing printed.
expect() {
  local name=$1 code=$2 out=$3 err=$4
  shift 4
  "$@" > out.txt 2> err.txt < "${input:-/dev/null}"
  local got=$?
  [ "$got" -eq "$code" ] || fail "$name: exit $got, not $code: $(head -c 300 err.txt)"
  expect_text "$name: standard output" "$out" out.txt
  expect_text "$name: standard error" "$err" err.txt
}

expect_text() {
  if [ -z "$2" ]; then
    [ ! -s "$3" ] || fail "$1 should be empty: $(head -c 300 "$3")"
  else
    grep -qE -- "$2" "$3" || fail "$1 has no '$2': $(head -c 300 "$3")"
  fi
}

# expect_same NAME FILE FILE
expect_same() { cmp -s "$2" "$3" || fail "$1: $2 and $3 differ"; }

# stories N: JSON Lines of N stories of differing length
stories() {
  local i text
  for ((i = 1; i <= $1; ++i)); do
    text="LISBON, May 2 (Lusa) - Mayor Ana Silva said on Monday that road $i would open. "
    printf '{"id": "s%d", "text": "%s"}\n' "$i" "$(printf "%.0s$text" $(seq $((i % 7 * i % 23 + 1))))"
  done
}

finish() {
  [ $failures -eq 0 ] || { echo "$failures failures"; exit 1; }
  exit 0
}
