// Lines of capitals and headlines in Title Case say nothing with their capitals. There a word is taken as the rest of
// the story spells it, else as English usually does (the vocabulary's commonest spelling), so that "LONDON" and
// "London" share what was learnt of them.

#include "tagger/names_story.h"

#include <algorithm>
#include <bit>

namespace wirecut {
namespace {

constexpr std::size_t kLongestEntry = 8;  // words of a list entry that are looked at

bool is_word(const Token& token) { return token.kind == TokenKind::word; }

// Does the word's capital mean something here: not the first of its sentence or of a quotation?
bool capital_counts(const Story& story, const Sentence& sentence, std::uint32_t i) {
  if (i == sentence.first_token) return false;
  const Token& before = story.tokens[i - 1];
  return before.kind == TokenKind::word || before.kind == TokenKind::number ||
         (before.kind == TokenKind::punctuation && story.text[before.span.start] == ',');
}

LineKind line_kind(const Story& story, const Sentence& sentence) {
  std::uint32_t words = 0, capitals = 0, long_words = 0, long_capitalized = 0;
  for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
    const Token& token = story.tokens[i];
    if (!is_word(token) || token.span.size() < 2) continue;
    ++words;
    if (token.has(kAllCaps)) ++capitals;
    if (token.span.size() < 4) continue;
    ++long_words;
    if (token.has(kCapitalized)) ++long_capitalized;
  }
  if (words > 0 && capitals * 10 >= words * 7) return LineKind::capitals;
  const char last = story.text[story.tokens[sentence.end_token - 1].span.start];
  if (long_words >= 4 && last != '.' && long_capitalized * 10 >= long_words * 8) return LineKind::title_case;
  return LineKind::prose;
}

void note_spelling(const Story& story, const Sentence& sentence, std::uint32_t i, const NameToken& token,
                   StoryWord& word) {
  if (token.shape == WordShape::lower) word.seen_lower = true;
  if (is_plain(token.shape) || !capital_counts(story, sentence, i)) return;
  word.capital_form = token.form;
  word.capital_shape = token.shape;
}

// How a word of a line whose capitals mean nothing is taken to be spelled.
void restore_case(LineKind line, const StoryWord& word, const NamesWord* usual, NameToken& token) {
  const auto set = [&](std::uint32_t form, WordShape shape) {
    token.form = form;
    token.shape = shape;
  };
  const bool has_usual = usual != nullptr && usual->usual_check != 0;
  if (line == LineKind::capitals) {
    if (token.shape != WordShape::capitals && token.shape != WordShape::acronym &&
        token.shape != WordShape::capital_capital)
      return;
    if (word.capital_form != 0) {
      set(word.capital_form, word.capital_shape);
    } else if (word.seen_lower) {
      set(token.lower, WordShape::lower);
    } else if (has_usual) {
      set(usual->usual_check, static_cast<WordShape>(usual->usual_shape));
    }
  } else if (token.shape == WordShape::capital && word.capital_form == 0) {
    if (word.seen_lower ||
        (has_usual && static_cast<WordShape>(usual->usual_shape) == WordShape::lower))
      set(token.lower, WordShape::lower);
  }
}

// Marks the tokens of list entries: kinds of the entry (letters from 'a') by place in it.
void mark_lists(const Story& story, const Table& lists, const Sentence& sentence, std::uint32_t sentence_index,
                NameStory& into) {
  for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
    if (story.tokens[i].hash == story.tokens[i].lower_hash) continue;  // no capital in it
    const std::uint32_t end = std::min<std::uint32_t>(sentence.end_token, i + kLongestEntry);
    const PhraseMatch match =
        find_longest(lists, story.tokens, i, end, [](const Token& token) { return token.lower_hash; });
    if (match.rows.empty()) continue;
    const std::uint32_t length = match.end_token - i;
    for (std::uint32_t j = i; j < match.end_token; ++j) {
      const NamePlace place = length == 1                 ? NamePlace::unit
                              : j == i                    ? NamePlace::begin
                              : j + 1 == match.end_token  ? NamePlace::last
                                                          : NamePlace::inside;
      for (char kind : lists.cell(match.rows.first, 1))
        into.tokens[NameStory::position(j, sentence_index)].lists |=
            std::uint64_t{1} << (4 * (static_cast<unsigned>(kind - 'a') & 15U) + static_cast<unsigned>(place));
    }
  }
}

}  // namespace

void StoryWords::reset(std::size_t token_count) {
  const std::size_t size = std::bit_ceil(std::max<std::size_t>(64, token_count * 3 / 2));
  slots_.assign(size, StoryWord{});
  mask_ = static_cast<std::uint32_t>(size - 1);
}

std::uint32_t StoryWords::find_or_add(std::uint32_t lower) {
  std::uint32_t at = static_cast<std::uint32_t>(mix_bits(lower) >> 32) & mask_;
  while (slots_[at].lower != 0 && slots_[at].lower != lower) at = (at + 1) & mask_;
  slots_[at].lower = lower;
  return at;
}

void read_name_story(const Story& story, const Lexicon& lexicon, const NamesModel& model, NameStory& into) {
  into.tokens.assign(story.tokens.size() + kNameReach * (story.sentences.size() + 1), NameToken{});
  into.sentences.resize(story.sentences.size());
  into.words.reset(story.tokens.size() + 1);
  for (std::uint32_t s = 0; s < story.sentences.size(); ++s) {
    const Sentence& sentence = story.sentences[s];
    into.sentences[s] = {line_kind(story, sentence), sentence.part};
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      const Token& token = story.tokens[i];
      NameToken& name = into.tokens[NameStory::position(i, s)];
      name.form = NamesModel::check_of(token.hash);
      name.lower = NamesModel::check_of(token.lower_hash);
      name.shape = shape_of(story.words(token.span), token);
      name.story_word = into.words.find_or_add(name.lower);
      if (into.sentences[s].line == LineKind::prose)
        note_spelling(story, sentence, i, name, into.words[name.story_word]);
    }
  }
  for (std::uint32_t s = 0; s < story.sentences.size(); ++s) {
    const Sentence& sentence = story.sentences[s];
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      NameToken& name = into.tokens[NameStory::position(i, s)];
      const StoryWord& word = into.words[name.story_word];
      const NamesWord* usual = model.find_word(name.lower);
      if (into.sentences[s].line != LineKind::prose) restore_case(into.sentences[s].line, word, usual, name);
      name.evidence = static_cast<std::uint8_t>((word.seen_lower ? kSeenLower : 0) |
                                                (word.capital_form != 0 ? kSeenCapital : 0));
      name.usual = usual == nullptr ? 0 : static_cast<std::uint8_t>(1 + usual->usual_shape);
      const NamesWord* known = name.form == name.lower ? usual : model.find_word(name.form);
      if (known == nullptr) continue;
      name.class_2000 = known->class_2000;
      name.class_500 = known->class_500;
      name.class_100 = known->class_100;
    }
    for (const Table* lists : {&lexicon.name_lists, &lexicon.person_names, &lexicon.city_names})
      mark_lists(story, *lists, sentence, s, into);
  }
}

}  // namespace wirecut
