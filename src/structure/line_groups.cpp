#include "structure/line_groups.h"

#include <algorithm>

#include "structure/chars.h"

// A speaker's line, a mail's field and a row of figures look like a headline, a dateline or a byline; only the lines
// beside them, of the same make, tell what they are.
namespace wirecut {
namespace {

// "Q: Why?", "JANE ROE, HOST: Good evening.": whoever speaks, by the last word of the name; empty: nobody is named so.
std::string_view speaker_of(std::string_view line) {
  constexpr std::size_t kLongest = 40;
  const std::string_view label = line.substr(0, std::min(line.substr(0, kLongest).find(':'), line.size()));
  if (label.size() >= line.size() || label.size() >= kLongest) return {};
  const bool alone = label.size() + 1 == line.size();  // "JANE ROE, HOST:", above what she says
  if (alone ? !is_all_caps(label) : line[label.size() + 1] != ' ') return {};
  bool opens_word = true;  // all of them with a capital
  for (std::size_t at = 0; at < label.size(); ++at) {
    if (is_digit(label[at]) || (opens_word && !upper_at(label, at))) return {};
    opens_word = label[at] == ' ';
  }
  const std::string_view name = label.substr(0, label.find(','));
  return name.substr(name.rfind(' ') + 1);
}

}  // namespace

void mark_turns(std::string_view text, const Outline& outline, std::vector<LineFeatures>& lines) {
  std::vector<std::string_view> speakers;  // of each line of the head
  for (const Line& line : outline.head) speakers.push_back(speaker_of(words_of(text, line)));
  const auto count = [&](std::string_view speaker) { return std::count(speakers.begin(), speakers.end(), speaker); };
  const bool has_answers = count("Q") > 0 && count("A") > 0;
  const bool comes_again = std::any_of(speakers.begin(), speakers.end(), [&](std::string_view speaker) {
    return !speaker.empty() && count(speaker) > 1;
  });
  const auto turns = static_cast<std::ptrdiff_t>(speakers.size()) - count({});
  if (!has_answers && (turns < 3 || !comes_again)) return;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    LineFeatures& f = lines[i];
    if (speakers[i].empty() || f.field != Field::none || (f.byline && f.byline->labelled)) continue;
    const bool is_dated = f.dateline && (f.dateline->dateline.date || !f.dateline->dateline.agency.empty());
    if (f.kind != LineKind::none || is_dated) continue;
    // "GOV. HOLLAND:" reads like a town of the Netherlands.
    if (f.dateline && !f.dateline->place_only && count(speakers[i]) == 1) continue;
    f.is_speaker = text[f.span.end - 1] == ':' && is_all_caps(text.substr(f.span.start, f.size));
    f.opens_turn = i == 0 ? f.ends_stop || (f.ends_sentence && is_all_caps(speakers[i]))
                          : f.ends_sentence || f.is_speaker || count(speakers[i]) > 1;
    if (f.opens_turn) f.dateline.reset(), f.own_line_dateline.reset(), f.byline.reset();
  }
}

void mark_mail(std::string_view text, std::vector<LineFeatures>& lines) {
  const auto words = [&](const LineFeatures& f) { return text.substr(f.span.start, f.size); };
  const auto opens = [&](const LineFeatures& f, std::string_view label) {
    return same_ignoring_case(words(f).substr(0, label.size()), label);
  };
  std::size_t end = 0;
  bool is_mail = false;
  do
    is_mail |= opens(lines[end], "Message-ID: <") || opens(lines[end], "MIME-Version: ") ||
               (opens(lines[end], "From: ") && words(lines[end]).find('@') != std::string_view::npos);
  while (!lines[end++].gap_behind && end < lines.size());
  if (!is_mail || end < 3) return;
  for (std::size_t i = 0; i < end; ++i) {
    LineFeatures& f = lines[i];
    const std::size_t colon = words(f).find(": ");
    const bool is_field = colon != std::string_view::npos && colon < words(f).find(' ');
    if (!is_field && !f.indented) continue;
    const bool is_subject =
        opens(f, "Subject: ") && !opens(f, "Subject: FW:") && !opens(f, "Subject: FWD:") && !opens(f, "Subject: Re:");
    f.kind = is_subject ? LineKind::none : LineKind::header;
    f.field = is_subject ? Field::headline : Field::none;
    if (is_subject) f.value_start = f.span.start + static_cast<std::uint32_t>(colon + 2);
    f.dateline.reset(), f.own_line_dateline.reset(), f.byline.reset();
  }
}

bool opens_table(const std::vector<LineFeatures>& lines, std::size_t i, std::string_view text) {
  constexpr std::size_t kFewestRows = 3;
  constexpr std::uint32_t kWidest = 60;
  if (!lines[i].gap_before || i + kFewestRows > lines.size()) return false;
  for (std::size_t row = i; row < i + kFewestRows; ++row) {
    const LineFeatures& f = lines[row];
    const std::string_view words = text.substr(f.span.start, f.size);
    const bool is_row = f.size <= kWidest && f.kind == LineKind::none && f.field == Field::none && !f.byline &&
                        f.has_letters && !f.ends_sentence && std::any_of(words.begin(), words.end(), is_digit);
    if (!is_row || (row > i && f.gap_before)) return false;
  }
  return true;
}

}  // namespace wirecut
