#!/usr/bin/env bash
# Stories through a slow pipe: each record comes out before a byte of the next story goes in.   stream_test.sh WIRECUT
source "$(dirname "$0")/shell.sh"

count=1000
for ((i = 1; i <= count; ++i)); do
  printf '{"id": "s%d", "text": "LISBON, May 2 (Lusa) - Road %d opened on Monday."}\n' $i $i
done > stories.jsonl
"$wirecut" --from jsonl stories.jsonl > expected.jsonl || fail 'the whole file'

# Each line goes in as three pieces, none of which ends where something does.
coproc run { "$wirecut" --from jsonl -j2; }
pid=$run_PID
exec {in}>&"${run[1]}" {out}<&"${run[0]}"
eval "exec ${run[1]}>&- ${run[0]}<&-"
n=0
while IFS= read -r line; do
  printf '%s' "${line:0:9}" >&$in
  printf '%s' "${line:9:31}" >&$in
  printf '%s\n' "${line:40}" >&$in
  IFS= read -r -t 20 record <&$out || { fail "no record of story $((n + 1)) while the pipe is open"; break; }
  printf '%s\n' "$record"
  n=$((n + 1))
done < stories.jsonl > got.jsonl
exec {in}>&-
rest=$(cat <&$out)
exec {out}<&-
wait "$pid" || fail "exit $?"
[ -z "$rest" ] || fail 'more than a record a story'
[ $n -eq $count ] || fail "$n records"
expect_same 'piece by piece' got.jsonl expected.jsonl

# What is read from a file, or came with the beginning of the next line, waits for nothing either.
sed -n 1p stories.jsonl > first.jsonl
coproc run { "$wirecut" --from jsonl first.jsonl -; }
pid=$run_PID
exec {in}>&"${run[1]}" {out}<&"${run[0]}"
eval "exec ${run[1]}>&- ${run[0]}<&-"
read_records() {  # read_records N WHAT
  for ((i = 0; i < $1; ++i)); do
    IFS= read -r -t 20 record <&$out || { fail "$2: no record while the pipe is open"; return; }
    printf '%s\n' "$record" >> got.jsonl
  done
}
: > got.jsonl
read_records 1 'a file before the pipe'
{ sed -n 2,4p stories.jsonl; printf '\n{"id": "s5", '; } >&$in
read_records 3 'three lines and a piece'
sed -n 5p stories.jsonl | cut -c14- >&$in
read_records 1 'the rest of the fourth'
exec {in}>&-
exec {out}<&-
wait "$pid" || fail "exit $?"
head -5 expected.jsonl > expected_five.jsonl
expect_same 'a file and a pipe' got.jsonl expected_five.jsonl

finish
