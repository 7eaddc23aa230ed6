// Labels tokens with a linear model: the names of a story, and parts of speech.
// Reads: text, structure, tokens, sentences. Never fails; a story without tokens has no names and no tags.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

// A worker's memory, reused from story to story; not to be shared between threads.
struct TaggerScratch;
std::shared_ptr<TaggerScratch> make_tagger_scratch();

// The names of a story, in text order, never overlapping, each inside one sentence.
std::vector<Name> find_names(const Story& story, const Lexicon& lexicon, TaggerScratch& scratch);

// Sets the story's pos_tags and word_classes, one of each a token; both are left empty where the data holds no model.
void tag_parts_of_speech(Story& story, const Lexicon& lexicon, TaggerScratch& scratch);

// Throws std::runtime_error where the name model is damaged or was trained with other features.
void check_name_model(const Lexicon& lexicon);

// Throws std::runtime_error where the part-of-speech model is damaged or was trained with other features.
void check_pos_model(const Lexicon& lexicon);

}  // namespace wirecut
