#!/usr/bin/env bash
# A database holds what the tables hold, row by row, and finds words.   sqlite_test.sh WIRECUT
source "$(dirname "$0")/shell.sh"

stories 300 > in.jsonl
cat >> in.jsonl <<'JSON'
{"id": "=1+1", "text": "PARIS, May 2 (Reuters) - \"We, the \\ \t people of S\u00e3o Paulo,\" said Ana \"Nina\" Silva of Rio de Janeiro.\n\nThe zebra\u0000crossing, she said in Lisbon, Portugal, would stay."}
{"id": "bad", "body": "no text"}
{"id": "=1+1", "text": "ROME, May 3 (ANSA) - \"The zebra slept,\" said Marco Rossi, the mayor. He said it again on Friday."}
{"id": "-", "text": ""}
JSON
tables="stories quotes entities mentions places countries dates"
for table in $tables; do "$wirecut" -q --to csv --csv-raw --table $table in.jsonl > $table.csv; done

cat > query.py <<'PYTHON'
import csv, json, sqlite3, sys
db = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
def rows(sql): return db.execute(sql).fetchall()
assert rows("PRAGMA integrity_check") == [("ok",)] and rows("PRAGMA foreign_key_check") == []
keys = {"stories": "story", "quotes": "quote", "entities": "entity", "mentions": "mention", "places": "place",
        "countries": "country", "dates": "date"}
total = 0
for table, key in keys.items():
    with open(f"{table}.csv", newline="", encoding="utf-8") as file:
        header, *lines = csv.reader(file)
    columns = ", ".join(f'{"s" if c in ("story_id", "published") else "t"}."{c}"' for c in header)
    source = "stories s, stories t WHERE s.story = t.story" if table == "stories" else f"{table} t JOIN stories s USING (story)"
    got = rows(f"SELECT t.{key}, {columns} FROM {source.replace('stories s, stories t WHERE', 'stories s JOIN stories t ON')} ORDER BY t.{key}")
    types = {name: kind for _, name, kind, *_ in rows(f"PRAGMA table_info({table})")}
    assert [row[0] for row in got] == list(range(1, len(got) + 1)), table
    assert len(got) == len(lines), (table, len(got), len(lines))
    for row, line in zip(got, lines):
        for name, value, cell in zip(header, row[1:], line):
            if value is None: fits = cell == ""
            elif name == "focus": fits = cell == ("true" if value else "false")
            elif types.get(name, "TEXT") == "TEXT": fits = isinstance(value, str) and value == cell
            elif types[name] == "INTEGER": fits = isinstance(value, int) and str(value) == cell
            else: fits = isinstance(value, float) and value == float(cell)
            assert fits, (table, name, value, cell)
    total += len(got)
assert total > 1000

texts = [record.get("text") for record in map(json.loads, open("records.jsonl", encoding="utf-8"))]
assert [t for t, in rows("SELECT text FROM stories ORDER BY story")] == [(t or "").replace("\0", "\ufffd") or None for t in texts]
assert rows("""SELECT count(*) FROM mentions m JOIN stories s USING (story)
               WHERE substr(s.text, m.start + 1, m.end - m.start) IS NOT m.text""") == [(0,)]
assert rows("SELECT story_id, error_kind, error FROM stories WHERE error_kind IS NOT NULL") == [
    ("bad", "json", rows("SELECT error FROM stories WHERE story_id = 'bad'")[0][0])]
search = "SELECT q.story, q.speaker, e.type FROM quotes_fts f JOIN quotes q ON q.quote = f.rowid LEFT JOIN entities e" \
         " ON e.story = q.story AND e.id = q.speaker_entity WHERE quotes_fts MATCH '{}'"
assert rows(search.format("zebra slept")) == [(303, "Marco Rossi", "person")], rows(search.format("zebra slept"))
assert [r[0] for r in rows(search.format("sao"))] == [301]
assert rows("SELECT rowid FROM stories_fts WHERE stories_fts MATCH 'zebra' ORDER BY rowid") == [(301,), (303,)]
PYTHON
"$wirecut" -q in.jsonl > records.jsonl

expect 'a database' 3 '' '' "$wirecut" -q -j1 --to sqlite -o one.db in.jsonl
python3 query.py one.db || fail 'the database is not the tables'
for jobs in 2 4; do
  "$wirecut" -q -j$jobs --to sqlite -o many.db in.jsonl
  expect_same "by $jobs threads" one.db many.db
done
expect 'over another file' 0 '' '' "$wirecut" --to sqlite -o many.db --from jsonl /dev/null
[ "$(python3 -c 'import sqlite3; print(sqlite3.connect("many.db").execute("SELECT count(*) FROM stories").fetchone()[0])')" = 0 ] ||
  fail 'no story, but rows'
[ -z "$(find . -name '*.part' -o -name '*-journal' -o -name '*.manifest')" ] || fail "left over: $(ls)"

# ---- less than all
cat > less.py <<'PYTHON'
import sqlite3, sys
db = sqlite3.connect("less.db")
count = lambda table: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
assert count("stories") == 304 and db.execute("PRAGMA foreign_key_check").fetchall() == []
filled = [t for t in ("quotes", "entities", "mentions", "places", "countries", "dates") if count(t)]
assert filled == sys.argv[1].split(), filled
assert ("text" in [c[1] for c in db.execute("PRAGMA table_info(stories)")]) == (sys.argv[2] == "text")
PYTHON
expect 'dates only' 3 '' '' "$wirecut" -q --to sqlite --only dates --no-text -o less.db in.jsonl
python3 less.py dates no-text || fail 'dates only'
expect 'quotes and their speakers' 3 '' '' "$wirecut" -q --to sqlite --only quotes -o less.db in.jsonl
python3 less.py 'quotes entities mentions' text || fail 'quotes and their speakers'
expect 'other offsets' 3 '' '' "$wirecut" -q --to sqlite --offsets utf16 -o utf16.db in.jsonl

# ---- whole or not at all
for signal in KILL TERM INT; do
  for _ in 1 2 3 4 5 6; do cat in.jsonl; done > long.jsonl
  cp one.db kept.db
  timeout --foreground --signal=$signal 0.05 "$wirecut" -q --to sqlite -o kept.db long.jsonl
  expect_same "$signal leaves what was there" one.db kept.db
  [ $signal = KILL ] || [ ! -e kept.db.part ] || fail "$signal left a part"
  expect "after $signal" 3 '' '' "$wirecut" -q --to sqlite -o kept.db in.jsonl
  expect_same "after $signal" one.db kept.db
done
(ulimit -f 64; trap '' XFSZ; expect 'a full disk' 1 '' '^wirecut: full.db.part: ' "$wirecut" -q --to sqlite -o full.db in.jsonl
 [ $failures -eq 0 ]) || fail 'a full disk'
[ ! -e full.db ] && [ ! -e full.db.part ] || fail 'a database that could not be written is there'
expect 'a device' 1 '' '/dev/full: a database can only be a regular file' "$wirecut" -q --to sqlite -o /dev/full in.jsonl
expect 'a folder that is not' 1 '' 'no/x.db.part: No such file' "$wirecut" -q --to sqlite -o no/x.db in.jsonl
for wrong in '' '-o x.db --resume' '--out-dir x' '-o x.db --table quotes' '-o x.db --csv-raw'; do
  # shellcheck disable=SC2086
  expect "wrong use: $wrong" 2 '' '^wirecut: ' "$wirecut" --to sqlite $wrong in.jsonl
done
finish
