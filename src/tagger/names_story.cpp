// Lines of capitals and headlines in Title Case say nothing with their capitals. There a word is taken as the rest of
// the story spells it, else as English usually does (the vocabulary's commonest spelling), so that "LONDON" and
// "London" share what was learnt of them.

#include "tagger/names_story.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <iterator>
#include <span>

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

// `marked`: the sentence's tokens that have a capital are among them.
LineCase line_case(const Story& story, std::uint32_t s, std::span<const std::uint32_t> marked) {
  constexpr std::uint32_t kLong = 4;        // bytes of a word: shorter ones often have no capital in a title
  constexpr std::uint32_t kTitleWords = 4;  // long ones that a title has at least
  const Sentence& sentence = story.sentences[s];
  std::uint32_t capitals = 0, long_capitalized = 0;
  for (const std::uint32_t at : marked) {
    const Token& token = story.tokens[at - NameStory::position(0, s)];
    if (!is_word(token)) continue;
    capitals += token.has(kAllCaps) ? 1 : 0;
    long_capitalized += token.has(kCapitalized) && token.span.size() >= kLong ? 1 : 0;
  }
  const bool is_closed = story.text[story.tokens[sentence.end_token - 1].span.start] == '.';
  if (capitals == 0 && (is_closed || long_capitalized < kTitleWords)) return LineCase::prose;
  std::uint32_t words = 0, long_words = 0;
  for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i) {
    const Token& token = story.tokens[i];
    if (!is_word(token)) continue;
    words += token.span.size() >= 2 ? 1 : 0;
    long_words += token.span.size() >= kLong ? 1 : 0;
  }
  if (words > 0 && capitals * 10 >= words * 7) return LineCase::capitals;
  if (long_words >= kTitleWords && !is_closed && long_capitalized * 10 >= long_words * 8) return LineCase::title_case;
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

// Eight bytes at a time.
bool is_ascii(std::string_view text) {
  constexpr std::size_t kStep = sizeof(std::uint64_t);
  std::uint64_t bits = 0, step = 0;
  for (; text.size() >= kStep; text.remove_prefix(kStep)) {
    std::memcpy(&step, text.data(), kStep);
    bits |= step;
  }
  for (const char c : text) bits |= static_cast<unsigned char>(c);
  return (bits & 0x8080808080808080) == 0;
}

// Forms and shapes of all tokens.
void read_spelling(const Story& story, NameStory& into) {
  into.marked.clear();
  into.marked_ends.clear();
  std::fill_n(into.tokens.begin(), kNameReach, NameToken{});
  for (std::uint32_t s = 0; s < story.sentences.size(); ++s) {
    const Sentence& sentence = story.sentences[s];
    NameToken* name = &into.tokens[NameStory::position(sentence.first_token, s)];
    for (std::uint32_t i = sentence.first_token; i < sentence.end_token; ++i, ++name) {
      const Token& token = story.tokens[i];
      *name = {};
      name->form = NamesModel::check_of(token.hash);
      if (is_lower(token)) {
        name->lower = name->form;
        name->shape = WordShape::lower;
        continue;
      }
      name->lower = NamesModel::check_of(token.lower_hash);
      name->shape = shape_of(story.words(token.span), token);
      if (!is_plain(name->shape) || token.hash != token.lower_hash) into.marked.push_back(NameStory::position(i, s));
    }
    into.marked_ends.push_back(static_cast<std::uint32_t>(into.marked.size()));
    std::fill_n(name, kNameReach, NameToken{});
  }
}

// Calls visit(sentence, those of into.marked that are in it) for each sentence.
template <class Visit>
void each_sentence(const NameStory& into, Visit visit) {
  const std::span marked(into.marked);
  std::uint32_t first = 0;
  for (std::uint32_t s = 0; s < into.marked_ends.size(); ++s) {
    const std::uint32_t end = into.marked_ends[s];
    visit(s, marked.subspan(first, end - first));
    first = end;
  }
}

// What the capitals of each line say, and the story's words that have one.
void read_capitals(const Story& story, NameStory& into) {
  into.words.reset(3 * into.marked.size());  // the plain words beside them may come to it
  each_sentence(into, [&](std::uint32_t s, std::span<const std::uint32_t> marked) {
    const Sentence& sentence = story.sentences[s];
    const LineCase line = line_case(story, s, marked);
    into.sentences[s] = {line, sentence.part};
    for (const std::uint32_t at : marked) {
      NameToken& name = into.tokens[at];
      if (is_plain(name.shape)) continue;
      name.story_word = into.words.find_or_add(name.lower);
      if (line != LineCase::prose || !capital_counts(story, sentence, at - NameStory::position(0, s))) continue;
      into.words[name.story_word].capital_form = name.form;
      into.words[name.story_word].capital_shape = name.shape;
    }
  });
}

