#!/usr/bin/env bash
# Shards through GNU parallel and xargs: the bytes of one process, whatever is killed.   parallel_test.sh WIRECUT
source "$(dirname "$0")/shards.sh"

expect 'xargs' 0 '' '' env WIRECUT="$wirecut" JOBS=2 sh "$engines/xargs.sh" "$shards" out
expect_shards 'xargs'
rm -r out
expect 'xargs, with a worker killed' 123 '' 'Killed' env WIRECUT="$work/flaky.sh" JOBS=2 sh "$engines/xargs.sh" "$shards" out
expect_killed 'xargs'
[ ! -e out/shard07.jsonl ] || fail 'xargs: half a shard has its name'
expect 'xargs, again' 0 '' '' env WIRECUT="$wirecut" JOBS=2 sh "$engines/xargs.sh" "$shards" out
expect_shards 'xargs, again'
rm -r out killed

command -v parallel > /dev/null && parallel --version 2> /dev/null | grep -q '^GNU parallel' || skip 'no GNU parallel here'
export HOME=$work PARALLEL=-j2  # parallel keeps files of its own in the home folder

expect 'parallel' 0 '' '' env WIRECUT="$wirecut" sh "$engines/parallel.sh" "$shards" out
expect_shards 'parallel'
rm -r out
expect 'parallel, with a worker killed' 0 '' '' env WIRECUT="$work/flaky.sh" sh "$engines/parallel.sh" "$shards" out
expect_killed 'parallel'
expect_shards 'parallel, with a worker killed'
rm out/shard0[3-5].jsonl
expect 'what is gone is made anew' 0 '' '' env WIRECUT="$wirecut" sh "$engines/parallel.sh" "$shards" out
expect_shards 'what is gone is made anew'
"$wirecut" -q -j1 --exit-zero-on-bad-input --only quotes --no-text -o expected-quotes.jsonl "$shards"/*
rm -r out
expect 'options' 0 '' '' env WIRECUT="$wirecut" sh "$engines/parallel.sh" "$shards" out --only quotes --no-text
cat out/* > got.jsonl
expect_same 'options' got.jsonl expected-quotes.jsonl
rm -r out

# ---- one big file, cut at line ends
cat shards/* > big.jsonl
"$wirecut" -q --from jsonl --exit-zero-on-bad-input < big.jsonl > expected-big.jsonl
# expect_big NAME: the records in out.txt; of the one line that is no story the number is another in each block
expect_big() {
  grep -v '"error":' out.txt > got.jsonl
  grep -v '"error":' expected-big.jsonl > wanted.jsonl
  expect_same "$1" got.jsonl wanted.jsonl
  [ "$(grep -c '"error":' out.txt)" -eq 1 ] || fail "$1: the error record"
}
filter=("$wirecut" --from jsonl -q -j1 --exit-zero-on-bad-input)
expect 'pipepart' 0 '"id"' '' parallel --pipepart -a big.jsonl -k --block 200K "${filter[@]}"
expect_big 'pipepart'
input=big.jsonl expect 'pipe' 0 '"id"' '' parallel --pipe -k --block 200K "${filter[@]}"
expect_big 'pipe'

# ---- several machines: ssh is played by a shell with an empty environment and another working folder
mkdir elsewhere
cat > ssh.sh <<'SHELL'
#!/bin/sh
while case ${1:-} in -*) true ;; *) false ;; esac; do shift; done
echo "$1" >> "$WORK/hosts"
shift
[ "$1" != -- ] || shift
cd "$WORK/elsewhere" && exec env -i SHELL=/bin/sh PATH="$PATH" WORK="$WORK" BINARY="$BINARY" HOME="$WORK/elsewhere" sh -c "$*"
SHELL
chmod +x ssh.sh
export PARALLEL_SSH=$work/ssh.sh
expect 'pipepart, two machines' 0 '"id"' '' \
  env PARALLEL="-j1 -S node1,node2" parallel --pipepart -a big.jsonl -k --block 200K "${filter[@]}"
expect_big 'pipepart, two machines'
expect 'two machines' 0 '' '' \
  env PARALLEL="-j1 -S node1,node2" WIRECUT="$wirecut" sh "$engines/parallel.sh" "$shards" "$work/out"
expect_shards 'two machines'
[ "$(sort -u hosts | tr '\n' ' ')" = 'node1 node2 ' ] || fail "two machines: $(sort -u hosts)"
rm -r out
rm -f killed
expect 'two machines, with a worker killed' 0 '' '' \
  env PARALLEL="-j1 -S node1,node2" WIRECUT="$work/flaky.sh" sh "$engines/parallel.sh" "$shards" "$work/out"
expect_killed 'two machines'
expect_shards 'two machines, with a worker killed'

finish
