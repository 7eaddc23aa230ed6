#include "tagger/tagger.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <random>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "check.h"
#include "damage.h"
#include "lexicon/blob.h"
#include "lexicon/lexicon.h"
#include "tagger/names.h"
#include "tagger/names_decoder.h"
#include "tagger/names_features.h"
#include "tagger/names_story.h"

namespace wirecut {
namespace {

struct Case {
  const char* text;
  const char* expected;
};

// "Name/type" for each name, apart by " | ".
std::string names_of(std::string_view text) {
  constexpr const char* kTypes[] = {"person", "organization", "location", "misc"};
  const Story story = test::analyze(text);
  std::string shown;
  for (const Name& name : story.names) {
    if (!shown.empty()) shown += " | ";
    shown += std::string(story.words(name.span)) + "/" + kTypes[static_cast<int>(name.type)];
    EXPECT_GE(name.confidence, 0.0F);
    EXPECT_LE(name.confidence, 1.0F);
  }
  return shown;
}

template <std::size_t N>
void check(const Case (&cases)[N]) {
  for (const Case& c : cases) EXPECT_EQ(names_of(c.text), c.expected) << "in: " << c.text;
}

TEST(Names, FindsTheFourTypes) {
  check({
      {"Angela Smith of the United Nations flew to Nairobi.",
       "Angela Smith/person | United Nations/organization | Nairobi/location"},
      {"The German chancellor met President Emmanuel Macron in Paris.",
       "German/misc | Emmanuel Macron/person | Paris/location"},
      {"He works for the World Bank in the U.S. state of Texas.",
       "World Bank/organization | U.S./location | Texas/location"},
  });
}

// The words of the runs that are scored, apart by " | ".
std::string runs_of(const std::string& text, const NamesModel& model) {
  const Story story = test::analyze(text);
  const Lexicon lexicon(embedded_bytes());
  WordMemo memo;
  NameStory names;
  read_name_story(story, lexicon, model, memo, names);
  std::string shown;
  for (const NameRun& run : names.runs) {
    if (!shown.empty()) shown += " | ";
    const std::uint32_t shift = NameStory::position(0, run.sentence);
    const Span span{story.tokens[run.first - shift].span.start, story.tokens[run.end - shift - 1].span.end};
    shown += story.words(span);
  }
  return shown;
}

// "Of" and "the" stand within names only, "said" and "Meanwhile" are part of none.
TEST(Names, ScoresOnlyWhatMayBePartOfAName) {
  const Blob blob(embedded_bytes());
  const std::string story = "Meanwhile the Bank of Zembla said no. The minister of finance flew to Zembla with him.";
  EXPECT_EQ(runs_of(story, NamesModel(blob.section("model/names"))), "Bank of Zembla | Zembla");
  // Where the model doesn't say that it knows all words of names: plain ones beside a capital too.
  std::string bytes(blob.section("model/names"));
  bytes[offsetof(NamesHeader, knows_uses)] = 0;
  EXPECT_EQ(runs_of(story, NamesModel(bytes)), "Bank of Zembla said | The minister | Zembla");
}

TEST(Names, LeavesOutWhatWasDoneByThoseWhoAreNamed) {
  check(
      {{"LIMA, May 2 (ZNA) - Nobody came.\n\n(Reporting by Ann Moss and Paul Stone; Writing By Ada Roe; Editing by "
        "Mary Poe)",
        "LIMA/location | ZNA/organization | Ann Moss/person | Paul Stone/person | Ada Roe/person | Mary Poe/person"}});
}

// What a worker keeps from one story must not show in the next: here the same words with the other apostrophe, and in
// another place of the sentence.
TEST(Names, DoesNotDependOnTheStoriesBefore) {
  const char* const texts[] = {
      "Jo O'Neil-Reyes's team met the U.S. envoy, who'd left.",
      "Jo O\u2019Neil-Reyes\u2019s team left the U.S.\n\nU.S. envoys who\u2019d come met IT staff."};
  const Lexicon lexicon(embedded_bytes());
  const auto shared = make_tagger_scratch();
  for (const int i : {0, 1, 0}) {
    const Story story = test::analyze(texts[i]);
    const auto fresh = make_tagger_scratch();
    const std::vector<Name> names = find_names(story, lexicon, *fresh), again = find_names(story, lexicon, *shared);
    ASSERT_EQ(names.size(), again.size()) << texts[i];
    for (std::size_t n = 0; n < names.size(); ++n) {
      EXPECT_EQ(story.words(names[n].span), story.words(again[n].span));
      EXPECT_EQ(names[n].confidence, again[n].confidence) << story.words(names[n].span);
    }
  }
}

// Nor may it show where in a story the memory of words was full.
TEST(Names, DoesNotDependOnWhatWasForgotten) {
  const auto list_of_names = [](int first, int count) {
    std::string text = "The list named";
    for (int n = first; n < first + count; ++n) {
      text += " Z";
      for (int rest = n; rest != 0; rest /= 26) text += static_cast<char>('a' + rest % 26);
      text += n % 3 == 0 ? " and" : ",";
    }
    return text + " others.";
  };
  const Lexicon lexicon(embedded_bytes());
  const Story others = test::analyze(list_of_names(100'000, 20'000)), story = test::analyze(list_of_names(1, 45'000));
  const auto fresh = make_tagger_scratch(), used = make_tagger_scratch();
  (void)find_names(others, lexicon, *used);
  const std::vector<Name> names = find_names(story, lexicon, *fresh), again = find_names(story, lexicon, *used);
  ASSERT_EQ(names.size(), again.size());
  for (std::size_t n = 0; n < names.size(); ++n) {
    ASSERT_EQ(names[n].first_token, again[n].first_token);
    ASSERT_EQ(names[n].end_token, again[n].end_token);
    ASSERT_EQ(names[n].confidence, again[n].confidence);
  }
}

// Nor what another model said.
TEST(Names, DoesNotDependOnTheModelBefore) {
  const std::string bytes(Blob(embedded_bytes()).section("model/names"));
  std::string other = bytes;
  std::mt19937 random(1);
  for (std::size_t i = sizeof(NamesHeader); i < other.size(); ++i) other[i] = static_cast<char>(random());
  const Lexicon lexicon(embedded_bytes());
  const Story story = test::analyze("Jo Reyes of the Bank of Zembla met U.S. envoys in Paris, and Zembla's minister.");
  NamesScratch used;
  for (const std::string_view model : {std::string_view(bytes), std::string_view(other), std::string_view(bytes)}) {
    NamesScratch fresh;
    use_model(model, fresh);
    use_model(model, used);
    const std::vector<Name> names = tag_names(story, lexicon, fresh), again = tag_names(story, lexicon, used);
    ASSERT_EQ(names.size(), again.size());
    for (std::size_t n = 0; n < names.size(); ++n) {
      EXPECT_EQ(names[n].span, again[n].span);
      EXPECT_EQ(names[n].confidence, again[n].confidence);
    }
  }
}

TEST(Names, LeavesTitlesAndPossessivesOutside) {
  check({
      {"Mr Smith and Gen. John Baker saw Russia's army.", "Smith/person | John Baker/person | Russia/location"},
      {"It rained on the second day of the harvest.", ""},
      {"", ""},
  });
}

TEST(Names, LinesOfCapitalsAreReadLikeTheBody) {
  check({
      {"OKONKWO-BAKER TO VISIT BERLIN\n\nPresident Ada Okonkwo-Baker will visit Berlin next week, she said.",
       "OKONKWO-BAKER/person | BERLIN/location | Ada Okonkwo-Baker/person | Berlin/location"},
  });
}

// A damaged model is refused by its message, and never read beyond its end.
TEST(Names, RefusesDamagedModels) {
  const std::string_view good = Blob(embedded_bytes()).section("model/names");
  ASSERT_FALSE(good.empty());
  EXPECT_NO_THROW(NamesModel{good});
  EXPECT_TRUE(NamesModel{std::string_view()}.empty());
  for (std::size_t size : {std::size_t{1}, std::size_t{100}, sizeof(NamesHeader), good.size() - 1})
    EXPECT_THROW(NamesModel{good.substr(0, size)}, std::runtime_error) << size;
  struct Damage {
    std::size_t offset;
    const char* message;
  };
  for (const Damage& damage : {Damage{0, "format"},
                               {offsetof(NamesHeader, feature_set), "features"},
                               {offsetof(NamesHeader, bucket_count), "fit"},
                               {offsetof(NamesHeader, word_slots), "fit"}}) {
    alignas(64) NamesHeader header;
    std::memcpy(&header, good.data(), sizeof header);
    reinterpret_cast<char*>(&header)[damage.offset] ^= 1;
    std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
    bytes += good.substr(sizeof header);
    try {
      NamesModel{bytes};
      ADD_FAILURE() << "accepted with byte " << damage.offset << " changed";
    } catch (const std::runtime_error& error) {
      EXPECT_NE(std::string(error.what()).find(damage.message), std::string::npos) << error.what();
    }
  }
}

// Bytes that no check can tell from sound ones may give other names, but names they are.
TEST(Names, SurvivesDamagedModels) {
  const Lexicon lexicon(embedded_bytes());
  const Story story =
      test::analyze("OKONKWO TO VISIT BERLIN\n\nPresident Ada Okonkwo-Baker of the U.N. will visit Berlin, she said.");
  const std::string_view good = lexicon.blob.section("model/names");
  std::size_t opened = 0;
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    const bool in_header = seed % 2 == 0;
    // Of the header the transitions only: the fields before them are checked above.
    const std::string bytes(good.substr(0, offsetof(NamesHeader, transitions)));
    const std::string_view rest = good.substr(bytes.size());
    const std::string model = bytes + (in_header ? test::damaged(rest, sizeof(NamesHeader), 200, seed)
                                                 : test::damaged(rest, rest.size(), rest.size() / 4, seed));
    NamesScratch scratch;
    try {
      use_model(model, scratch);
    } catch (const std::runtime_error&) {
      continue;
    }
    ++opened;
    std::uint32_t end = 0;
    for (const Name& name : tag_names(story, lexicon, scratch)) {
      EXPECT_LE(end, name.first_token) << seed;
      EXPECT_LT(name.first_token, name.end_token) << seed;
      EXPECT_TRUE(name.confidence >= 0 && name.confidence <= 1) << seed;
      end = name.end_token;
    }
    EXPECT_LE(end, story.tokens.size()) << seed;
  }
  EXPECT_EQ(opened, 60U);
}

// "Paris" alone is as sure as anything; a word that only looks like a name isn't.
TEST(Names, SaysHowSureItIs) {
  const Story story = test::analyze("The talks were held in Paris on Tuesday, the French foreign minister said.");
  ASSERT_FALSE(story.names.empty());
  EXPECT_EQ(story.words(story.names[0].span), "Paris");
  EXPECT_GT(story.names[0].confidence, 0.9F);
}

TEST(Names, DecodesTheBestLegalSequence) {
  const NameLabel begin = name_label(EntityType::person, NamePlace::begin);
  const NameLabel last = name_label(EntityType::person, NamePlace::last);
  const NameLabel inside_place = name_label(EntityType::location, NamePlace::inside);
  std::vector<NameScores> scores(3);
  scores[0].lane[begin - 1] = 100;
  scores[1].lane[last - 1] = 100;
  scores[1].lane[inside_place - 1] = 150;  // better alone, but nothing of its type is open
  std::int16_t transitions[kNameLabels][kNameLabels] = {};
  NameLattice lattice;
  std::vector<NameLabel> labels(3);
  decode_names(scores, NameTransitions(transitions), false, lattice, labels);
  EXPECT_EQ(labels, (std::vector<NameLabel>{begin, last, kOutside}));
}

// The score of a sequence of labels; far below all others where it is not legal.
int score_of(std::span<const NameLabel> labels, std::span<const NameScores> scores,
             const NameTransitionTable& transitions, bool is_followed) {
  constexpr int kIllegal = -1'000'000;
  NameLabel before = kOutside;
  int score = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (!may_follow(before, labels[i])) return kIllegal;
    score += transitions[before][labels[i]] + (labels[i] == kOutside ? 0 : scores[i].lane[labels[i] - 1U]);
    before = labels[i];
  }
  if (leaves_open(before)) return kIllegal;
  return score + (is_followed ? transitions[before][kOutside] : 0);
}

TEST(Names, DecodesAsASearchOfAllSequencesDoes) {
  std::mt19937 random(7);
  const auto draw = [&] { return static_cast<std::int16_t>(static_cast<int>(random() % 1001) - 500); };
  NameLattice lattice;
  for (int trial = 0; trial < 60; ++trial) {
    NameTransitionTable transitions;
    for (auto& row : transitions)
      for (std::int16_t& score : row) score = draw();
    const NameTransitions prepared(transitions);
    std::vector<NameScores> scores(1 + static_cast<std::size_t>(trial) % 3);
    for (NameScores& token : scores)
      for (std::int16_t& score : token.lane) score = draw();
    for (const bool is_followed : {false, true}) {
      std::vector<NameLabel> labels(scores.size()), all(scores.size(), kOutside);
      decode_names(scores, prepared, is_followed, lattice, labels);
      int best = score_of(all, scores, transitions, is_followed);
      for (std::size_t i = 0; i < all.size();) {  // counts through all sequences
        all[i] = static_cast<NameLabel>((all[i] + 1) % kNameLabels);
        if (all[i] == kOutside) {
          ++i;
          continue;
        }
        i = 0;
        best = std::max(best, score_of(all, scores, transitions, is_followed));
      }
      EXPECT_EQ(score_of(labels, scores, transitions, is_followed), best) << "in trial " << trial;
    }
  }
}

}  // namespace
}  // namespace wirecut
