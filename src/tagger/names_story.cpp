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

LineCase line_case(const Story& story, const Sentence& sentence) {
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
  if (words > 0 && capitals * 10 >= words * 7) return LineCase::capitals;
  const char last = story.text[story.tokens[sentence.end_token - 1].span.start];
  if (long_words >= 4 && last != '.' && long_capitalized * 10 >= long_words * 8) return LineCase::title_case;
  return LineCase::prose;
}

// How a word of a line whose capitals mean nothing is taken to be spelled.
void restore_case(LineCase line, const StoryWord& word, const NamesWord* usual, NameToken& token) {
  const auto set = [&](std::uint32_t form, WordShape shape) {
    token.form = form;
    token.shape = shape;
  };
  const bool has_usual = usual != nullptr && usual->usual_check != 0;
  if (line == LineCase::capitals) {
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
    if (word.seen_lower || (has_usual && static_cast<WordShape>(usual->usual_shape) == WordShape::lower))
      set(token.lower, WordShape::lower);
  }
}

// Marks the tokens of the entry of `lists` that begins at token i, where there is one: kinds of the entry (letters from
// 'a') by place in it.
void mark_entry(const Story& story, const Table& lists, std::uint32_t i, std::uint32_t sentence_index,
                NameStory& into) {
  const std::uint32_t end = std::min<std::uint32_t>(story.sentences[sentence_index].end_token, i + kLongestEntry);
  const PhraseMatch match =
      find_longest(lists, story.tokens, i, end, [](const Token& token) { return token.lower_hash; });
  if (match.rows.empty()) return;
  for (std::uint32_t j = i; j < match.end_token; ++j) {
    const NamePlace place = place_within(j, i, match.end_token);
    into.tokens[NameStory::position(j, sentence_index)].lists |= list_marks(lists, match.rows, place);
  }
}

// Forms, shapes, and the story's words with a capital.
void read_spelling(const Story& story, NameStory& into) {
  for (std::uint32_t s = 0; s < story.sentences.size(); ++s) {
    const Sentence& sentence = story.sentences[s];
    into.sentences[s] = {line_case(story, sentence), sentence.part};
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      const Token& token = story.tokens[i];
      NameToken& name = into.tokens[NameStory::position(i, s)];
      name.form = NamesModel::check_of(token.hash);
      name.lower = NamesModel::check_of(token.lower_hash);
      name.shape = shape_of(story.words(token.span), token);
      if (is_plain(name.shape)) continue;
      name.story_word = into.words.find_or_add(name.lower);
      if (into.sentences[s].line == LineCase::prose && capital_counts(story, sentence, i)) {
        into.words[name.story_word].capital_form = name.form;
        into.words[name.story_word].capital_shape = name.shape;
      }
    }
  }
}

// Which of them the story has in lower case too; then the lines whose capitals mean nothing are spelled anew.
void compare_spelling(const Story& story, const NamesModel& model, NameStory& into) {
  for (std::uint32_t s = 0; s < story.sentences.size(); ++s) {
    if (into.sentences[s].line != LineCase::prose) continue;
    const std::uint32_t end = NameStory::position(story.sentences[s].end_token, s);
    for (std::uint32_t at = NameStory::position(story.sentences[s].first_token, s); at < end; ++at)
      if (into.tokens[at].shape == WordShape::lower)
        if (StoryWord* word = into.words.find(into.tokens[at].lower)) word->seen_lower = true;
  }
  for (std::uint32_t s = 0; s < story.sentences.size(); ++s) {
    if (into.sentences[s].line == LineCase::prose) continue;
    const Sentence& sentence = story.sentences[s];
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
      NameToken& name = into.tokens[NameStory::position(i, s)];
      if (is_plain(name.shape)) continue;
      restore_case(into.sentences[s].line, into.words[name.story_word], model.find_word(name.lower), name);
    }
  }
}

// Looks a token of the story up in the memory of words.
struct WordReader {
  const Story& story;
  const Lexicon& lexicon;
  const NamesModel& model;
  WordMemo& memo;
  NameStory& into;

  const KnownWord& known(std::uint32_t at, std::uint32_t shift) const {
    const Token& token = story.tokens[at - shift];
    return memo.find(story.words(token.span), token.hash, token.lower_hash, into.tokens[at], lexicon, model);
  }
};

// How a token's letters mark it as part of a name, or leave that to its neighbours.
bool is_marked(const Token& token, const NameToken& name) {
  return !is_plain(name.shape) || token.hash != token.lower_hash;
}

// Of a marked word anything is thought until its use is known. A plain one is part of a name beside others only, and
// only where that was seen.
NameUse use_of_marked(NameUse seen) { return seen == NameUse::unseen ? NameUse::any : seen; }
NameUse use_of_plain(NameUse seen, const NamesModel& model) {
  if (seen == NameUse::unseen) return model.knows_uses() ? NameUse::never : NameUse::with_others;
  return seen == NameUse::any ? NameUse::with_others : seen;
}

// May the token be part of a name, for all that is known of its use and its neighbours'?
bool may_be_in_name(const NameToken* token) {
  const bool follows = token[-1].use != NameUse::never, is_followed = token[1].use != NameUse::never;
  switch (token->use) {
    case NameUse::unseen:
    case NameUse::any:
      return true;
    case NameUse::with_others:
      return follows || is_followed;
    case NameUse::between:
      return follows && is_followed;
    case NameUse::never:
      break;
  }
  return false;
}

