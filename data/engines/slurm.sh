#!/bin/sh
#SBATCH --job-name=wirecut
#SBATCH --cpus-per-task=1
#SBATCH --open-mode=append
# Shards through wirecut as a Slurm job array: each task takes every n-th file.
#   sbatch --array=0-9 slurm.sh SHARDS OUT [WIRECUT-OPTION...]     WIRECUT=...: the binary
# Each file of SHARDS becomes one of the same name in OUT, which appears when it is whole. Submit it again to go on, or
# let Slurm requeue: a shard that was begun goes on where it stopped. Starting a task takes Slurm most of a second: have
# some tens of them, not one a shard. With --cpus-per-task=8, each runs eight threads.
set -u
shards=$1 out=$2
shift 2
mkdir -p "$out"
number=0 failed=0
for shard in "$shards"/*; do
  target=$out/${shard##*/}
  if [ $((number % SLURM_ARRAY_TASK_COUNT)) -eq $((SLURM_ARRAY_TASK_ID - SLURM_ARRAY_TASK_MIN)) ] && [ ! -e "$target" ]; then
    "${WIRECUT:-wirecut}" -q --exit-zero-on-bad-input --resume -o "$target" "$@" "$shard" || failed=$?
  fi
  number=$((number + 1))
done
exit $failed
