#include "pos_habits.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <numeric>
#include <unordered_map>

#include "structure/structure.h"
#include "tagged_corpus.h"
#include "tokens/tokens.h"

namespace wirecut {
namespace {

// Of a word's uses, or of those behind one tag, at least so many, of which such a share has the same tag.
constexpr std::uint32_t kWordUses = 30, kHabitUses = 10;
constexpr double kWordShare = 0.997, kHabitShare = 0.99;
constexpr double kWorthALook = 0.5;  // share of a word's uses that its habits settle

using TagCounts = std::array<std::uint32_t, kPosTagCount>;

std::uint32_t sum_of(const TagCounts& counts) { return std::accumulate(counts.begin(), counts.end(), 0U); }

// The tag of nearly all uses; none where there is no such tag.
PosTag sure_tag(const TagCounts& counts, std::uint32_t least_uses, double least_share) {
  const std::uint32_t total = sum_of(counts);
  const auto most = std::max_element(counts.begin(), counts.end());
  if (total < least_uses || *most < least_share * total) return PosTag::none;
  return static_cast<PosTag>(most - counts.begin());
}

struct WordUses {
  std::string word;
  std::array<TagCounts, kPosTagCount> behind{};  // by the tag before
};
using UsesByForm = std::unordered_map<std::uint64_t, WordUses>;

void count_story(const PosModel& model, const Story& story, UsesByForm& uses) {
  for (const Sentence& sentence : story.sentences) {
    std::vector<PosWord> words(2, edge_word());
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i)
      words.push_back(model.describe(story.tokens[i], story.words(story.tokens[i].span)));
    words.resize(words.size() + 2, edge_word());
    std::vector<PosTag> tags(words.size() - 4);
    model.tag(words, tags);
    for (std::size_t i = 0; i < tags.size(); ++i) {
      const PosWord& word = words[i + 2];
      if (word.only_tag != PosTag::none) continue;
      WordUses& of_word = uses[word.form];
      if (of_word.word.empty()) of_word.word = word.text;
      const PosTag before = i == 0 ? PosTag::none : tags[i - 1];
      ++of_word.behind[static_cast<std::size_t>(before)][static_cast<std::size_t>(tags[i])];
    }
  }
}

UsesByForm count_uses(const PosModel& model, const std::vector<std::string>& news, const Lexicon& lexicon) {
  UsesByForm uses;
  Tokenization tokenization;
  for (const std::string& path : news)
    for_each_line(path, [&](std::string_view line) {
      Story story;
      story.text = nlohmann::json::parse(line).at("text").get<std::string>();
      story.structure = parse_structure(story, lexicon);
      tokenize(story, lexicon, tokenization);
      std::swap(story.tokens, tokenization.tokens);
      std::swap(story.sentences, tokenization.sentences);
      count_story(model, story, uses);
    });
  return uses;
}

std::vector<PosHabit> pack_habits(std::vector<std::pair<std::uint64_t, PosTag>> habits) {
  std::sort(habits.begin(), habits.end());
  const auto buckets = static_cast<std::uint32_t>(habits.size() / 2 + 1);
  std::vector<PosHabit> places(buckets * kPosBucket);
  std::size_t lost = 0;
  for (const auto& [key, tag] : habits) {
    const auto bucket = places.begin() + pos_bucket(key, buckets) * std::ptrdiff_t{kPosBucket};
    const auto place = std::find(bucket, bucket + kPosBucket, 0);
    if (place == bucket + kPosBucket)
      ++lost;
    else
      *place = pos_habit(key, tag);
  }
  fmt::print("{} habits, {} without room\n", habits.size(), lost);
  return places;
}

}  // namespace

std::vector<PosHabit> learn_habits(const PosModel& model, const std::vector<std::string>& news, const Lexicon& lexicon,
                                   PosWords& words) {
  std::vector<std::pair<std::uint64_t, PosTag>> habits;
  std::size_t all = 0, settled = 0, with_habits = 0;
  for (const auto& [form, uses] : count_uses(model, news, lexicon)) {
    TagCounts together{};
    for (const TagCounts& counts : uses.behind)
      for (std::size_t tag = 0; tag < kPosTagCount; ++tag) together[tag] += counts[tag];
    const std::uint32_t total = sum_of(together);
    all += total;
    if (total < kWordUses) continue;
    if (const PosTag only = sure_tag(together, kWordUses, kWordShare); only != PosTag::none) {
      words[uses.word].only_tag = static_cast<std::uint8_t>(only);
      settled += total;
      continue;
    }
    std::vector<std::pair<std::uint64_t, PosTag>> of_word;
    std::uint32_t covered = 0;
    for (std::size_t before = 0; before < kPosTagCount; ++before) {
      const PosTag tag = sure_tag(uses.behind[before], kHabitUses, kHabitShare);
      if (tag == PosTag::none) continue;
      of_word.push_back({pos_habit_key(form, static_cast<PosTag>(before)), tag});
      covered += sum_of(uses.behind[before]);
    }
    if (covered < kWorthALook * total) continue;
    words[uses.word].only_tag = kPosHasHabits;
    habits.insert(habits.end(), of_word.begin(), of_word.end());
    settled += covered;
    ++with_habits;
  }
  fmt::print("{} words with habits; {:.1f} % of {} scored uses are settled\n", with_habits,
             100.0 * static_cast<double>(settled) / static_cast<double>(std::max<std::size_t>(1, all)), all);
  return pack_habits(std::move(habits));
}

}  // namespace wirecut
