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

void tag_parts_of_speech(Story& story, const Lexicon& lexicon, TaggerScratch& scratch) {
  const PosModel model(lexicon.blob.section("model/pos"));
  if (model.empty()) return;
  story.pos_tags.assign(story.tokens.size(), PosTag::none);
  story.word_classes.assign(story.tokens.size(), 0);
  std::vector<PosWord>& words = scratch.pos_words;
  for (const Sentence& sentence : story.sentences) {
    const std::span tokens =
        std::span(story.tokens).subspan(sentence.first_token, sentence.end_token - sentence.first_token);
    for (const Token& token : tokens) model.expect(token);
    const std::size_t count = tokens.size();
    if (words.size() < count + 4) words.resize(count + 4);
    words[0] = words[1] = words[count + 2] = words[count + 3] = edge_word();
    for (std::size_t i = 0; i < count; ++i) {
      words[i + 2] = model.describe(tokens[i], story.words(tokens[i].span));
      story.word_classes[sentence.first_token + i] = words[i + 2].word_class;
    }
    model.tag(words, std::span(story.pos_tags).subspan(sentence.first_token, count));
  }
}

}  // namespace wirecut
