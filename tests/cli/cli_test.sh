#!/usr/bin/env bash
# The command line as its users meet it: pipes, folders, bad files, exit codes.   cli_test.sh WIRECUT
source "$(dirname "$0")/shell.sh"

mkdir -p folder/b
echo 'A "story" of one line.' > folder/a.txt
echo 'Another.' > folder/b/c.txt
stories 60 > many.jsonl

# ---- where stories come from, and what their records are called
expect 'a file'          0 '^\{"schema":"wirecut/1","id":"folder/a.txt",' '' "$wirecut" folder/a.txt
input=folder/a.txt
expect 'standard input'  0 '"id":"-",.*"text":"A \\"story\\" of one line.\\n"' '' "$wirecut"
expect 'a dash'          0 '"id":"-"' '' "$wirecut" -
unset input
expect 'a folder'        0 '"id":"b/c.txt"' '' "$wirecut" folder
expect 'two paths'       0 '"id":"folder/b/c.txt"' '' "$wirecut" folder many.jsonl
expect 'JSON Lines'      0 '"id":"s60"' '' "$wirecut" many.jsonl
expect 'nothing'         0 '' '' "$wirecut" --from jsonl
echo '{"nr": 7, "body": "Words."}' > fields.jsonl
expect 'no text'         0 '"text":"","headline":null,.*"warnings":\["no text was found"\]' '' "$wirecut" --from text /dev/null
expect 'fields'          0 '"id":"7",.*"text":"Words' '' "$wirecut" --text-field body --id-field nr fields.jsonl

# ---- forms
expect 'indented'        0 '^  "id": "folder/a.txt",$' '' "$wirecut" --to json folder/a.txt
expect 'no text'         0 '"language":"en","headline"' '' "$wirecut" --no-text folder/a.txt
expect 'only'            0 '"published":null,"quotes":\[.*\],"warnings":\[\]\}$' '' "$wirecut" --only quotes --no-text folder/a.txt
expect 'only, blanks'    0 '"places":\[.*"dates":\[.*\],"warnings":\[\]\}$' '' "$wirecut" --only 'places, dates' folder/a.txt
expect 'only, then a path' 0 '"quotes":\[.*\],"warnings":\[\]\}$' '' "$wirecut" --only quotes folder/a.txt
expect 'offsets'         0 '"offsets":"utf16"' '' "$wirecut" --offsets utf16 folder/a.txt
input=dated.jsonl
echo '{"text": "He came on Monday.", "published": "Thu, 02 May 2019 10:15:00 GMT"}' > dated.jsonl
expect 'a feed'"'"'s date'      0 '"published":\{"value":"2019-05-02","basis":"metadata"\}.*"warnings":\[\]' '' "$wirecut"
echo '{"text": "He came on Monday.", "published": "02.05.19"}' > dated.jsonl
expect 'a strange date'    0 '"published":null.*"warnings":\["the day of publication was not understood"\]' '' "$wirecut"
echo 'NEW DELHI, May 2 (PTI) India said that trains would run again.' > dated.jsonl
expect 'a country opens'   0 '"dateline":\{"text":"NEW DELHI, May 2 \(PTI\)"' '' "$wirecut"
unset input
expect 'published'       0 '"published":\{"value":"2019-05-02","basis":"option"\}' '' "$wirecut" --published 2019-05-02 folder/a.txt
expect 'schema'          0 'draft/2020-12/schema' '' "$wirecut" --schema
expect 'version'         0 '^wirecut [0-9.]+ \(record wirecut/1, data [0-9a-f]{16}\)$' '' "$wirecut" --version
expect 'short help'      0 '^Usage: wirecut' '' "$wirecut" -h
expect 'long help'       0 '^Exit codes:' '' "$wirecut" --help

# ---- wrong use: 2, and nothing on standard output
for wrong in --bogus '--from nothing' '--jobs many' '--jobs -1' '--published May' '--published 2019-02-30' '--only quote' \
             '--offsets chars' '--to xml' '--max-errors 0' '--fro jsonl' '--max-story little' '--split (' \
             '--max-story 0' '--max-story -1' '--near zz' '--near US-ZZ' '--near U'; do
  # shellcheck disable=SC2086
  expect "wrong use: $wrong" 2 '' '^wirecut: ' "$wirecut" $wrong folder/a.txt
