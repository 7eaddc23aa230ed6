#!/usr/bin/env bash
# Tables hold what the records hold, and other programs read them back.   table_test.sh WIRECUT
source "$(dirname "$0")/shell.sh"

stories 40 > in.jsonl
cat >> in.jsonl <<'JSON'
{"id": "=1+1", "text": "PARIS, May 2 (Reuters) - \"We, the \\ \t people,\" said Ana \"Nina\" Silva of Rio de Janeiro.\n\n\"=A\n1,\u0000 é\" she said in Lisbon, Portugal."}
{"id": "bad", "body": "no text"}
{"id": "-", "text": ""}
JSON
"$wirecut" -q in.jsonl > records.jsonl

cat > compare.py <<'PYTHON'
import csv, json, sys
table, form, raw = sys.argv[1], sys.argv[2], sys.argv[3] == "raw"
data = open(f"{table}.{form}", newline="", encoding="utf-8").read()
if form == "csv":
    assert data.count("\r\n") > 0
    header, *rows = csv.reader(data.splitlines(keepends=True), strict=True)
else:
    def cell(text):
        out, at = "", 0
        while at < len(text):
            step = 2 if text[at] == "\\" else 1
            out += {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}[text[at + 1]] if step == 2 else text[at]
            at += step
        return out
    assert data.endswith("\n") and "\r" not in data
    header, *rows = [[cell(c) for c in line.split("\t")] for line in data[:-1].split("\n")]
assert all(len(row) == len(header) for row in rows)
rows = [dict(zip(header, row)) for row in rows]

def text(value):  # what a cell of text holds
    value = ("" if value is None else value).replace("\0", "\ufffd")
    return "'" + value if not raw and len(value) > 1 and value[0] in "=+-@\t\r\n" else value

def part(value, key): return value[key] if value else None

expected = []
for record in map(json.loads, open("records.jsonl", encoding="utf-8")):
    common = {"story_id": text(record["id"]), "published": part(record.get("published"), "value") or ""}
    error = record.get("error")
    if table == "stories":
        expected.append(common | {"error_kind": part(error, "kind") or "", "error": text(part(error, "message")),
                                  "headline": text(part(record.get("headline"), "text")),
                                  "dateline_place": text(part(record.get("dateline"), "place")),
                                  "quotes": "" if error else str(len(record["quotes"]))})
    items = record.get(table, []) if table != "stories" else []
    if table == "mentions":
        items = [{"entity": e["id"], **m} for e in record.get("entities", []) for m in e["mentions"]]
    for item in items:
        if table == "quotes":
            speaker = item["speaker"]
            cells = {"start": str(item["spans"][0]["start"]), "end": str(item["spans"][-1]["end"]),
                     "speaker": text(part(speaker, "name")), "speaker_entity": part(speaker, "entity") or "",
                     "cue": text(part(item["cue"], "text"))}
        else:
            cells = {"mentions": str(len(item["mentions"]))} if "mentions" in item else {}
        if table == "mentions":
            cells = {"entity": item["entity"], "start": str(item["start"]), "end": str(item["end"])}
        for key in ("id", "type", "text", "name", "code", "country", "value", "kind", "mod"):
            if key in item: cells[key] = text(item[key])
        for key in ("lat", "lon", "geonames", "score", "confidence"):
            if key in item:
                number = rows[len(expected)][key]
                assert (float(number) == item[key]) if item[key] is not None else number == "", (key, number, item)
        expected.append(common | cells)
assert len(rows) == len(expected), (len(rows), len(expected))
for row, cells in zip(rows, expected):
    for key, value in cells.items():
        assert row[key] == value, (key, row[key], value)
assert len(rows) > 2
PYTHON

for table in stories quotes entities mentions places countries dates; do
  for form in csv tsv; do
    "$wirecut" -q -j1 --to $form --table $table in.jsonl > $table.$form
    python3 compare.py $table $form safe || fail "$form of $table"
    "$wirecut" -q -j4 --to $form --table $table -o four.$form in.jsonl
    expect_same "$form of $table by four threads" $table.$form four.$form
    "$wirecut" -q --csv-raw --to $form --table $table in.jsonl > $table.$form
    python3 compare.py $table $form raw || fail "raw $form of $table"
  done
done

expect 'stories by default' 3 '^story_id,published,published_basis,' '' "$wirecut" -q --to csv in.jsonl
expect 'the id defused'     3 "^'=1\+1," '' "$wirecut" -q --to csv in.jsonl
printf 'Rain.\f-Sun.\f' > two.txt
expect 'an id of ours is no formula' 0 '^-#2,' '' sh -c "'$wirecut' -q --split auto --to csv < two.txt"
expect 'nothing to read'    0 '^story_id	published	text' '' "$wirecut" --from jsonl --to tsv --table dates
echo '{"id":"1","text":"Bridge opens\n\nOSLO, May 2 (Reuters) - A bridge opened on Monday."}' > wire.jsonl
expect 'structure not asked for' 0 '^1,,,en,,,,,,,,,,,,,,,,2,,,,' '' "$wirecut" -q --only=dates --to csv --table stories wire.jsonl
expect 'structure asked for' 0 '^1,,,en,Bridge opens,,"OSLO, May 2' '' "$wirecut" -q --only=structure --to csv wire.jsonl
expect 'cells not computed' 3 '^-,' '' "$wirecut" -q --only=dates --to csv --table stories in.jsonl
expect 'the one part asked for' 0 '^story_id,published,text,' '' "$wirecut" -q --only=dates --to csv wire.jsonl
expect 'two parts asked for' 0 '^story_id,published,published_basis,' '' "$wirecut" -q --only=dates,quotes --to csv wire.jsonl
mkdir folder && cp in.jsonl folder
expect 'into a folder'      3 '' '' "$wirecut" -q --to csv --table quotes --out-dir out folder
"$wirecut" -q --to csv --table quotes in.jsonl > quotes.csv
expect_same 'a file of a folder' quotes.csv out/in.jsonl.csv

for wrong in '--table quotes' '--to json --table quotes' '--to csv --table words' '--csv-raw' \
             '--to csv --table quotes --only dates'; do
  # shellcheck disable=SC2086
  expect "wrong use: $wrong" 2 '' '^wirecut: ' "$wirecut" $wrong in.jsonl
done
finish
