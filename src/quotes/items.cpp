// A paragraph is a run of sentences up to the next that opens one (or lies in another part of the story). Its marks are
// paired first; then tokens and stretches are merged by position into items, each with the few attributes that the
// feature templates combine. Everything here is a table look-up by the token's hash, or a byte comparison.

#include "quotes/items.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstring>
#include <span>
#include <string_view>

#include "lexicon/verb_tags.h"
#include "lexicon/word_map.h"
#include "lexicon/word_use.h"

namespace wirecut {
namespace {

constexpr std::uint8_t kCommaEnding = 1, kFullStopEnding = 2;  // in the last two bits of a unit's shape
constexpr std::uint8_t kCapitalOpening = 4;
constexpr std::uint8_t kInCapitals = 2;    // of a word's shape
constexpr std::uint16_t kUnitWords = 3;    // the fewest words of a stretch that is one item
constexpr std::uint32_t kLongInTitle = 4;  // bytes of a word: shorter ones often have no capital in a title

constexpr WordRow<Boundary> kBoundaryRows[] = {
    {"that", Boundary::that},
    {"which", Boundary::wh},
    {"who", Boundary::wh},
    {"whom", Boundary::wh},
    {"whose", Boundary::wh},
    {"what", Boundary::wh},
    {"where", Boundary::wh},
    {"why", Boundary::wh},
    {"how", Boundary::wh},
    {"whether", Boundary::wh},
    {"and", Boundary::conjunction},
    {"but", Boundary::conjunction},
    {"or", Boundary::conjunction},
    {"if", Boundary::subordinator},
    {"because", Boundary::subordinator},
    {"while", Boundary::subordinator},
    {"when", Boundary::subordinator},
    {"as", Boundary::subordinator},
    {"after", Boundary::subordinator},
    {"before", Boundary::subordinator},
    {"although", Boundary::subordinator},
    {"though", Boundary::subordinator},
    {"since", Boundary::subordinator},
    {"until", Boundary::subordinator},
    {"to", Boundary::to},
    {",", Boundary::comma},
    {";", Boundary::stop},
    {".", Boundary::stop},
    {"?", Boundary::stop},
    {"!", Boundary::stop},
    {":", Boundary::colon},
    {"-", Boundary::dash},
    {"--", Boundary::dash},
    {"–", Boundary::dash},
    {"—", Boundary::dash},
    {"―", Boundary::dash},
    {"(", Boundary::paren},
    {")", Boundary::paren},
    {"[", Boundary::paren},
    {"]", Boundary::paren},
};

constexpr WordMap kBoundaries(kBoundaryRows);

CueClass parse_cue_class(std::string_view name) {
  constexpr std::string_view kNames[] = {"",    "act",  "according", "ask",   "noun",
                                         "say", "show", "tell",      "think", "write"};
  const auto found = std::find(std::begin(kNames), std::end(kNames), name);
  return found == std::end(kNames) ? CueClass::none : static_cast<CueClass>(found - std::begin(kNames));
}

CueForm parse_cue_form(std::string_view name) {
  constexpr std::string_view kNames[] = {"", "adverb", "base", "gerund", "past", "plural", "prep", "present"};
  const auto found = std::find(std::begin(kNames), std::end(kNames), name);
  return found == std::end(kNames) ? CueForm::none : static_cast<CueForm>(found - std::begin(kNames));
}

std::vector<CueWord> read_cue_words(const Table& cues) {
  std::vector<CueWord> words(cues.row_count());
  for (std::uint32_t row = 0; row < cues.row_count(); ++row)
    words[row] = {hash_word(cues.cell(row, 1)), parse_cue_class(cues.cell(row, 2)), parse_cue_form(cues.cell(row, 3))};
  return words;
}

void set_cue(const CueWord& word, PosTag tag, Item& item) {
  item.lemma = word.lemma;
  item.cue_class = word.cue_class;
  item.cue_form = word.form;
  const bool saying = item.cue_class == CueClass::say || item.cue_class == CueClass::tell ||
                      item.cue_class == CueClass::ask || item.cue_class == CueClass::write;
  if (tag == PosTag::none) item.is_verb = saying && item.cue_form != CueForm::base;
  item.is_strong_cue = item.cue_class == CueClass::according || (saying && item.is_verb);
}

// The last three bytes of a word of the text, small; fewer of a shorter word. Without a branch on its length, which
// can't be foreseen.
std::uint64_t suffix_of(std::string_view text, Span word) {
  static_assert(std::endian::native == std::endian::little);
  constexpr std::uint32_t kLetters[] = {0, 0xFF, 0xFFFF, 0xFFFFFF}, kSmall = 0x202020;
  assert(!word.empty());
  std::uint32_t bytes = 0;  // the last is the highest
  if (word.end >= sizeof bytes)
    std::memcpy(&bytes, text.data() + (word.end - sizeof bytes), sizeof bytes);
  else  // at the begin of the text
    for (std::uint32_t i = 0; i < word.end; ++i)
      bytes = bytes >> 8 | std::uint32_t{static_cast<unsigned char>(text[i])} << 24;
  return (__builtin_bswap32(bytes) | kSmall) & kLetters[std::min<std::uint32_t>(word.size(), 3)];
}

// Of the token's flags the first three, and its kind above them.
static_assert(kCapitalized == 1 && kAllCaps == kInCapitals && kHasDigit == 4);
std::uint8_t shape_of(const Token& token) {
  return static_cast<std::uint8_t>((token.flags & (kCapitalized | kAllCaps | kHasDigit)) |
                                   static_cast<unsigned>(token.kind) << 3);
}

class ItemBuilder {
 public:
  ItemBuilder(const Story& story, const Lexicon& lexicon, QuoteItems& into)
      : story_(story), lexicon_(lexicon), into_(into), names_(story.names) {}

