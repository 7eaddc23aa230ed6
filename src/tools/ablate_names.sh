#!/usr/bin/env bash
# What each part of the name tagger is worth: trains without it and prints strict F1 of the development sets.
#   ablate_names.sh TRAIN_NAMES ENTITIES_DIR CLASSES.tsv        (half an hour of one core)
# ENTITIES_DIR holds conll03-train, conll03-dev and so on, each with input.jsonl and gold.jsonl.
set -euo pipefail
train_names=$1 sets=$2 classes=$3

# row NAME [OPTION...]
row() {
  echo "== $1"
  "$train_names" --eval "$sets/conll03-dev" "$sets/worldwide-dev" "${@:2}" 2> /dev/null
}

conll=(--train "$sets/conll03-train")
all=(--train "$sets"/{conll03-train,worldwide-train,docred-train,wikigold})
row "plain" "${conll[@]}" --no-lists --no-story-pass
row "+ lists" "${conll[@]}" --no-story-pass
row "+ word classes" "${conll[@]}" --classes "$classes" --no-story-pass
row "+ story pass" "${conll[@]}" --classes "$classes"
row "+ more data" "${all[@]}" --classes "$classes"
