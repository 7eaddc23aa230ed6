#!/usr/bin/env bash
# Prints the speed of wirecut beside that of peers that can be had from npm: the same stories, the whole process, one thread.
#   peers.sh WIRECUT [JSONL]      JSONL with "text" and "published"; without: the stories of tests/golden, 20 times over
# Needs node, npm, jq and the network; installs into a folder that is removed at the end. Least CPU time of three runs, start-up
# included, because that is what a user waits for. No peer does all that wirecut does: its header tells what each one writes.
set -euo pipefail
wirecut=$(realpath "$1")
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ $# -gt 1 ]; then
  cp "$2" "$work/stories.jsonl"
else
  for i in $(seq 20); do "$wirecut" -q --only dates "$here"/../golden/*.txt; done |
    jq -c '{id, text, published: .published.value}' > "$work/stories.jsonl"
fi
cp "$here"/peers/*.mjs "$work"
cd "$work"
npm install --silent --no-audit --no-fund --no-save --ignore-scripts \
  compromise@14.17.0 wink-nlp@2.4.0 wink-eng-lite-web-model@1.8.1 chrono-node@2.10.3

# least_time COMMAND...: user and system seconds
least_time() {
  local TIMEFORMAT='%U %S'
  for _ in 1 2 3; do
    { time "$@" < stories.jsonl > out.jsonl; } 2>&1 | awk '{print $1 + $2}'
    [ "$(wc -l < out.jsonl)" -eq "$(wc -l < stories.jsonl)" ] || { echo "$1: not a record a story" >&2; exit 1; }
  done | sort -g | head -n 1
}

bytes=$(jq -rj .text stories.jsonl | wc -c)
echo "$(wc -l < stories.jsonl) stories, $bytes bytes of text; $(node --version)"
printf '%-42s %9s %9s %9s\n' program 'CPU s' MB/s ratio
row() {
  awk -v name="$1" -v s="$2" -v own="$3" -v bytes="$bytes" \
    'BEGIN { printf "%-42s %9.2f %9.2f %9s\n", name, s, bytes / s / 1e6, sprintf("%.1f : 1", s / own) }'
}
all=$(least_time "$wirecut" --from jsonl -q -j1)
dates=$(least_time "$wirecut" --from jsonl -q -j1 --only dates --no-text)
row 'wirecut, everything' "$all" "$all"
row 'compromise: names, quotations' "$(least_time node compromise.mjs)" "$all"
row 'wink-nlp: parts of speech, amounts' "$(least_time node wink.mjs)" "$all"
row 'wirecut, dates only' "$dates" "$dates"
row 'chrono-node: dates' "$(least_time node chrono.mjs)" "$dates"
