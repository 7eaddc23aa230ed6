// Parts of speech by a greedy linear model: from left to right, each word gets the tag with the highest sum of weights,
// and its tag is evidence for the next ones. Words that always have one tag (half of all) are not scored at all.
// Precedent: Collins 2002 (averaged perceptron), Ratnaparkhi 1996 (tag dictionary, affixes for rare words only).
// Limits: no tag is taken back once given; text in capitals is tagged by what its words are in lower case.

#include <span>

#include "tagger/pos_model.h"
#include "tagger/scratch.h"
#include "tagger/tagger.h"

namespace wirecut {

void check_pos_model(const Lexicon& lexicon) { PosModel(lexicon.blob.section("model/pos")); }

std::vector<PosTag> tag_parts_of_speech(const Story& story, const Lexicon& lexicon, TaggerScratch& scratch) {
  const PosModel model(lexicon.blob.section("model/pos"));
  if (model.empty()) return {};
  std::vector<PosTag> tags(story.tokens.size(), PosTag::none);
  std::vector<PosWord>& words = scratch.pos_words;
  for (const Sentence& sentence : story.sentences) {
    const std::span tokens =
        std::span(story.tokens).subspan(sentence.first_token, sentence.end_token - sentence.first_token);
    for (const Token& token : tokens) model.expect(token);
    words.assign(2, edge_word());
    for (const Token& token : tokens) words.push_back(model.describe(token, story.words(token.span)));
    words.resize(words.size() + 2, edge_word());
    model.tag(words, std::span(tags).subspan(sentence.first_token, tokens.size()));
  }
  return tags;
}

}  // namespace wirecut