// What is known of the use of a sentence's words, [begin, end), in names: of those that are marked, and of the plain
// ones beside them.
void read_uses(const WordReader& reader, std::uint32_t begin, std::uint32_t end, std::uint32_t shift) {
  std::vector<NameToken>& tokens = reader.into.tokens;
  const auto marked = [&](std::uint32_t at) { return is_marked(reader.story.tokens[at - shift], tokens[at]); };
  const auto read_plain = [&](std::uint32_t at) {
    if (tokens[at].use == NameUse::never && !marked(at))
      tokens[at].use = use_of_plain(reader.known(at, shift).use, reader.model);
  };
  for (std::uint32_t at = begin; at < end; ++at) {
    if (!marked(at)) continue;
    tokens[at].use = is_plain(tokens[at].shape) ? NameUse::any : use_of_marked(reader.known(at, shift).use);
    if (tokens[at].use == NameUse::never) continue;
    if (at > begin) read_plain(at - 1);
    if (at + 1 < end) read_plain(at + 1);
  }
}

void find_runs(const WordReader& reader) {
  NameStory& into = reader.into;
  into.runs.clear();
  for (std::uint32_t s = 0; s < reader.story.sentences.size(); ++s) {
    const Sentence& sentence = reader.story.sentences[s];
    const std::uint32_t shift = NameStory::position(0, s);
    const std::uint32_t begin = sentence.first_token + shift, end = sentence.end_token + shift;
    read_uses(reader, begin, end, shift);
    for (std::uint32_t at = begin; at < end; ++at) {
      if (!may_be_in_name(&into.tokens[at])) continue;
      if (!into.runs.empty() && into.runs.back().end == at)  // never of the sentence before: empty tokens part them
        ++into.runs.back().end;
      else
        into.runs.push_back({at, at + 1, s});
    }
  }
}

// What memory, vocabulary and lists say of the words of the runs, and of those that their features see.
void read_words(const WordReader& reader) {
  const Story& story = reader.story;
  NameStory& into = reader.into;
  const auto lists = name_lists_of(reader.lexicon);
  into.scores.assign(into.tokens.size(), NameScores{});
  std::uint32_t next = 0;
  for (const NameRun& run : into.runs) {
    const Sentence& sentence = story.sentences[run.sentence];
    const std::uint32_t shift = NameStory::position(0, run.sentence);
    next = std::max({next, run.first - kNameReach, sentence.first_token + shift});
    const std::uint32_t end = std::min(run.end + kNameReach, sentence.end_token + shift);
    for (; next < end; ++next) {
      const Token& token = story.tokens[next - shift];
      NameToken& name = into.tokens[next];
      const KnownWord& known = reader.known(next, shift);
      for (std::uint32_t k = 0; k < kReachSlots; ++k) into.scores[next + kNameReach - k].add(known.rows[k]);
      name.class_2000 = known.class_2000;
      name.class_500 = known.class_500;
      name.class_100 = known.class_100;
      if (token.hash != token.lower_hash) {  // has a capital
        name.lists |= known.lists;
        for (std::size_t i = 0; i < kNameLists; ++i)
          if ((known.open_lists >> i & 1) != 0) mark_entry(story, *lists[i], next - shift, run.sentence, into);
      }
      if (is_plain(name.shape)) continue;
      const StoryWord& word = into.words[name.story_word];
      name.usual = known.usual;
      name.evidence =
          static_cast<std::uint8_t>((word.seen_lower ? kSeenLower : 0) | (word.capital_form != 0 ? kSeenCapital : 0));
    }
  }
}

}  // namespace

void StoryWords::reset(std::size_t token_count) {
  slots_.assign(std::bit_ceil(std::max<std::size_t>(64, token_count * 3 / 2)), 0);
  mask_ = static_cast<std::uint32_t>(slots_.size() - 1);
  words_.clear();
  sieve_.reset();
}

std::uint32_t StoryWords::find_or_add(std::uint32_t lower) {
  const std::uint64_t hash = mix_bits(lower);
  std::uint32_t at = static_cast<std::uint32_t>(hash >> 32) & mask_;
  for (; slots_[at] != 0; at = (at + 1) & mask_)
    if (words_[slots_[at] - 1].lower == lower) return slots_[at] - 1;
  words_.emplace_back().lower = lower;
  sieve_.set(lower / (1U << 20));
  slots_[at] = static_cast<std::uint32_t>(words_.size());
  return slots_[at] - 1;
}

StoryWord* StoryWords::find(std::uint32_t lower) {
  if (!sieve_.test(lower / (1U << 20))) return nullptr;
  for (std::uint32_t at = static_cast<std::uint32_t>(mix_bits(lower) >> 32) & mask_; slots_[at] != 0;
       at = (at + 1) & mask_)
    if (words_[slots_[at] - 1].lower == lower) return &words_[slots_[at] - 1];
  return nullptr;
}

void read_name_story(const Story& story, const Lexicon& lexicon, const NamesModel& model, WordMemo& memo,
                     NameStory& into) {
  into.tokens.assign(story.tokens.size() + kNameReach * (story.sentences.size() + 1), NameToken{});
  into.sentences.resize(story.sentences.size());
  into.words.reset(story.tokens.size() + 1);
  read_spelling(story, into);
  compare_spelling(story, model, into);
  const WordReader reader{story, lexicon, model, memo, into};
  find_runs(reader);
  read_words(reader);
}

}  // namespace wirecut
