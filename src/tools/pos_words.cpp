#include "pos_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

#include "lexicon/hash.h"

namespace wirecut {
namespace {

constexpr double kPure = 0.999;      // a word has one tag only if this share of at least
constexpr unsigned kPureCount = 12;  // so many uses have it

struct WordFacts {
  std::map<PosTag, unsigned> counts;
  unsigned total = 0;
};

using TagSet = std::vector<PosTag>;

std::map<std::string, WordFacts> count_words(const std::vector<Example>& examples) {
  std::map<std::string, WordFacts> facts;
  for (const Example& e : examples)
    for (std::size_t i = 0; i < e.words.size(); ++i) {
      WordFacts& f = facts[e.words[i]];
      ++f.counts[e.tags[i]];
      ++f.total;
    }
  return facts;
}

// The tags of at least 2 % of a word's uses.
TagSet tag_set_of(const WordFacts& facts) {
  TagSet set;
  for (const auto& [tag, n] : facts.counts)
    if (n >= 0.02 * facts.total) set.push_back(tag);
  if (facts.total < 8) set.push_back(PosTag::none);  // seldom seen: other tags are likely
  return set;
}

// The 254 commonest sets have a number, all others are 255.
std::map<TagSet, std::uint8_t> number_tag_sets(const std::map<TagSet, unsigned>& uses) {
  std::vector<std::pair<unsigned, TagSet>> order;
  for (const auto& [set, n] : uses) order.emplace_back(n, set);
  std::sort(order.rbegin(), order.rend());
  std::map<TagSet, std::uint8_t> numbers;
  for (std::size_t i = 0; i < order.size(); ++i)
    numbers[order[i].second] = static_cast<std::uint8_t>(std::min<std::size_t>(i + 1, 255));
  return numbers;
}

}  // namespace

PosWords build_words(const std::vector<Example>& examples, const std::string& classes, std::size_t class_words) {
  PosWords slots;
  for (const auto& [word, word_class] : read_classes(classes, class_words)) slots[word] = {0, word_class, 0, 0};
  std::map<TagSet, unsigned> uses;
  std::map<std::string, TagSet> sets;
  for (const auto& [word, f] : count_words(examples)) {
    const PosTag fixed = punctuation_tag(word);
    if (f.total < 3 && fixed == PosTag::none) continue;
    PosWordSlot& slot = slots[word];
    slot.only_tag = static_cast<std::uint8_t>(fixed);
    if (fixed != PosTag::none) continue;
    for (const auto& [tag, n] : f.counts)
      if (f.total >= kPureCount && n >= kPure * f.total) slot.only_tag = static_cast<std::uint8_t>(tag);
    uses[sets[word] = tag_set_of(f)] += f.total;
  }
  const std::map<TagSet, std::uint8_t> numbers = number_tag_sets(uses);
  for (const auto& [word, set] : sets) slots[word].tag_set = numbers.at(set);
  return slots;
}

std::string pack_words(const PosWords& slots, const std::vector<Example>& examples) {
  std::map<std::string, WordFacts> facts = count_words(examples);
  std::vector<std::pair<unsigned, const PosWords::value_type*>> order;
  for (const auto& entry : slots) order.emplace_back(facts[entry.first].total, &entry);
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first > b.first; });

  std::vector<PosWordSlot> table(std::bit_ceil(slots.size() * 5 / 4));
  const auto mask = static_cast<std::uint32_t>(table.size() - 1);
  std::size_t only = 0;
  for (const auto& [count, entry] : order) {
    auto [word, slot] = *entry;
    const std::uint64_t hash = hash_word(word);
    slot.check = static_cast<std::uint32_t>(hash >> 32);
    std::uint32_t at = static_cast<std::uint32_t>(hash) & mask;
    while (table[at].check != 0) at = (at + 1) & mask;
    table[at] = slot;
    only += slot.only_tag != 0;
  }
  fmt::print("{} words, {} of one tag, {} slots\n", slots.size(), only, table.size());
  return {reinterpret_cast<const char*>(table.data()), table.size() * sizeof(PosWordSlot)};
}

}  // namespace wirecut
