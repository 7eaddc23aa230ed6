// The noun phrases beside a verb that may be its subject, told by the tags and names of their words. `items`: those of
// a sentence, as far as the cue, which is `cue` there; for before_brackets() any. All are empty where no such words
// stand.
#pragma once

#include <cstdint>

#include "lexicon/lexicon.h"
#include "quotes/items.h"

namespace wirecut {

inline constexpr std::uint32_t kMostOfPhrase = 12;  // items of a subject

bool is_adverb(const Item& item);

// Where the words end that stand before adverbs and the time of the saying, which end at `end`: "on Monday", "last
// month", "today".
std::uint32_t end_before_time(Items items, const Lexicon& lexicon, std::uint32_t end);

// "Acme Corp. (ACM.N) (“Acme”)": where the brackets begin that end at `end`; `end` where there are none.
std::uint32_t before_brackets(Items items, std::uint32_t end);

// The subject of the finite verb at `verb`: `Roe has`, `Roe also said`, `Roe, a farmer, said`, `Roe - who left - said`,
// `Acme (ACM.N) last week said`; empty where none stands there, as behind "who" or "and".
ItemRange subject_before(Items items, const Lexicon& lexicon, std::uint32_t verb);

// `A senior official, who had read it, said ...`, `Roe Inc, a maker of pumps, today announced ...`: the words that open
// the sentence, with all between them and the cue.
ItemRange subject_before_clause(Items items, const Lexicon& lexicon, const ItemRange& cue);

// Whether the phrase at `first` may be a subject: not the object of `rolling out its service, said ...` nor the number
// of `to 14 million, from 13 million, said ...`
bool opens_clause(Items items, const Lexicon& lexicon, std::uint32_t first);

// The words that open `range`, up to a comma, a full stop or its end, where they can be a source: no finite verb, no
// clause, a noun, a name or a number at their end; else empty.
ItemRange phrase_to_border(Items items, const ItemRange& range);

// The noun or name that opens `range`, with what describes it, up to a verb, a time, a border of the clause or a
// preposition other than "of": "officials of the bank" of `officials of the bank in Leeds`. Empty where there is none.
ItemRange noun_phrase_at(Items items, const Lexicon& lexicon, const ItemRange& range);

// "source", "people", "officials": for persons, not for firms.
bool is_noun_for_persons(const Item& item, const Lexicon& lexicon);

// Whether the words are a noun and what describes it: no verb, no marks, no clause.
bool is_phrase(Items words);

// Who speaks: a noun, or an article and a word of any kind ("a top academic"), and what describes it.
bool is_speaker(Items words);

}  // namespace wirecut
