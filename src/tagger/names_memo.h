// Features on their way to their sum, and sums of weights that are needed again and again, kept by what they depend on:
// caches only, which never change a result.
#pragma once

#include <array>
#include <bit>
#include <cassert>
#include <cstdint>
#include <string_view>
#include <vector>

#include "lexicon/hash.h"
#include "lexicon/lexicon.h"
#include "tagger/names_features.h"
#include "tagger/names_model.h"
#include "wirecut/story.h"

namespace wirecut {

// Features gathered first, so that what is known of them is on the way when it is read: their places in the model, then
// the rows of those that it has. With time between the steps nothing waits for memory.
class NameFeatures {
 public:
  explicit NameFeatures(const NamesModel& model) : model_(model) {}

  void operator()(std::uint64_t feature) {
    assert(count_ < kMost);
    const FeaturePlace place = model_.place_of(feature);
    model_.prefetch(place);
    places_[count_++] = place;
  }

  void clear() { count_ = found_ = 0; }

  // Without a branch on whether the model knows the feature: that can't be foreseen.
  void find_rows() {
    std::size_t count = 0;
    for (std::size_t i = 0; i < count_; ++i) {
      const NamesModel::Found found = model_.find(places_[i]);
      __builtin_prefetch(found.row);
      rows_[count] = found;
      count += found.shift != 0 ? 1 : 0;
    }
    found_ = count;
  }

  // Of the rows that find_rows() has found, added to `scores`.
  NameScores sum(NameScores scores = {}) const {
    for (std::size_t i = 0; i < found_; ++i) scores.add(*rows_[i].row, rows_[i].shift);
    return scores;
  }

 private:
  static constexpr std::size_t kMost = 256;  // 64 list bits on three tokens, and some thirty others
  NamesModel model_;
  std::size_t count_ = 0, found_ = 0;
  std::array<FeaturePlace, kMost> places_;     // of which there are `count_`
  std::array<NamesModel::Found, kMost> rows_;  // `found_`
};

// What a word is, wherever it stands: three cache lines.
struct alignas(64) KnownWord {
  std::uint64_t key = 0;    // see WordMemo::key_of()
  std::uint64_t lists = 0;  // as NameToken::lists, of the lists where no longer entry begins with the word
  std::uint16_t class_2000 = 0, class_500 = 0;
  std::uint8_t class_100 = 0;
  std::uint8_t usual = 0;         // as NameToken::usual
  NameUse use = NameUse::unseen;  // of the form
  std::uint8_t open_lists = 0;    // bit i: a longer entry of the list i of name_lists_of() begins with the word
  std::uint32_t known_rows = 0;   // bit k: rows[k] is summed up
  // rows[k]: the weights that it gives to the token k - kNameReach places before it.
  std::array<NameScores, kReachSlots> rows{};
};
static_assert(sizeof(KnownWord) == 192);

inline constexpr std::uint32_t kAllRows = (1U << kReachSlots) - 1;

inline constexpr std::size_t kNameLists = 3;
inline std::array<const Table*, kNameLists> name_lists_of(const Lexicon& lexicon) {
  return {&lexicon.name_lists, &lexicon.person_names, &lexicon.city_names};
}

// Sums up the rows of a known word that `rows` has the bits of: many words never need but one or two.
void sum_rows(std::string_view word, const NameToken& name, const NamesModel& model, std::uint32_t rows,
              KnownWord& known);

// The words met so far, by their hash and the spelling and shape they are taken for. Forgets all of them when it is
// full: the common ones are soon back.
class WordMemo {
 public:
  WordMemo() { clear(); }

  // Tells all that know() and sum_rows() read. The same letters may have two shapes, as "U.S." at the end of a sentence
  // and elsewhere, and in lines of capitals another form. The token's hash is the same for either apostrophe, so beyond
  // ASCII the bytes count: `bytes_hash` is theirs, or 0.
  static std::uint64_t key_of(const Token& token, const NameToken& name, std::uint64_t bytes_hash) {
    const std::uint64_t taken_for = std::uint64_t{name.form} << 8 | static_cast<std::uint64_t>(name.shape);
    const std::uint64_t key = token.hash ^ taken_for * 0x9e3779b97f4a7c15ULL;
    return bytes_hash == 0 ? key : hash_chain(key, bytes_hash);
  }

  // Asks the memory for what find() will read: of the first of these the second reads.
  void prefetch_slot(std::uint64_t key) const { __builtin_prefetch(&slots_[home_of(key)]); }
  void prefetch_word(std::uint64_t key, const Token& token, const NameToken& name, const Lexicon& lexicon,
                     const NamesModel& model) const;

  // A ticket of the word, never 0, by which it is had again as long as it is not forgotten.
  std::uint32_t find(std::uint64_t key, const Token& token, const NameToken& name, const Lexicon& lexicon,
                     const NamesModel& model) {
    for (std::size_t at = home_of(key); !slots_[at].is_free(); at = (at + 1) % kSlots)
      if (slots_[at].tag == tag_of(key) && words_[slots_[at].index()].key == key)
        return first_ticket_ + slots_[at].index();
    return add(key, token, name, lexicon, model);
  }
  bool has(std::uint32_t ticket) const { return ticket - first_ticket_ < word_count_; }
  KnownWord& operator[](std::uint32_t ticket) { return words_[ticket - first_ticket_]; }
  void clear();

 private:
  static constexpr std::size_t kSlots = 1U << 16;

  // By key: a word, and part of its key, so that other words need not be looked at.
  struct Slot {
    std::uint16_t number = 0;  // index into words_ and 1 more; 0: free
    std::uint16_t tag = 0;

    bool is_free() const { return number == 0; }
    std::uint32_t index() const { return number - 1U; }
  };
  static std::size_t home_of(std::uint64_t key) { return key % kSlots; }
  static std::uint16_t tag_of(std::uint64_t key) { return static_cast<std::uint16_t>(key >> 48); }

  std::uint32_t add(std::uint64_t key, const Token& token, const NameToken& name, const Lexicon& lexicon,
                    const NamesModel& model);

  std::vector<KnownWord> words_;  // as many as were seen, so that a single story touches little memory
  std::vector<Slot> slots_;
  std::uint32_t word_count_ = 0;    // words_.size()
  std::uint32_t first_ticket_ = 1;  // that of words_[0]
};

// The sums of groups of features whose few values keep coming back together. It is cleared before it is used.
class GroupMemo {
 public:
  // Adds the weights of the features that `features(sink)` names. `key` must tell all that they depend on.
  template <class Features>
  void add_to(NameScores& scores, std::uint64_t key, const NamesModel& model, Features&& features) {
    Entry& entry = entries_[key * 0x9e3779b97f4a7c15ULL >> (64 - std::countr_zero(kEntries))];
    if (entry.key != key) fill(entry, key, model, features);
    scores.add(entry.sum);
  }
  void clear() { entries_.assign(kEntries, {}); }

 private:
  static constexpr std::size_t kEntries = 1024;
  struct Entry {
    NameScores sum;
    std::uint64_t key = 0;
  };

  template <class Features>
  [[gnu::noinline]] static void fill(Entry& entry, std::uint64_t key, const NamesModel& model, Features& features) {
    NameFeatures list(model);
    features(list);
    list.find_rows();
    entry.key = key;
    entry.sum = list.sum();
  }

  std::vector<Entry> entries_;
};

}  // namespace wirecut
