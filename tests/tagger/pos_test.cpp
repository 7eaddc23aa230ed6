#include <algorithm>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "check.h"
#include "tagger/pos_model.h"
#include "tagger/tagger.h"

namespace wirecut::test {
namespace {

std::string tags_of(const Story& story) {
  std::string out;
  for (std::size_t i = 0; i < story.tokens.size(); ++i) {
    if (i != 0) out += ' ';
    out += story.words(story.tokens[i].span);
    out += '/';
    out += kPosTagNames[static_cast<std::size_t>(story.pos_tags[i])];
  }
  return out;
}

void check(std::string_view text, std::string_view tagged) { EXPECT_EQ(tags_of(analyze(text)), tagged); }

TEST(Pos, NewsSentences) {
  check("The minister said he had signed the new law .",
        "The/DT minister/NN said/VBD he/PRP had/VBD signed/VBN the/DT new/JJ law/NN ./.");
  check("Police don't know why they left.", "Police/NNS do/VBP n't/RB know/VB why/WRB they/PRP left/VBD ./.");
  check("She may visit Norway in May.", "She/PRP may/MD visit/VB Norway/NNP in/IN May/NNP ./.");
  check("Two officials were arrested on Monday.", "Two/CD officials/NNS were/VBD arrested/VBN on/IN Monday/NNP ./.");
}

TEST(Pos, UnseenWordsGoByTheirAffixes) {
  check("The grelkers were blimping quizzedly.", "The/DT grelkers/NNS were/VBD blimping/VBG quizzedly/RB ./.");
}

TEST(Pos, PunctuationHasItsTag) {
  check("“ No , ” ( he said ) : $ 5 .", "“/'' No/UH ,/, ”/'' (/-LRB- he/PRP said/VBD )/-RRB- :/: $/$ 5/CD ./.");
}

TEST(Pos, EveryTokenHasATag) {
  const Story story = analyze("§§ 中文 ☃ \x01 ' '' x@y.example 4-4-2\n\nTHE MINISTER SAID NO");
  ASSERT_EQ(story.pos_tags.size(), story.tokens.size());
  for (PosTag tag : story.pos_tags) EXPECT_NE(tag, PosTag::none);
}

TEST(Pos, NoTokensNoTags) { EXPECT_TRUE(analyze("").pos_tags.empty()); }

// Most words of news are settled by themselves or by the tag before; what depends on more is still scored.
TEST(Pos, SettlesWordsByHabit) {
  const PosModel model(Blob(embedded_bytes()).section("model/pos"));
  const Story story = analyze("The shares fell .");
  EXPECT_TRUE(model.describe(story.tokens[1], "shares").has_habits);  // "the shares", but "he shares"
  check("The shares fell .", "The/DT shares/NNS fell/VBD ./.");
  check("He shares the view .", "He/PRP shares/VBZ the/DT view/NN ./.");
}

// A model of another feature set or size is refused by its message; weights that point nowhere add nothing.
TEST(PosModel, RefusesWhatItCannotUse) {
  const Blob blob(embedded_bytes());
  const std::string good(blob.section("model/pos"));
  ASSERT_FALSE(good.empty());
  EXPECT_NO_THROW(PosModel{good});
  std::string other = good;
  other[sizeof kPosMagic] ^= 1;
  EXPECT_THROW(PosModel{other}, std::runtime_error);
  EXPECT_THROW(PosModel{std::string_view(good).substr(0, good.size() - 2)}, std::runtime_error);
  EXPECT_THROW(PosModel{std::string_view(good).substr(0, 10)}, std::runtime_error);
}

// A model with bytes changed at random is refused or gives every word a tag that exists.
TEST(PosModel, DamageDoesNoHarm) {
  const std::string good(Blob(embedded_bytes()).section("model/pos"));
  const Story story =
      analyze("Ms. Okonkwo-Baker's office said 1,200 grelkers won't be blimped before May 3rd, 'as agreed'.");
  std::mt19937 random(1);
  for (unsigned round = 0; round < 100; ++round) {
    std::string bytes = good;
    // Every tenth round leaves hardly a byte as it was; the others change a few, the header's among them.
    const std::size_t changes = round % 10 == 0 ? bytes.size() : round;
    for (std::size_t i = 0; i < changes; ++i) bytes[random() % bytes.size()] = static_cast<char>(random());
    if (round % 3 == 1) bytes[random() % sizeof(PosHeader)] = static_cast<char>(random());
    if (round % 10 == 0) std::copy_n(good.begin(), sizeof(PosHeader), bytes.begin());
    try {
      const PosModel model(bytes);
      std::vector<PosWord> words(2, edge_word());
      for (const Token& token : story.tokens) words.push_back(model.describe(token, story.words(token.span)));
      words.resize(words.size() + 2, edge_word());
      std::vector<PosTag> tags(story.tokens.size());
      model.tag(words, tags);
      for (PosTag tag : tags) {
        EXPECT_NE(tag, PosTag::none);
        EXPECT_LT(static_cast<std::size_t>(tag), kPosTagCount);
      }
    } catch (const std::runtime_error& error) {
      EXPECT_NE(std::string_view(error.what()).find("part-of-speech model"), std::string_view::npos);
    }
  }
}

}  // namespace
}  // namespace wirecut::test
