// Parts of speech by a greedy linear model: from left to right, each word gets the tag with the highest sum of weights,
// and its tag is evidence for the next ones. Words that always have one tag (half of all) are not scored at all.
// Precedent: Collins 2002 (averaged perceptron), Ratnaparkhi 1996 (tag dictionary, affixes for rare words only).
// Limits: no tag is taken back once given; text in capitals is tagged by what its words are in lower case.

#include "tagger/pos_model.h"
#include "tagger/scratch.h"
#include "tagger/tagger.h"

namespace wirecut {
namespace {

PosTag tag_by_kind(TokenKind kind) {
  if (kind == TokenKind::quote) return PosTag::quote;
  return kind == TokenKind::web ? PosTag::NN : PosTag::none;
}

}  // namespace

void check_pos_model(const Lexicon& lexicon) { PosModel(lexicon.blob.section("model/pos")); }

std::vector<PosTag> tag_parts_of_speech(const Story& story, const Lexicon& lexicon, TaggerScratch& scratch) {
  const PosModel model(lexicon.blob.section("model/pos"));
  if (model.empty()) return {};
  std::vector<PosTag> tags(story.tokens.size(), PosTag::none);
  std::vector<PosWord>& words = scratch.pos_words;
  for (const Sentence& sentence : story.sentences) {
    words.assign(2, edge_word());
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      const Token& token = story.tokens[i];
      words.push_back(model.describe(token, story.words(token.span)));
      if (const PosTag tag = tag_by_kind(token.kind); tag != PosTag::none) words.back().only_tag = tag;
    }
    words.resize(words.size() + 2, edge_word());
    PosTag before = PosTag::none, second = PosTag::none;
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      tags[i] = best_tag(model, &words[i - sentence.first_token + 2], before, second);
      second = before;
      before = tags[i];
    }
  }
  return tags;
}

}  // namespace wirecut
