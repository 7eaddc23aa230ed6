#!/usr/bin/env bash
# Shards through Dask, with a worker killed in mid-run.   dask_test.sh WIRECUT
source "$(dirname "$0")/shards.sh"

python=/usr/bin/python3  # Debian's, which has Debian's packages
$python -c 'import distributed' 2> /dev/null || skip 'no python3-distributed here'
export HOME=$work
expect 'dask' 0 '' '' env WIRECUT="$wirecut" $python "$engines/dask_run.py" "$shards" out
expect_shards 'dask'
rm -r out
WIRECUT=$work/flaky.sh timeout 100 $python "$engines/dask_run.py" "$shards" out > out.txt 2> err.txt ||
  fail "dask, with a worker killed: $(tail -n 3 err.txt)"
expect_killed 'dask'
expect_shards 'dask, with a worker killed'
finish
