#!/usr/bin/env bash
# A batch that is killed at random moments and resumed until it is done has the bytes of an undisturbed one.
#   kill_test.sh WIRECUT [KILLS [FILES]]      8 kills over 200 files by default; 200 5000 for the long run
kills=${2:-8} files=${3:-200}
source "$(dirname "$0")/shell.sh"

RANDOM=20190502
mkdir -p in/a in/b
for ((i = 1; i <= files; ++i)); do
  stories $((i % 5 + 1)) > "in/$([ $((i % 2)) -eq 0 ] && echo a || echo b)/$i.jsonl"
done
"$wirecut" -j2 -o expected.jsonl in
"$wirecut" -j2 --out-dir expected in
began=$(date +%s%N)
"$wirecut" -j2 in > /dev/null
whole_us=$((($(date +%s%N) - began) / 1000))

# run_killed COMMAND...: kills it with 9, 15 or 2 somewhere in its time; true where it was done before. `timeout` sends
# the signal because a child of this shell would take one that comes before its exec for its own, and run the trap that
# removes this folder.
run_killed() {
  local signals=(KILL TERM INT) after
  after=$(printf '0.%06d' $((RANDOM * 32768 % (whole_us < 900000 ? whole_us : 900000) + 1)))
  timeout --foreground --signal="${signals[RANDOM % 3]}" "$after" "$@" 2> /dev/null
}

for ((done_kills = 0; done_kills < kills; ++done_kills)); do
  run_killed "$wirecut" -j$((RANDOM % 3 + 1)) --resume -o records.jsonl in && rm -f records.jsonl
  run_killed "$wirecut" -j$((RANDOM % 3 + 1)) --resume --out-dir records in
  # Now and then a crash also tears what was not yet on the disk.
  if [ $((RANDOM % 4)) -eq 0 ] && [ -s records.jsonl.part ]; then
    truncate -s $(($(stat -c %s records.jsonl.part) * (RANDOM % 100) / 100)) records.jsonl.part
  fi
  if [ $((done_kills % 8)) -eq 7 ] || [ $((done_kills + 1)) -eq "$kills" ]; then
    "$wirecut" --resume -o records.jsonl in || fail "the last run failed: $?"
    cmp -s records.jsonl expected.jsonl || fail "other bytes after $((done_kills + 1)) kills"
    "$wirecut" --resume --out-dir records in || fail "the last run into the folder failed: $?"
    diff -r -x .wirecut-manifest -x '*.part' records expected > diff.txt || fail "other files: $(head -3 diff.txt)"
    rm -rf records records.jsonl*
  fi
done
finish