done

expect 'the parts there are' 2 '' 'no such part of a record: quote; there are structure,entities,quotes,' "$wirecut" --only quote folder/a.txt
for option in --published --near --names -o --out-dir --only --split; do
  expect "an empty $option" 2 '' '^wirecut: --' "$wirecut" "$option" '' folder/a.txt
done
expect 'not a pattern'   2 '' '^wirecut: --split: not a regular expression: mismatched paren at character 1$' "$wirecut" --split '(' folder/a.txt
expect 'a table by name' 0 '' '^wirecut: note: q.csv will hold jsonl; --to csv makes it what its name says$' "$wirecut" -o q.csv folder/a.txt
expect 'packed by name'  0 '' '^wirecut: note: q.gz will hold jsonl that is not compressed$' "$wirecut" -o q.gz folder/a.txt
for right in '-q -o q.csv' '--to csv -o q.csv' '-o q.jsonl' '-o q.json'; do
  # shellcheck disable=SC2086
  expect "no note: $right" 0 '' '' "$wirecut" $right folder/a.txt
  [ -s err.txt ] && fail "no note: $right: $(cat err.txt)"
done
rm -f q.*
expect 'an empty path'   2 '' '^wirecut: PATH: is empty: ' "$wirecut" ''
expect 'home'            0 '"places":' '' "$wirecut" --near US-ID folder/a.txt
expect 'home, small'     0 '"places":' '' "$wirecut" --near in-tn folder/a.txt

# ---- folders without files say so
mkdir -p outside links/.git empty hidden && echo 'Outside.' > outside/x.txt && touch hidden/.x links/.git/config
ln -s ../outside/x.txt links/x.txt && ln -s ../outside links/folder
expect 'links that lead out' 0 '' '^wirecut: links: no files to read; passed over: 2 links to folders or out of it, 1 name that begins with a full stop$' \
  "$wirecut" links
[ "$(wc -l < err.txt)" -eq 1 ] || fail "links that lead out: $(cat err.txt)"
expect 'an empty folder'   0 '' '^wirecut: empty: no files to read$' "$wirecut" empty
expect 'and another path'  0 '"id":"folder/a.txt"' '^wirecut: hidden: no files to read; passed over: 1 name that' "$wirecut" hidden folder
expect 'quiet about it'    0 '' '' "$wirecut" -q links
rm -r outside links empty hidden

# ---- files that hold no text: an error that says what they are
printf '%%PDF-1.7\n1 0 obj\n' > paper.pdf
echo 'Rain fell.' | gzip | gzip > twice.gz
echo 'The %PDF-1.7 mark opens the file, she said.' > mention.txt
expect 'a PDF'           3 '"id":"paper.pdf","error":\{"kind":"encoding","message":"not a text but a PDF document"' \
  '^wirecut: paper.pdf: not a text but a PDF document$' "$wirecut" paper.pdf
expect 'a program'       3 '"error"' 'not a text but a program \(ELF\)$' "$wirecut" "$(type -P true)"
expect 'gzip twice'      3 '"error"' '^wirecut: twice.gz: not a text but gzip data inside compressed data' "$wirecut" twice.gz
expect 'speaks of PDF'   0 '"text":"The %PDF-1.7' '' "$wirecut" mention.txt

