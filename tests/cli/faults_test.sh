#!/usr/bin/env bash
# Disks, permissions and files that misbehave: the right message, the right code, nothing lost.   faults_test.sh WIRECUT
source "$(dirname "$0")/shell.sh"

stories 600 > many.jsonl
"$wirecut" -j1 -o expected.jsonl many.jsonl

# ---- permissions bind all but root: as root, be nobody
chmod 755 "$work"
cp "$wirecut" own-wirecut
user=()
if [ "$(id -u)" -eq 0 ]; then
  user=(setpriv --reuid=65534 --regid=65534 --clear-groups)
  "${user[@]}" test -r many.jsonl || { echo 'SKIPPED: cannot be nobody'; exit 77; }
fi
mkdir -p in/shut out readonly
cp many.jsonl in/a.jsonl
echo 'Secret story.' | tee in/b.txt > in/shut/c.txt
echo 'Open story.' > in/d.txt
chmod 0 in/b.txt in/shut
chmod 777 out
chmod 555 readonly
filter=("${user[@]}" "$work/own-wirecut")
expect 'an unreadable file that is named' 3 '"id":"in/b.txt",.*"kind":"io"' '^wirecut: in/b.txt: Permission denied$' \
  "${filter[@]}" in/b.txt in/d.txt
expect_text 'the story behind it' '"id":"in/d.txt"' out.txt
expect 'unreadable things in a folder' 3 '"id":"shut/?",.*"kind":"io"' '^wirecut: shut/?: Permission denied$' "${filter[@]}" in
[ "$(grep -c '"error"' out.txt)" -eq 2 ] && [ "$(wc -l < out.txt)" -eq 603 ] || fail "a folder with what is unreadable: $(wc -l < out.txt)"
expect 'a folder that can only be read'   1 '' 'readonly/x.jsonl.part: Permission denied' "${filter[@]}" -o readonly/x.jsonl in/d.txt
expect 'a folder below it'                1 '' 'readonly/out: Permission denied' "${filter[@]}" --out-dir readonly/out in/d.txt
expect 'a database there'                 1 '' 'readonly/x.db.part: Permission denied' "${filter[@]}" --to sqlite -o readonly/x.db in/d.txt
chmod 777 readonly
"${filter[@]}" -o readonly/x.jsonl in/d.txt || fail 'a folder that can be written'
chmod 555 readonly
expect 'a file in a folder shut since'    1 '' 'Permission denied' "${filter[@]}" -o readonly/x.jsonl many.jsonl
[ "$(wc -l < readonly/x.jsonl)" -eq 1 ] || fail 'a file that could not be replaced was changed'
chmod 755 in/shut readonly

# ---- a disk that fills up: exit 1, no file of that name; --resume goes on where it was full
mkdir folder && for i in 1 2 3 4 5 6; do head -n $((i * 90)) many.jsonl > folder/$i.jsonl; done
"$wirecut" -j1 --out-dir expected folder
full() { (ulimit -f 400 && trap '' XFSZ && exec "$@"); }
expect 'a disk that is full'   1 '' '^wirecut: records.jsonl.part: File too large$' full "$wirecut" -j2 -o records.jsonl many.jsonl
[ ! -e records.jsonl ] || fail 'half an output has its name'
expect 'no longer full'        0 '' '' "$wirecut" -o records.jsonl --resume many.jsonl
expect_same 'a disk that was full' records.jsonl expected.jsonl
expect 'a full disk, a folder' 1 '' '^wirecut: records/.\.jsonl\.json\.part: File too large$' full "$wirecut" --out-dir records folder
expect 'no longer full'        0 '' '' "$wirecut" --out-dir records --resume folder
diff -r -x .wirecut-manifest records expected || fail 'a folder on a disk that was full'

# ---- a file that grows or shrinks while it is read: a reader of ours that doesn't read holds the run up
cat many.jsonl many.jsonl many.jsonl > source.jsonl
hold_and() {  # hold_and COMMAND...: runs it when wirecut has begun to write, and before it has read all of file.jsonl
  cp source.jsonl file.jsonl
  mkfifo pipe
  "$wirecut" -j1 --from jsonl file.jsonl > pipe 2> err.txt &
  local pid=$!
  exec 3< pipe
  head -c 1 <&3 > got.jsonl
  "$@"
  cat <&3 >> got.jsonl
  exec 3<&-
  rm pipe
  wait $pid
}
"$wirecut" source.jsonl > whole.jsonl
grow() { echo '{"id": "late", "text": "A late story."}' >> file.jsonl; }
hold_and grow || fail "a file that grows: exit $?"
expect_text 'a file that grows' '^wirecut: file.jsonl: changed while it was read$' err.txt
head -n -1 got.jsonl | cmp -s - whole.jsonl || fail 'a file that grows: other records'
tail -n 1 got.jsonl | grep -q '"id":"late"' || fail 'a file that grows: the late story is missing'
shrink() { truncate -s 0 file.jsonl; }
hold_and shrink
code=$?
[ $code -eq 0 ] || [ $code -eq 3 ] || fail "a file that shrinks: exit $code"
expect_text 'a file that shrinks' '^wirecut: file.jsonl: changed while it was read$' err.txt
grep -v '"error":' got.jsonl > records.jsonl
count=$(wc -l < records.jsonl)
[ "$count" -gt 0 ] && [ "$count" -lt 1800 ] || fail "a file that shrinks: $count records"
head -n "$count" whole.jsonl | cmp -s - records.jsonl || fail 'a file that shrinks: other records'
[ "$(wc -l < got.jsonl)" -le $((count + 1)) ] || fail 'a file that shrinks: more than a torn last line is an error'

finish
