#!/usr/bin/env python3
"""Shards through wirecut with Dask.

  dask_run.py SHARDS OUT [WIRECUT-OPTION...]     WIRECUT=...: the binary
                                                 SCHEDULER=tcp://...: a cluster whose machines share a file system;
                                                 without it, a worker a core of this machine

Each file of SHARDS becomes one of the same name in OUT, which appears when it is whole. Dask gives the shards of a worker
that died to another; run it again to go on.
"""
import os
import subprocess
import sys
from pathlib import Path

from distributed import Client, LocalCluster


def analyze(wirecut, shard, target, options):
    if not os.path.exists(target):
        subprocess.run([wirecut, "-q", "-j1", "--exit-zero-on-bad-input", "--resume", "-o", target, *options, shard],
                       check=True, stdin=subprocess.DEVNULL)
    return target


def main():
    shards, out, *options = sys.argv[1:]
    os.makedirs(out, exist_ok=True)
    wirecut = os.environ.get("WIRECUT", "wirecut")
    work = [(str(p.resolve()), str(Path(out).resolve() / p.name)) for p in sorted(Path(shards).iterdir())]
    cluster = os.environ.get("SCHEDULER") or LocalCluster(
        n_workers=os.cpu_count(), threads_per_worker=1, host="127.0.0.1", dashboard_address="127.0.0.1:0")
    with Client(cluster) as client:
        futures = [client.submit(analyze, wirecut, *pair, options, retries=2, pure=False) for pair in work]
        client.gather(futures)


if __name__ == "__main__":
    main()