// Which of them the story has in lower case too; then the lines whose capitals mean nothing are spelled anew.
void compare_spelling(const Story& story, const NamesModel& model, NameStory& into) {
  for (std::uint32_t s = 0; s < story.sentences.size(); ++s) {
    if (into.sentences[s].line != LineCase::prose) continue;
    const std::uint32_t end = NameStory::position(story.sentences[s].end_token, s);
    for (std::uint32_t at = NameStory::position(story.sentences[s].first_token, s); at < end; ++at) {
      const NameToken& token = into.tokens[at];
      const unsigned is_lower_case = token.shape == WordShape::lower ? 1 : 0;
      if ((is_lower_case & into.words.may_have(token.lower)) == 0) continue;  // one branch on both: see is_lower()
      if (StoryWord* word = into.words.find(token.lower)) word->seen_lower = true;
    }
  }
  each_sentence(into, [&](std::uint32_t s, std::span<const std::uint32_t> marked) {
    if (into.sentences[s].line == LineCase::prose) return;
    for (const std::uint32_t at : marked) {
      NameToken& name = into.tokens[at];
      if (is_plain(name.shape)) continue;
      restore_case(into.sentences[s].line, into.words[name.story_word], model.find_word(name.lower), name);
    }
  });
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
  // By its use, a bit for the neighbours that may be: none, the one before, the one behind, both. A damaged model may
  // hold other uses.
  constexpr std::uint8_t kAllowed[8] = {0b1111, 0b1111, 0b1110, 0b1000};
  const unsigned follows = token[-1].use != NameUse::never, is_followed = token[1].use != NameUse::never;
  return (kAllowed[static_cast<std::size_t>(token->use) % std::size(kAllowed)] >> (follows + 2 * is_followed) & 1) != 0;
}

// Asks for what is known of the marked words and of those near them, which comes from all over the memory. Words beyond
// ASCII are asked for in vain: their bytes, which count too, are not hashed here.
void prefetch_words(const Story& story, const Lexicon& lexicon, const NamesModel& model, const WordMemo& memo,
                    NameStory& into) {
  into.asked.clear();
  each_sentence(into, [&](std::uint32_t s, std::span<const std::uint32_t> marked) {
    const std::uint32_t shift = NameStory::position(0, s), end = story.sentences[s].end_token + shift;
    std::uint32_t next = story.sentences[s].first_token + shift;
    for (const std::uint32_t at : marked)
      for (next = std::max(next, at - kNameReach); next < std::min(at + kNameReach + 1, end); ++next) {
        const std::uint64_t key = WordMemo::key_of(story.tokens[next - shift], into.tokens[next], 0);
        into.asked.push_back({next, next - shift, key});
        memo.prefetch_slot(key);
      }
  });
  for (const AskedWord& word : into.asked)
    memo.prefetch_word(word.key, story.tokens[word.token], into.tokens[word.at], lexicon, model);
}

// Reads the runs of a sentence, [begin, end) in NameStory::tokens, and what its words say there.
class SentenceReader {
 public:
  SentenceReader(const Story& story, const Lexicon& lexicon, const NamesModel& model, WordMemo& memo, NameStory& into,
                 std::uint32_t sentence)
      : story_(story),
        lexicon_(lexicon),
        model_(model),
        memo_(memo),
        into_(into),
        tokens_(into.tokens.data()),
        known_(into.known.data()),
        scores_(into.scores.data()),
        sentence_(sentence),
        begin_(NameStory::position(story.sentences[sentence].first_token, sentence)),
        end_(NameStory::position(story.sentences[sentence].end_token, sentence)) {}

  void read(std::span<const std::uint32_t> marked) {
    read_uses(marked);
    const std::size_t first_run = into_.runs.size();
    find_runs(marked);
    std::uint32_t next = begin_;  // to be read
    for (std::size_t r = first_run; r < into_.runs.size(); ++r) {
      const NameRun run = into_.runs[r];
      std::fill(scores_ + run.first, scores_ + run.end, NameScores{});
      const std::uint32_t end = std::min(run.end + kNameReach, end_);
      for (std::uint32_t at = std::max(run.first - kNameReach, begin_); at < end; ++at) {
        KnownWord& word = known(at);
        if (at >= next) read_word(at, word);
        score_around(at, run, word);
      }
      next = end;
    }
  }

 private:
  std::uint32_t token_at(std::uint32_t at) const { return at - NameStory::position(0, sentence_); }

  KnownWord& known(std::uint32_t at) { return memo_[memo_.has(known_[at]) ? known_[at] : look_up(at)]; }
  [[gnu::noinline]] std::uint32_t look_up(std::uint32_t at) {
    const Token& token = story_.tokens[token_at(at)];
    const std::uint64_t bytes_hash = into_.is_ascii || is_ascii(words_of(token)) ? 0 : hash_word(words_of(token));
    const std::uint64_t key = WordMemo::key_of(token, tokens_[at], bytes_hash);
    return known_[at] = memo_.find(key, token, tokens_[at], lexicon_, model_);
  }
  std::string_view words_of(const Token& token) const { return story_.words(token.span); }

