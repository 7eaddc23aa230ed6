#!/usr/bin/env bash
# Does memory stay flat over an endless stream? Repeats stories with new ids, and prints the peak memory of a run over 10,000 and
# of one over all; the second may take a tenth more than the first, and 100 MB at most.
#   million.sh WIRECUT [COUNT [JSONL]]      1,000,000 and the stories of tests/golden by default: some minutes
set -euo pipefail
wirecut=$(realpath "$1") count=${2:-1000000}
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ $# -gt 2 ]; then cp "$3" "$work/stories.jsonl"; else "$wirecut" -q --only dates "$here"/../golden/*.txt > "$work/stories.jsonl"; fi

# repeated N: JSON Lines of N stories, ids 0 to N - 1
repeated() {
  python3 - "$1" "$work/stories.jsonl" <<'PYTHON'
import json, sys
stories = [json.dumps({"text": json.loads(line)["text"]})[1:] for line in open(sys.argv[2], encoding="utf-8")]
for i in range(int(sys.argv[1])): sys.stdout.write('{"id": "%d", %s\n' % (i, stories[i % len(stories)]))
PYTHON
}

peak=()
for stories in 10000 "$count"; do
  repeated "$stories" | "$wirecut" --from jsonl -q -j1 --stats 2> "$work/stats.txt" | tail -n 1 > "$work/last.jsonl"
  grep -q "\"id\":\"$((stories - 1))\"" "$work/last.jsonl" || { echo "the last record is not that of the last story" >&2; exit 1; }
  peak+=("$(awk '/^peak memory/ {print $3}' "$work/stats.txt")")
  awk -v n="$stories" '/^stories/ {s = $2} /^wall/ {w = $3} /^peak/ {p = $3}
    END {printf "%9d stories: %7.1f s, %6.0f stories/s, peak memory %.1f MB\n", s, w, s / w, p; exit s != n}' "$work/stats.txt"
done
awk -v small="${peak[0]}" -v large="${peak[1]}" 'BEGIN { exit !(large < 100 && large <= small * 1.1) }' ||
  { echo "memory grows with the stream" >&2; exit 1; }
