// Decides who the speakers of a story's quotes are: surnames, titles, roles and pronouns to entities.
#pragma once

#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

// Sets Speaker::entity and Speaker::name of `quotes`, and adds the nominal and pronoun mentions that it used to
// `entities`. A speaker of whom the story tells but "Q" or "A" is dropped, and Quote::confidence lowered. Unnamed
// sources keep their words as name and no entity; who speak together have all their names, "Jane Roe and John Poe", and
// the entity of the first. Reads: text, tokens, sentences, pos_tags, names.
void resolve_speakers(const Story& story, const Lexicon& lexicon, std::vector<Quote>& quotes,
                      std::vector<Entity>& entities);

}  // namespace wirecut
