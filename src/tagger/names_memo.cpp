#include "tagger/names_memo.h"

#include <bit>

namespace wirecut {
namespace {

// 6 MB: twice as many save a thirtieth of the stage, and take as much from others.
constexpr std::size_t kMostWords = 32'000;
static_assert(kMostWords <= UINT16_MAX);

// Those of KnownWord::rows for which the letters count.
constexpr std::uint32_t kRowsOfLetters = [] {
  std::uint32_t rows = 0;
  for (int k = 0; k < kReachSlots; ++k) rows |= reads_letters(k - kNameReach) ? 1U << k : 0;
  return rows;
}();

KnownWord know(std::uint64_t lower_hash, const NameToken& name, const Lexicon& lexicon, const NamesModel& model) {
  KnownWord known;
  if (const NamesWord* form = model.find_word(name.form)) {
    known.class_2000 = form->class_2000;
    known.class_500 = form->class_500;
    known.class_100 = form->class_100;
    known.use = form->use;
  }
  if (const NamesWord* usual = model.find_word(name.lower))
    known.usual = static_cast<std::uint8_t>(1 + usual->usual_shape);
  const auto lists = name_lists_of(lexicon);
  for (std::size_t i = 0; i < lists.size(); ++i) {
    const PhraseStep step = lists[i]->step(lower_hash);
    if (step.continues)
      known.open_lists |= static_cast<std::uint8_t>(1U << i);
    else if (!step.rows.empty())
      known.lists |= list_marks(*lists[i], step.rows, NamePlace::unit);
  }
  return known;
}

}  // namespace

void WordMemo::prefetch_word(std::uint64_t key, const Token& token, const NameToken& name, const Lexicon& lexicon,
                             const NamesModel& model) const {
  constexpr std::size_t kLine = 64;
  for (std::size_t at = home_of(key); !slots_[at].is_free(); at = (at + 1) % kSlots) {
    if (slots_[at].tag != tag_of(key)) continue;
    const char* word = reinterpret_cast<const char*>(&words_[slots_[at].index()]);
    for (std::size_t line = 0; line < sizeof(KnownWord); line += kLine) __builtin_prefetch(word + line);
    return;
  }
  model.prefetch_word(name.form);
  model.prefetch_word(name.lower);
  for (const Table* list : name_lists_of(lexicon)) list->prefetch(token.lower_hash);
}

std::uint32_t WordMemo::add(std::uint64_t key, const Token& token, const NameToken& name, const Lexicon& lexicon,
                            const NamesModel& model) {
  if (word_count_ == kMostWords) clear();
  std::size_t at = home_of(key);
  while (!slots_[at].is_free()) at = (at + 1) % kSlots;
  words_.push_back(know(token.lower_hash, name, lexicon, model));
  words_.back().key = key;
  slots_[at] = {static_cast<std::uint16_t>(++word_count_), tag_of(key)};
  return first_ticket_ + word_count_ - 1;
}

void sum_rows(std::string_view word, const NameToken& name, const NamesModel& model, std::uint32_t rows,
              KnownWord& known) {
  WordFacts facts;
  facts.form = name.form;
  facts.lower = name.lower;
  facts.shape = name.shape;
  facts.class_2000 = known.class_2000;
  facts.class_500 = known.class_500;
  facts.class_100 = known.class_100;
  if ((rows & kRowsOfLetters) != 0) read_letters(word, facts);
  known.known_rows |= rows;
  std::array<NameFeatures, kReachSlots> features{NameFeatures(model), NameFeatures(model), NameFeatures(model),
                                                 NameFeatures(model), NameFeatures(model)};
  const auto each = [&](auto visit) {
    for (std::uint32_t rest = rows; rest != 0; rest &= rest - 1)
      visit(static_cast<std::size_t>(std::countr_zero(rest)));
  };
  each([&](std::size_t k) { word_features(facts, static_cast<int>(k) - kNameReach, features[k]); });
  each([&](std::size_t k) { features[k].find_rows(); });
  each([&](std::size_t k) { known.rows[k] = features[k].sum(); });
}

void WordMemo::clear() {
  first_ticket_ = 1 + (first_ticket_ + word_count_) % (1U << 31);  // none comes again soon
  word_count_ = 0;
  words_.clear();
  words_.reserve(kMostWords);  // takes no memory until it is used
  slots_.assign(kSlots, {});
}

}  // namespace wirecut
