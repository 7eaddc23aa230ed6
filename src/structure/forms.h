// Whole lines that a story carries beside its headline and body, as data: a pattern, what it means, an example.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace wirecut {

enum class LineKind : std::uint8_t {
  none,
  header,    // of a transmission, a slug, a field of an archive ("LENGTH: 500 words")
  kicker,    // a department above the headline: "WORLD NEWS"
  bullet,    // a point of the summary below the headline
  time,      // when it was written or last changed
  note,      // to editors, or about the story: "(Adds details)"
  credit,    // of a picture or of those who worked on it: "(Reporting by ...)"
  aside,     // a job title, an office, an address beside the byline
  end_mark,  // "-30-", "(END)", initials of typists
  copyright,
  tag,   // names the source, whoever that is: "Source: ..."
  mark,  // an outlet's mark: names the source if the outlet is known
};

// What else goes for the lines of a row: what they must be besides, where a story's own sentence may have the same
// wording, or what stands below them.
enum class FormGuard : std::uint8_t {
  any_line,
  of_named,      // is_of_named(): "Jane Roe is a reporter ...", not "Her husband is a reporter ..."
  no_sentence,   // "More from Example Post", not "More from them on Monday."
  in_capitals,   // as the pattern is: "SOURCE Acme Robotics, Inc."
  dated,         // the figures behind the name are a day: "MAP: 02 May 2019", not "Tel: 020 7946 0000"
  bare,          // nothing in front of the name: a wrapped sentence may end so
  dashed,        // a dash in front, which makes an outlet of a common word
  ends_credits,  // what little stands below belongs to the credits
  ends_story,    // nothing below is the story's: "-30-", "Contacts:"
  below_titles,  // those of other stories stand above: "Leave a Reply"
  titles_below,  // those of other stories, or names, stand below, to the end: "Most read"
  names_next,    // the line below is a name: "NEWS PROVIDED BY"
};

struct LineForm {
  LineKind kind;
  // Matched against the whole trimmed line, ASCII letters in any case. In it: * any text, # a figure, a blank one blank
  // or more, ~ any blanks or none, ? any character, _ a run of dashes or equals signs, {} the name that the line is
  // about.
  std::string_view pattern;
  std::string_view example;
  FormGuard guard = FormGuard::any_line;
};

// The bytes of a line and its pairs of neighbours, ASCII letters in lower case, as bits of a hash: a line can only
// match a pattern if it has all that the pattern spells.
struct Spelling {
  std::uint64_t bytes = 0;
  std::uint64_t pairs[4] = {0, 0, 0, 0};

  constexpr void add(char c) { bytes |= std::uint64_t{1} << (static_cast<unsigned char>(c) & 63); }
  constexpr void add_pair(char a, char b) {
    const auto hash = static_cast<unsigned>(static_cast<unsigned char>(a)) * 31u + static_cast<unsigned char>(b);
    pairs[hash >> 6 & 3] |= std::uint64_t{1} << (hash & 63);
  }
  constexpr bool has_all(const Spelling& other) const {
    if ((other.bytes & ~bytes) != 0) return false;
    return ((other.pairs[0] & ~pairs[0]) | (other.pairs[1] & ~pairs[1]) | (other.pairs[2] & ~pairs[2]) |
            (other.pairs[3] & ~pairs[3])) == 0;
  }
};

// What a line must have to match a form; most forms fail on that.
struct FormNeeds {
  char first = 0;   // in lower case, or kAny, kRule, kDigit
  char second = 1;  // behind a `first` that is a letter or sign: in lower case, or kAny
  char last = 0;    // in lower case, or kAny
  Spelling spelling;
  static constexpr char kAny = 1, kRule = 2, kDigit = 3;
};

// The forms that a first or a last byte allows, a bit a form; and those that any byte does.
struct FormIndex {
  static constexpr std::size_t kWords = 10, kMostForms = 64 * kWords;
  using Set = std::array<std::uint64_t, kWords>;
  std::array<Set, 256> by_first{}, by_last{};
  Set any_first{}, any_last{};
};

// Lines before the body, between its paragraphs and behind it, tried in order.
struct FormTable {
  std::span<const LineForm> forms;
  const FormNeeds* needs;  // form by form
  const FormIndex* index;
};
FormTable head_forms();
FormTable body_forms();
FormTable tail_forms();
constexpr std::uint32_t kLongestTailForm = 400;  // none of the last matches a longer line, in bytes

// Fields of archives and of key-value headings: what stands behind the label, "HEADLINE: ...".
enum class Field : std::uint8_t { none, headline, byline, dateline, body, other };
struct FieldForm {
  Field field;
  std::string_view label;  // with its colon, in any case
};
std::span<const FieldForm> field_forms();

struct FormMatch {
  const LineForm* form = nullptr;
  std::string_view name;  // what {} stood for; empty where the pattern has none
};

// Does `line` match the pattern? Linear but for one * at a time.
std::optional<FormMatch> match_form(const LineForm& form, std::string_view line);

// The forms of a table that a line matches, one after the other.
class FormSearch {
 public:
  FormSearch(const FormTable& table, std::string_view line);
  std::optional<FormMatch> next();

 private:
  FormTable table_;
  void spell();

  std::string_view line_;
  Spelling has_;  // once a candidate asks for it
  bool is_spelled_ = false;
  FormIndex::Set candidates_{};
};

inline std::optional<FormMatch> match_any(const FormTable& table, std::string_view line) {
  return FormSearch(table, line).next();
}

}  // namespace wirecut
