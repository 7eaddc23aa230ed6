#!/usr/bin/env bash
# Prints wirecut's figures on gold data: a line a set.
#   accuracy.sh WIRECUT GOLD_DIR
# GOLD_DIR holds score_AREA.py and AREA/SET/{input.jsonl,gold.jsonl}; the records of a set are made with
# `wirecut --from jsonl < input.jsonl` and handed to its area's scorer, of which the last line is shown.
set -euo pipefail
wirecut=$(realpath "$1") gold=$(realpath "$2")
records=$(mktemp)
trap 'rm -f "$records"' EXIT

for scorer in "$gold"/score_*.py; do
  area=$(basename "$scorer" .py)
  area=${area#score_}
  for input in "$gold/$area"/*/input.jsonl; do
    [ -f "$input" ] || continue
    folder=$(dirname "$input")
    "$wirecut" --from jsonl < "$input" > "$records"
    printf '%-28s %s\n' "$area/$(basename "$folder")" "$(python3 "$scorer" "$folder/gold.jsonl" "$records" | tail -n 1)"
  done
done
