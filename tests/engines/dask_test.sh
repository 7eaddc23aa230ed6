#!/usr/bin/env bash
# Shards through Dask, with a worker killed in mid-run.   dask_test.sh WIRECUT
source "$(dirname "$0")/shards.sh"

python=/usr/bin/python3  # Debian's, which has Debian's packages
$python -c 'import distributed' 2> /dev/null || skip 'no python3-distributed here'
export HOME=$work
# run_dask NAME WIRECUT: Dask's own messages (a worker that is slow to stop) are no failure
run_dask() {
  WIRECUT=$2 timeout 300 $python "$engines/dask_run.py" "$shards" out > out.txt 2> err.txt ||
    fail "$1: exit $?: $(tail -n 3 err.txt)"
  expect_shards "$1"
}
run_dask 'dask' "$wirecut"
rm -r out
run_dask 'dask, with a worker killed' "$work/flaky.sh"
expect_killed 'dask'
finish