# ---- bad input: a record in its place, a line on standard error, the rest goes on
printf '{"id": "x", "text": "One."}\nno json\n{"id": "y"}\n{"id": "z", "text": "Two."}\n' > bad.jsonl
expect 'bad lines'       3 '"id":"z","offsets"' '^wirecut: bad.jsonl:2: ' "$wirecut" bad.jsonl
[ "$(wc -l < out.txt)" -eq 4 ] || fail 'bad lines: not one record a line'
grep -qE '"error":\{"kind":"json","message":"[^"]*","line":2,"byte":[0-9]+\}' out.txt || fail "bad lines: $(sed -n 2p out.txt)"
expect 'quiet'           3 '"error"' '' "$wirecut" -q bad.jsonl
expect 'exit zero'       0 '"error"' '^wirecut: ' "$wirecut" --exit-zero-on-bad-input bad.jsonl
expect 'strict'          1 '"error"' 'stopped after 1 story' "$wirecut" --strict bad.jsonl
[ "$(wc -l < out.txt)" -eq 2 ] || fail 'strict: should stop at the second line'
expect 'two errors'      1 '"error"' 'stopped after 2 stories' "$wirecut" --max-errors 2 -j8 bad.jsonl
[ "$(wc -l < out.txt)" -eq 3 ] || fail 'two errors: should stop at the third line'
expect 'no such file'    3 '"id":"missing.txt","error":\{"kind":"io"' 'missing.txt: No such file' "$wirecut" missing.txt folder/a.txt
[ "$(wc -l < out.txt)" -eq 2 ] || fail 'no such file: the rest should go on'
expect 'too long'        3 '"kind":"limit"' 'max-story' "$wirecut" --max-story 10 folder/a.txt
ln -s nowhere folder/broken.txt
expect 'a broken link'   3 '"id":"broken.txt","error":\{"kind":"io"' 'No such file' "$wirecut" folder
rm folder/broken.txt
mkfifo folder/fifo
expect 'a FIFO in a folder is passed over' 0 '"id":"b/c.txt"' '' timeout 20 "$wirecut" folder
rm folder/fifo
mkfifo pipe
cat folder/a.txt > pipe &
expect 'a FIFO that is named' 0 '"id":"pipe"' '' timeout 20 "$wirecut" pipe
name=$(printf 'bad\033[31m\xff.txt')
expect 'escapes in names' 3 '"id":"bad\\u001b\[31m.*.txt"' '^wirecut: bad\\x1b\[31m\\xff.txt: ' "$wirecut" "$name"
if [ "$(id -u)" -ne 0 ]; then
  echo secret > folder/secret.txt && chmod 0 folder/secret.txt
  expect 'unreadable'    3 '"id":"secret.txt","error"' 'Permission denied' "$wirecut" folder
  rm -f folder/secret.txt
fi

# ---- output
expect 'a file'          0 '' '' "$wirecut" -o records.jsonl many.jsonl
"$wirecut" many.jsonl > direct.jsonl
expect_same '-o' records.jsonl direct.jsonl
[ ! -e records.jsonl.part ] || fail '-o: the part is left'
expect 'a full disk'     1 '' 'No space left on device' "$wirecut" -o /dev/full many.jsonl
expect 'full output'     1 '' 'standard output: No space left' bash -c "'$wirecut' many.jsonl > /dev/full"
expect 'no such folder'  1 '' 'none/records.jsonl.part: No such file' "$wirecut" -o none/records.jsonl many.jsonl
expect 'a device'        0 '"id":"s1"' '' "$wirecut" -o /dev/stdout many.jsonl
ln -s victim records2.jsonl.part
expect 'a planted link'  1 '' 'symbolic links' "$wirecut" -o records2.jsonl many.jsonl
[ ! -e victim ] || fail 'a planted link was followed'

# ---- a closed pipe: a quiet death
for i in 1 2 3 4 5 6 7 8; do cat many.jsonl; done > more.jsonl
{ "$wirecut" more.jsonl 2> err.txt; echo $? > code.txt; } | head -n 1 > /dev/null
[ "$(cat code.txt)" -eq 141 ] || fail "a closed pipe: exit $(cat code.txt)"
expect_text 'a closed pipe' '' err.txt

# ---- the same bytes whatever the threads, locale and time zone
"$wirecut" -j1 more.jsonl > one.jsonl
for run in 'LC_ALL=C' 'LC_ALL=tr_TR.UTF-8 TZ=Asia/Tokyo' 'LC_ALL=ar_EG.UTF-8'; do
  # shellcheck disable=SC2086
  env $run "$wirecut" -j8 more.jsonl > eight.jsonl
  expect_same "eight threads, $run" one.jsonl eight.jsonl
done
"$wirecut" -j8 < more.jsonl | sed 's/^/ /' | tr -d ' ' | cmp -s - <(tr -d ' ' < one.jsonl) || fail 'from standard input'

# ---- a record as soon as its story is there
mkfifo slow
"$wirecut" --from jsonl < slow > slow.out &
exec 3> slow
echo '{"id": "first", "text": "One."}' >&3
for i in $(seq 100); do [ -s slow.out ] && break; sleep 0.1; done
grep -q '"id":"first"' slow.out || fail 'no record before the stream ended'
exec 3>&-
wait

finish