  // What is known of the use in names of the words that are marked, and of the plain ones beside them.
  void read_uses(std::span<const std::uint32_t> marked) {
    for (const std::uint32_t at : marked) {
      NameToken& token = tokens_[at];
      token.use = is_plain(token.shape) ? NameUse::any : use_of_marked(known(at).use);
    }
    for (std::size_t i = 0; i < marked.size(); ++i) {
      const std::uint32_t at = marked[i];
      if (tokens_[at].use == NameUse::never) continue;
      if (at > begin_ && (i == 0 || marked[i - 1] + 1 != at)) read_plain_use(at - 1);
      if (at + 1 < end_ && (i + 1 == marked.size() || marked[i + 1] != at + 1)) read_plain_use(at + 1);
    }
  }
  void read_plain_use(std::uint32_t at) { tokens_[at].use = use_of_plain(known(at).use, model_); }

  void find_runs(std::span<const std::uint32_t> marked) {
    std::uint32_t next = begin_;
    for (const std::uint32_t at : marked) {
      if (tokens_[at].use == NameUse::never) continue;
      const std::uint32_t end = std::min(at + 2, end_);
      for (next = std::max(next, at - 1); next < end; ++next) {
        if (!may_be_in_name(&tokens_[next])) continue;
        if (!into_.runs.empty() &&
            into_.runs.back().end == next)  // never of the sentence before: empty tokens part them
          ++into_.runs.back().end;
        else
          into_.runs.push_back({next, next + 1, sentence_});
      }
    }
  }

  // What memory, vocabulary and lists say of a word.
  void read_word(std::uint32_t at, const KnownWord& word) {
    const Token& token = story_.tokens[token_at(at)];
    NameToken& name = tokens_[at];
    name.class_2000 = word.class_2000;
    name.class_500 = word.class_500;
    name.class_100 = word.class_100;
    if (token.hash != token.lower_hash) {  // has a capital
      name.lists |= word.lists;
      const auto lists = name_lists_of(lexicon_);
      for (std::uint32_t open = word.open_lists; open != 0; open &= open - 1)
        mark_entry(story_, *lists[static_cast<std::size_t>(std::countr_zero(open))], token_at(at), sentence_, into_);
    }
    if (is_plain(name.shape)) return;
    const StoryWord& in_story = into_.words[name.story_word];
    name.usual = word.usual;
    name.evidence = static_cast<std::uint8_t>((in_story.seen_lower ? kSeenLower : 0) |
                                              (in_story.capital_form != 0 ? kSeenCapital : 0));
  }

  // What a word gives to the tokens of a run that it is near, itself included.
  void score_around(std::uint32_t at, const NameRun& run, KnownWord& word) {
    const std::uint32_t first = std::max(at - kNameReach, run.first), end = std::min(at + kNameReach + 1, run.end);
    const std::uint32_t reach = at + kNameReach;  // less a token: the row for it
    if (word.known_rows != kAllRows) {
      const std::uint32_t rows = (2U << (reach - first)) - (1U << (reach + 1 - end));
      if (const std::uint32_t missing = rows & ~word.known_rows)
        sum_rows(words_of(story_.tokens[token_at(at)]), tokens_[at], model_, missing, word);
    }
    for (std::uint32_t near = first; near < end; ++near) scores_[near].add(word.rows[reach - near]);
  }

  const Story& story_;
  const Lexicon& lexicon_;
  const NamesModel& model_;
  WordMemo& memo_;
  NameStory& into_;
  NameToken* const tokens_;  // of into_, as are those known
  std::uint32_t* const known_;
  NameScores* const scores_;
  const std::uint32_t sentence_, begin_, end_;
};

}  // namespace

void StoryWords::reset(std::size_t most) {
  slots_.clear();
  slots_.resize(std::bit_ceil(std::max<std::size_t>(64, most * 3 / 2)));
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
  sieve_.set(lower / kSieveUnit);
  slots_[at] = static_cast<std::uint32_t>(words_.size());
  return slots_[at] - 1;
}

StoryWord* StoryWords::find(std::uint32_t lower) {
  for (std::uint32_t at = static_cast<std::uint32_t>(mix_bits(lower) >> 32) & mask_; slots_[at] != 0;
       at = (at + 1) & mask_)
    if (words_[slots_[at] - 1].lower == lower) return &words_[slots_[at] - 1];
  return nullptr;
}

void read_name_story(const Story& story, const Lexicon& lexicon, const NamesModel& model, WordMemo& memo,
                     NameStory& into) {
  const std::size_t count = story.tokens.size() + kNameReach * (story.sentences.size() + 1);
  into.tokens.resize(count);
  if (into.scores.size() < count) into.scores.resize(count);
  into.known.clear();
  into.known.resize(count);
  into.sentences.resize(story.sentences.size());
  read_spelling(story, into);
  read_capitals(story, into);
  compare_spelling(story, model, into);
  into.is_ascii = is_ascii(story.text);
  into.runs.clear();
  prefetch_words(story, lexicon, model, memo, into);
  each_sentence(into, [&](std::uint32_t s, std::span<const std::uint32_t> marked) {
    SentenceReader(story, lexicon, model, memo, into, s).read(marked);
  });
}

}  // namespace wirecut
