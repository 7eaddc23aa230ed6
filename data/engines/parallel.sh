#!/bin/sh
# Shards through wirecut with GNU parallel, on one machine or on several that share a file system.
#   parallel.sh SHARDS OUT [WIRECUT-OPTION...]     WIRECUT=...: the binary
#   PARALLEL='-S node1,node2' parallel.sh ...      over ssh; SHARDS and OUT are paths that all machines know
# Each file of SHARDS becomes one of the same name in OUT, which appears when it is whole. A shard that fails is tried
# twice more; run it again to go on. What is done is told by OUT itself: parallel's --resume believes its log, and skips
# a shard whose output is gone.
set -eu
shards=$1 out=$2
shift 2
mkdir -p "$out"
find "$shards" -type f -print0 | sort -z | parallel -0 -q --retries 3 sh -c '
  target=$1/${2##*/} shard=$2 wirecut=$3
  shift 3
  [ -e "$target" ] || exec "$wirecut" -q -j1 --exit-zero-on-bad-input --resume -o "$target" "$@" "$shard"' \
  sh "$out" {} "${WIRECUT:-wirecut}" "$@"
