#!/bin/sh
# Shards through wirecut, several at a time, with what every system has.
#   xargs.sh SHARDS OUT [WIRECUT-OPTION...]     JOBS=8: at a time; WIRECUT=...: the binary
# Each file of SHARDS becomes one of the same name in OUT, which appears when it is whole. Run it again to go on.
set -eu
shards=$1 out=$2
shift 2
mkdir -p "$out"
export out WIRECUT="${WIRECUT:-wirecut}"
find "$shards" -type f -print0 | sort -z | xargs -0 -P "${JOBS:-$(nproc)}" -I SHARD sh -c '
  shard=$1 target=$out/${1##*/}
  shift
  [ -e "$target" ] || exec "$WIRECUT" -q -j1 --exit-zero-on-bad-input --resume -o "$target" "$@" "$shard"' sh SHARD "$@"
