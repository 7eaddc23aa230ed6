#!/usr/bin/env bash
# --names FILE: the user's names win and carry the canonical name and id; a bad row stops the run with file and line.
set -u
wirecut=$1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
fail() { echo "FAIL: $*"; exit 1; }

printf 'name,type,canonical,id\nZorblax,org,Zorblax Widgets plc,z1\n' > "$dir/good.csv"
record=$(echo "Zorblax rose." | "$wirecut" --names "$dir/good.csv" --only entities) || fail "exit code $?"
[[ $record == *'"name":"Zorblax Widgets plc"'* ]] || fail "canonical name: $record"
[[ $record == *'"external_id":"z1"'* ]] || fail "id: $record"

printf 'Acme\torg\nRoe\tcompany\n' > "$dir/bad.tsv"
message=$(echo "Zorblax rose." | "$wirecut" --names "$dir/bad.tsv" 2>&1 > "$dir/out")
[[ $? == 2 ]] || fail "exit code of a bad row"
[[ $message == *'bad.tsv:2: unknown type "company"'* ]] || fail "message: $message"
[[ ! -s "$dir/out" ]] || fail "a record in spite of a bad row"

echo x | "$wirecut" --names "$dir/none.tsv" 2> "$dir/err"
[[ $? == 2 && $(cat "$dir/err") == *"can't be read"* ]] || fail "a missing file"
