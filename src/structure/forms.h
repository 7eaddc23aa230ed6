// Whole lines that a story carries beside its headline and body, as data: a pattern, what it means, an example.
#pragma once

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

struct LineForm {
  LineKind kind;
  // Matched against the whole trimmed line, ASCII letters in any case. In it: * any text, # a figure, a blank one blank
  // or more, ~ any blanks or none, ? any character, _ a run of dashes or equals signs, {} the name that the line is
  // about.
  std::string_view pattern;
  std::string_view example;
};

// Lines before the body and behind it, tried in order.
struct FormTable {
  std::span<const LineForm> forms;
  const char* first_letters;  // of the patterns, in lower case; '*' where any may stand
};
FormTable head_forms();
FormTable tail_forms();

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

// The first form of the table, from index `from` on, that `line` matches; `from` becomes the index behind it.
std::optional<FormMatch> match_next(const FormTable& table, std::string_view line, std::size_t& from);
inline std::optional<FormMatch> match_any(const FormTable& table, std::string_view line) {
  std::size_t from = 0;
  return match_next(table, line, from);
}

}  // namespace wirecut