  // Sentences [first, end) are one paragraph.
  void add_paragraph(std::size_t first, std::size_t end) {
    const Span span{story_.sentences[first].span.start, story_.sentences[end - 1].span.end};
    const std::size_t first_stretch = into_.stretches.size();
    find_marked(story_.text, span, into_.marks, into_.stretches);
    stretches_ = std::span(into_.stretches).subspan(first_stretch);
    const bool has_marked = !stretches_.empty();
    const auto first_item = static_cast<std::uint32_t>(into_.items.size());
    sentence_ = 0;
    for (std::size_t s = first; s < end; ++s) {
      const Sentence& sentence = story_.sentences[s];
      std::uint32_t token = std::max(sentence.first_token, next_token_);
      while (token < sentence.end_token) token = add_item(token);
      next_token_ = token;
      if (into_.items.size() == first_item || token > sentence.end_token) continue;
      end_sentence(sentence.end_token);
    }
    const auto end_item = static_cast<std::uint32_t>(into_.items.size());
    if (end_item == first_item) return;
    into_.items.back().ends_sentence = true;
    into_.paragraphs.push_back({first_item, end_item, story_.sentences[first].part, has_marked});
  }

 private:
  // Adds the item that begins at `token`; returns the token behind it.
  std::uint32_t add_item(std::uint32_t token) {
    const Token& at = story_.tokens[token];
    while (!stretches_.empty() && stretches_.front().outer.end <= at.span.start) stretches_ = stretches_.subspan(1);
    MarkState mark = MarkState::outside;
    if (!stretches_.empty() && stretches_.front().outer.start <= at.span.start) {
      if (stretches_.front().outer.start == at.span.start) {
        const std::uint32_t end = add_unit(token, stretches_.front());
        if (end != token) return end;
      }
      mark = mark_state(at, stretches_.front());
    }
    const PosTag tag = story_.pos_tags.empty() ? PosTag::none : story_.pos_tags[token];
    Item& item = into_.items.emplace_back();
    item.first_token = token;
    item.end_token = token + 1;
    item.sentence = sentence_;
    item.word_count = at.kind == TokenKind::word || at.kind == TokenKind::number ? 1 : 0;
    item.word = item.lemma = at.lower_hash;
    item.shape = shape_of(at);
    item.suffix = suffix_of(story_.text, at.span) << 8 | item.shape;
    item.pos = static_cast<std::uint8_t>(tag);
    if (!story_.word_classes.empty()) item.word_class = story_.word_classes[token];
    item.name = name_at(token);
    item.mark = mark;
    item.boundary = kBoundaries.of(at.lower_hash);
    item.is_verb = is_verb_tag(tag);
    if (at.kind == TokenKind::word)
      if (const RowRange cue = lexicon_.cues.find_word(at.lower_hash); !cue.empty()) {
        if (item.goes_on_with_name(EntityType::person) && ends_name(token))
          item.is_verb = false;
        else
          set_cue(into_.cue_words[cue.first], tag, item);
      }
    return token + 1;
  }

  // "Amal Said, a nurse": a surname is no verb; not so in headlines, "Ann Roe Says ‘No’", "Roe Just Said Yes".
  bool ends_name(std::uint32_t token) const {
    const Token& at = story_.tokens[token];
    if (!at.has(kCapitalized) || at.has(kAllCaps) || token + 1 >= story_.tokens.size()) return false;
    const Token& next = story_.tokens[token + 1];
    return (next.kind == TokenKind::word && !next.has(kCapitalized)) ||
           kBoundaries.of(next.lower_hash) == Boundary::comma;
  }

