# Shared by the tests of the recipes in data/engines: source it with the binary as $1. Makes 20 shards in shards/, one of
# them long, one empty, one with a line that is no story, and what one process makes of them all: expected.jsonl.
engines=$(realpath "$(dirname "${BASH_SOURCE[0]}")/../../data/engines")
source "$(dirname "${BASH_SOURCE[0]}")/../cli/shell.sh"

# skip REASON: CTest then reports the test as skipped, unless something failed before
skip() {
  [ $failures -eq 0 ] || finish
  echo "SKIPPED: $*"
  exit 77
}

shards=$work/shards  # the name of a file is part of the record of what can't be read
mkdir shards
stories 400 > all.jsonl
for ((i = 0; i < 20; ++i)); do
  sed -n "$((i * 20 + 1)),$((i * 20 + 20))p" all.jsonl > "shards/shard$(printf %02d $i).jsonl"
done
cat all.jsonl all.jsonl > shards/shard07.jsonl
: > shards/shard11.jsonl
echo 'no story' >> shards/shard13.jsonl
"$wirecut" -q -j1 --exit-zero-on-bad-input -o expected.jsonl "$shards"/*

# A wirecut that is killed the first time it comes to the long shard, when it has written some of it.
cat > flaky.sh <<'SHELL'
#!/bin/sh
for shard; do :; done
case $shard in *shard07*) [ -e "$WORK/killed" ] || long=1 ;; esac
[ "${long:-}" ] || exec "$BINARY" "$@"
"$BINARY" "$@" &
pid=$!
until [ -s "$WORK/out/shard07.jsonl.manifest" ]; do sleep 0.01; done
kill -9 $pid
wait $pid
echo $? > "$WORK/killed"
exit 137
SHELL
chmod +x flaky.sh
export WORK=$work BINARY=$wirecut

# expect_shards NAME: the files of out/, one after the other, are what one process makes of all shards
expect_shards() {
  [ "$(ls out)" = "$(ls shards)" ] || fail "$1: other files: $(ls out | tr '\n' ' ')"
  cat out/* > got.jsonl
  expect_same "$1" got.jsonl expected.jsonl
}

# expect_killed NAME: there was a kill, and in mid-run
expect_killed() { [ "$(cat killed 2> /dev/null)" = 137 ] || fail "$1: nobody was killed"; }
