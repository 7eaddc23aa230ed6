#!/usr/bin/env bash
# Runs that are told to stop, are killed, go on; folders of records.   batch_test.sh WIRECUT
source "$(dirname "$0")/shell.sh"

stories 400 > many.jsonl
mkdir -p in/b
for i in 1 2 3 4 5; do stories $i > "in/$i.jsonl"; echo "Story $i said so." > "in/b/$i.txt"; done
"$wirecut" many.jsonl > expected.jsonl

# ---- --out-dir mirrors the folder
expect 'a folder of records' 0 '' '' "$wirecut" in --out-dir out
[ "$(cd out && find . -type f | LC_ALL=C sort | tr '\n' ' ')" = \
  "./.wirecut-manifest ./1.jsonl.json ./2.jsonl.json ./3.jsonl.json ./4.jsonl.json ./5.jsonl.json \
./b/1.txt.json ./b/2.txt.json ./b/3.txt.json ./b/4.txt.json ./b/5.txt.json " ] || fail "mirror: $(find out -type f)"
"$wirecut" in > all.jsonl
cat out/[1-5].jsonl.json out/b/*.json | cmp -s - all.jsonl || fail 'the files together are not the stream'
expect 'again, over our own files' 0 '' '' "$wirecut" in --out-dir out
echo changed > out/1.jsonl.json
expect 'over a changed file' 1 '' 'out/1.jsonl.json: exists and was not written by wirecut' "$wirecut" in --out-dir out
[ "$(cat out/1.jsonl.json)" = changed ] || fail 'a changed file was replaced'
expect 'forced' 0 '' '' "$wirecut" in --out-dir out --force
expect 'names stay inside' 0 '' '' "$wirecut" ../"$(basename "$work")"/in/1.jsonl --out-dir inside
[ -e "inside/$(basename "$work")/in/1.jsonl.json" ] || fail "a name with .. : $(find inside)"
mkdir -p planted outside && ln -s ../outside planted/b
expect 'a planted link' 1 '' 'planted/b: ' "$wirecut" in --out-dir planted
[ -z "$(ls outside)" ] || fail 'a planted link was followed'
expect 'two inputs, one name' 1 '' 'two inputs' "$wirecut" in/1.jsonl ./in/1.jsonl --out-dir twice
expect 'into itself' 2 '' 'out-dir' "$wirecut" in --out-dir in
mkdir -p nested && cp in/b/1.txt nested
expect 'below the input' 0 '' '' "$wirecut" nested --out-dir nested/out
expect 'below the input, again' 0 '' '' "$wirecut" nested --out-dir nested/out --resume
[ "$(find nested/out -name '*.json' | wc -l)" -eq 1 ] || fail "outputs were read as inputs: $(find nested/out)"

# ---- what a run writes is no input of it, or it would never end; nor is an input written over
for into in new.jsonl ./new.jsonl "$PWD/in/b/new.jsonl"; do
  rm -f in/b/new.jsonl
  (cd in/b && ulimit -f 4000 && "$wirecut" . -o "$into") || fail "into the folder that is read: $into"
  [ "$(wc -l < in/b/new.jsonl)" -eq 5 ] || fail "-o $into was read as an input"
done
(cd in/b && ulimit -f 4000 && "$wirecut" . -o new.jsonl && [ "$(wc -l < new.jsonl)" -eq 5 ]) || fail 'over the last output'
(cd in/b && ulimit -f 4000 && "$wirecut" . > new.jsonl && [ "$(wc -l < new.jsonl)" -eq 5 ]) || fail 'standard output was read'
rm in/b/new.jsonl
head -n 3 many.jsonl > three.jsonl
cp three.jsonl grown.jsonl
(ulimit -f 4000 && "$wirecut" -q grown.jsonl >> grown.jsonl)
[ $? -eq 3 ] && [ "$(wc -l < grown.jsonl)" -eq 4 ] || fail 'the standard output that is an input'
grep -q 'is what standard output is written to' grown.jsonl || fail "no word of it: $(tail -n 1 grown.jsonl)"
expect 'over its own input' 2 '' "can't be the one that is written" "$wirecut" three.jsonl -o ./three.jsonl
[ "$(head -n 3 many.jsonl)" = "$(cat three.jsonl)" ] || fail 'an input was written over'

# ---- --resume looks at the files, not at the list alone
rm out/b/3.txt.json
echo torn > out/2.jsonl.json
expect 'resume mends' 1 '' 'out/2.jsonl.json: exists' "$wirecut" in --out-dir out --resume
expect 'resume mends' 0 '' 'kept +1[0-9] of them' "$wirecut" in --out-dir out --resume --force --stats
cat out/[1-5].jsonl.json out/b/*.json | cmp -s - all.jsonl || fail 'resume did not mend'
expect 'all there' 0 '' 'bytes of records 0' "$wirecut" in --out-dir out --resume --stats
expect 'other options' 0 '' 'stories          20' "$wirecut" in --out-dir out --resume --stats --no-text
expect 'wrong use: nothing to resume' 2 '' 'resume' "$wirecut" in --resume
expect 'wrong use: standard input' 2 '' 'resume' "$wirecut" --resume -o x.jsonl

# ---- an interrupt finishes what is in hand; --resume goes on to the same bytes
for signal in INT TERM; do
  rm -f records.jsonl*
  (for i in $(seq 12); do cat many.jsonl; done) > long.jsonl
  # An ignored SIGINT stays ignored, and the shell ignores it in what runs in the background: hence env.
  env --default-signal=INT "$wirecut" -j2 -o records.jsonl long.jsonl 2> err.txt &
  pid=$!
  for i in $(seq 100); do [ -s records.jsonl.manifest ] && break; sleep 0.02; done
  kill -$signal $pid
  wait $pid
  code=$?
  case $signal in INT) wanted=130 ;; TERM) wanted=143 ;; esac
  if [ $code -ne 0 ]; then  # it may have been faster than the signal
    [ $code -eq $wanted ] || fail "$signal: exit $code"
    grep -q 'interrupted after .* --resume' err.txt || fail "$signal: $(cat err.txt)"
    [ ! -e records.jsonl ] || fail "$signal: an unfinished file has its name"
  fi
  expect "$signal, resumed" 0 '' '' "$wirecut" -o records.jsonl long.jsonl --resume
  "$wirecut" long.jsonl | cmp -s - records.jsonl || fail "$signal: other bytes after --resume"
  [ ! -e records.jsonl.manifest ] || fail "$signal: the manifest is left"
done
mkfifo slow
env --default-signal=INT "$wirecut" --from jsonl < slow > slow.out 2> err.txt &
pid=$!
exec 3> slow
echo '{"id": "first", "text": "One."}' >&3
for i in $(seq 100); do [ -s slow.out ] && break; sleep 0.1; done
printf '{"id": "sec' >&3
kill -INT $pid
wait $pid
[ $? -eq 130 ] || fail 'an interrupt while waiting for input'
exec 3>&-
[ "$(wc -l < slow.out)" -eq 1 ] || fail 'half a line became a record'

# ---- inputs that changed, parts that are damaged: read again
"$wirecut" --max-errors 1 -o part.jsonl many.jsonl <(echo 'x') missing.txt -q
[ -s part.jsonl.part ] || fail 'nothing left of a stopped run'
printf 'X' | dd of=part.jsonl.part bs=1 seek=100 conv=notrunc status=none
expect 'a damaged part' 0 '' '' "$wirecut" -o part.jsonl many.jsonl --resume
expect_same 'a damaged part' part.jsonl expected.jsonl
"$wirecut" --max-errors 1 -o part.jsonl many.jsonl missing.txt -q
stories 3 > many.jsonl
"$wirecut" many.jsonl > expected.jsonl
expect 'a changed input' 0 '' '' "$wirecut" -o part.jsonl many.jsonl --resume
expect_same 'a changed input' part.jsonl expected.jsonl

# ---- what is told
expect 'progress' 0 '"id"' 'stories, .* MB/s, 0 errors' "$wirecut" --progress always long.jsonl
expect 'stats' 0 '"id"' 'parts of speech' "$wirecut" --stats many.jsonl

# ---- one writer at a time
exec 4>> held.jsonl.part
flock 4
expect 'another run' 1 '' 'another run is writing it' "$wirecut" -o held.jsonl many.jsonl
exec 4>&-

if [ "$(id -u)" -ne 0 ]; then
  mkdir readonly && chmod 555 readonly
  expect 'a folder without permission' 1 '' 'Permission denied' "$wirecut" -o readonly/x.jsonl many.jsonl
fi

finish
