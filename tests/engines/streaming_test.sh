#!/usr/bin/env bash
# The filter's contract, on which Spark's pipe, Hadoop Streaming and Beam rest: what they do to a program, done here.
#   streaming_test.sh WIRECUT
source "$(dirname "$0")/shards.sh"

cat shards/* > all.jsonl
mkdir sandbox
cat > engine.py <<'PYTHON'
"""Cuts the input as an engine does, anywhere between lines, and feeds each cut to a process of its own."""
import random, subprocess, sys
command = [sys.argv[1], "--from", "jsonl", "-q", "-j1", "--exit-zero-on-bad-input"]
lines = open("all.jsonl", "rb").read().splitlines(keepends=True)
random.seed(20190502)
cuts = sorted([0, 0, 7, 7, len(lines)] + random.choices(range(len(lines)), k=12))
def run(cut):  # a bare environment, no home, a folder that can't be written to
    done = subprocess.run(command, input=b"".join(cut), capture_output=True, env={}, cwd="sandbox")
    assert done.returncode == 0, done
    assert done.stderr == b"", done.stderr
    return done.stdout
whole = b""
for begin, end in zip(cuts, cuts[1:]):
    records = run(lines[begin:end])
    assert records.count(b"\n") == end - begin, "one line out for one line in"
    assert b"\t" not in records and b"\r" not in records, "a key ends at the first tab"
    if end - begin < 40:
        assert run(lines[begin:end]) == records, "an attempt made twice gives the same bytes"
    whole += records
sys.stdout.buffer.write(whole)
PYTHON
chmod 555 sandbox
python3 engine.py "$wirecut" > got.jsonl || fail 'the contract'
"$wirecut" --from jsonl -q -j1 --exit-zero-on-bad-input < all.jsonl > expected.jsonl
# The one line that is no story is told by its number, which is another in each cut.
grep -v '"error":' got.jsonl > got-stories.jsonl
grep -v '"error":' expected.jsonl > expected-stories.jsonl
expect_same 'the records' got-stories.jsonl expected-stories.jsonl
[ "$(grep -c '"error":' got.jsonl)" -eq 1 ] || fail 'the error record'
[ -z "$(ls -A sandbox)" ] || fail 'files were left'
finish