  static MarkState mark_state(const Token& token, const MarkedStretch& stretch) {
    if (!stretch.inner.contains(token.span)) return MarkState::mark;
    return token.span.start == stretch.inner.start ? MarkState::first_inside : MarkState::inside;
  }

  // `"WALLACE: Let's start ...`: a turn of a transcript that was pasted with marks; its label is not content.
  bool opens_with_label(std::uint32_t token, std::uint32_t end) const {
    constexpr std::uint32_t kLongest = 3;
    for (std::uint32_t i = token; i < std::min(end, token + kLongest + 1); ++i) {
      if (kBoundaries.of(story_.tokens[i].lower_hash) == Boundary::colon) return i > token;
      if (!story_.tokens[i].has(kAllCaps)) return false;
    }
    return false;
  }

  // `a briefing titled “A Path to a Stable Country”`, `her book, “The Quiet Depths”`: the marks at `token` open a name.
  // `in_title_case`: all longer words behind it have a capital.
  bool is_title(std::uint32_t token, bool in_title_case) const {
    const auto has = [&](std::uint32_t at, std::string_view use) {
      return has_use(lexicon_.quote_words, story_.tokens[at].lower_hash, use);
    };
    if (token == 0) return false;
    if (has(token - 1, "titling")) return true;
    const bool is_behind_comma = kBoundaries.of(story_.tokens[token - 1].lower_hash) == Boundary::comma;
    return in_title_case && token > 1 && is_behind_comma && has(token - 2, "work");
  }

  // Adds the whole stretch that opens at `token` as one item, if it has words enough; else returns `token`.
  std::uint32_t add_unit(std::uint32_t token, const MarkedStretch& stretch) {
    std::uint32_t end = token;
    std::uint32_t words = 0, capitalized = 0, small_long_words = 0, long_words = 0;
    const Token* first_word = nullptr;
    const Token* last_inside = nullptr;
    for (; end < story_.tokens.size() && story_.tokens[end].span.start < stretch.outer.end; ++end) {
      const Token& at = story_.tokens[end];
      if (!stretch.inner.contains(at.span)) continue;
      last_inside = &at;
      if (at.kind != TokenKind::word && at.kind != TokenKind::number) continue;
      ++words;
      const bool is_long = at.span.size() >= kLongInTitle, has_capital = at.has(kCapitalized);
      capitalized += has_capital ? 1 : 0;
      long_words += is_long && words > 1 ? 1 : 0;
      small_long_words += is_long && !has_capital ? 1 : 0;
      if (first_word == nullptr) first_word = &at;
    }
    const bool in_title_case = long_words > 0 && small_long_words == 0 && 2 * capitalized > words;
    if (words < kUnitWords || opens_with_label(token + 1, end) || is_title(token, in_title_case)) return token;
    Item& item = into_.items.emplace_back();
    item.first_token = token;
    item.end_token = end;
    item.stretch = static_cast<std::uint32_t>(&stretch - into_.stretches.data());
    item.sentence = sentence_;
    item.word_count = static_cast<std::uint16_t>(std::min<std::uint32_t>(words, 0xFFFF));
    item.mark = MarkState::unit;
    const std::uint8_t length = words < 6 ? 0 : words < 15 ? 1 : 2;
    const char last = story_.text[last_inside->span.start];
    const std::uint8_t ending = last == ','                  ? kCommaEnding
                                : last == '.'                ? kFullStopEnding
                                : last == '?' || last == '!' ? 3
                                                             : 0;
    const std::uint8_t opening = first_word->has(kCapitalized) ? 1 : 0;
    item.pos = static_cast<std::uint8_t>(100 + length);
    item.word_class = Item::kUnitClass;
    item.shape = static_cast<std::uint8_t>(128 + length * 8 + opening * kCapitalOpening + ending);
    item.word = mix_bits(static_cast<std::uint64_t>(1000 + item.shape));
    item.lemma = mix_bits(static_cast<std::uint64_t>(2000 + ending));
    item.suffix = static_cast<std::uint64_t>(3000 + opening * 4 + ending);
    return end;
  }

  // Item::name of a token; to be asked for in the order of tokens.
  std::uint8_t name_at(std::uint32_t token) {
    while (!names_.empty() && names_.front().end_token <= token) names_ = names_.subspan(1);
    if (names_.empty() || names_.front().first_token > token) return 0;
    const unsigned begins = static_cast<unsigned>(names_.front().type) + 1;
    return static_cast<std::uint8_t>(names_.front().first_token < token ? begins + Item::kInsideName : begins);
  }

  // A sentence goes on behind a unit where a small letter follows: “Why?” she asked.
  void end_sentence(std::uint32_t end_token) {
    Item& last = into_.items.back();
    if (last.is_unit() && end_token < story_.tokens.size() && story_.tokens[end_token].kind == TokenKind::word &&
        !story_.tokens[end_token].has(kCapitalized))
      return;
    last.ends_sentence = true;
    if (sentence_ < 0xFFFF) ++sentence_;
  }

  const Story& story_;
  const Lexicon& lexicon_;
  QuoteItems& into_;
  std::span<const MarkedStretch> stretches_;  // of the paragraph, those that end behind the last token
  std::span<const Name> names_;               // of the story, likewise
  std::uint32_t next_token_ = 0;
  std::uint16_t sentence_ = 0;
};

// A text whose structure nobody read has no paragraphs: there each line is one.
// `He said:` and the quotation in the next paragraph are read as one; so are a quotation that a comma ends, and the
// speaker whom a broken line parts from it.
bool opens_paragraph(const Story& story, const Sentence& before, const Sentence& sentence) {
  const auto& opening = story.tokens[sentence.first_token];
  if (sentence.first_token > 1 && sentence.part == before.part && opening.kind == TokenKind::word &&
      story.tokens[sentence.first_token - 1].kind == TokenKind::quote &&
      kBoundaries.of(story.tokens[sentence.first_token - 2].lower_hash) == Boundary::comma)
    return false;
  if (sentence.first_token > 0 && sentence.part == before.part && opening.kind == TokenKind::quote &&
      kBoundaries.of(story.tokens[sentence.first_token - 1].lower_hash) == Boundary::colon)
    return false;
  return sentence.opens_paragraph || sentence.part != before.part ||
         (!story.structure.body && opening.has(kNewlineBefore));
}

}  // namespace

bool is_in_capitals(const Item& word) { return !word.is_unit() && (word.shape & kInCapitals) != 0; }

bool ends_in_comma(const Item& unit) { return unit.is_unit() && (unit.shape & 3) == kCommaEnding; }

bool ends_in_stop(const Item& unit) { return unit.is_unit() && (unit.shape & 3) > kCommaEnding; }

bool ends_in_full_stop(const Item& unit) { return unit.is_unit() && (unit.shape & 3) == kFullStopEnding; }

bool opens_with_capital(const Item& unit) { return unit.is_unit() && (unit.shape & kCapitalOpening) != 0; }

bool is_form_of_be(const Item& item) {
  constexpr auto kForms = word_list({"are", "be", "been", "being", "is", "was", "were"});
  return kForms.of(item.word);
}

bool has_cue_word(std::span<const Item> cue) {
  return std::any_of(cue.begin(), cue.end(), [](const Item& item) {
    return item.cue_class != CueClass::none || item.boundary == Boundary::colon || item.boundary == Boundary::dash;
  });
}

ItemRange marked_at(Items items, std::uint32_t first) {
  if (first >= items.size() || is_outside_marks(items[first])) return {};
  if (items[first].is_unit()) return {first, first + 1};
  std::uint32_t end = first + 1;
  while (end < items.size() && (items[end].mark == MarkState::inside || items[end].mark == MarkState::first_inside))
    ++end;
  const bool is_closed = end > first + 1 && end < items.size() && items[end].mark == MarkState::mark;
  return is_closed && items[first].mark == MarkState::mark ? ItemRange{first, end + 1} : ItemRange{};
}

ItemRange marked_before(Items items, std::uint32_t end) {
  if (end == 0 || is_outside_marks(items[end - 1])) return {};
  if (items[end - 1].is_unit()) return {end - 1, end};
  std::uint32_t first = end - 1;
  while (first > 0 && (items[first - 1].mark == MarkState::inside || items[first - 1].mark == MarkState::first_inside))
    --first;
  const bool is_opened = first > 0 && first + 1 < end && items[first - 1].mark == MarkState::mark;
  return is_opened && items[end - 1].mark == MarkState::mark ? ItemRange{first - 1, end} : ItemRange{};
}

void build_items(const Story& story, const Lexicon& lexicon, QuoteItems& into) {
  into.items.clear();
  into.items.reserve(story.tokens.size());
  into.paragraphs.clear();
  into.stretches.clear();
  if (into.cue_words.empty()) into.cue_words = read_cue_words(lexicon.cues);
  ItemBuilder builder(story, lexicon, into);
  const auto& sentences = story.sentences;
  for (std::size_t first = 0; first < sentences.size();) {
    std::size_t end = first + 1;
    while (end < sentences.size() && !opens_paragraph(story, sentences[first], sentences[end])) ++end;
    builder.add_paragraph(first, end);
    first = end;
  }
}

}  // namespace wirecut
