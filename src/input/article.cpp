#include "input/article.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <span>

#include "text/ascii.h"
#include "text/decode.h"

namespace wirecut {

namespace {

constexpr std::string_view kBlank = " \t\r\n\f\v";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool starts_with_words(std::string_view text, std::string_view words) {
  return equal_in_any_case(text.substr(0, words.size()), words);
}

// Does `paragraph` open with the place of `dateline`: "LONDON" of "London, May 2"?
bool says_dateline(std::string_view paragraph, std::string_view dateline) {
  return starts_with_words(paragraph, dateline.substr(0, dateline.find_first_of(",(")));
}

std::string byline_of(std::span<const std::string> authors) {
  std::string line;
  for (std::size_t i = 0; i < authors.size(); ++i)
    line += fmt::format("{}{}", i == 0 ? "By " : i + 1 == authors.size() ? " and " : ", ", authors[i]);
  return line;
}

int month_number(std::string_view name) {
  constexpr std::string_view kMonths = "janfebmaraprmayjunjulaugsepoctnovdec";
  const std::string start = ascii_lower_case(name.substr(0, 3));
  const std::size_t at = kMonths.find(start);
  return start.size() < 3 || at == std::string_view::npos || at % 3 != 0 ? 0 : static_cast<int>(at / 3) + 1;
}

// "Thu, 02 May 2019 10:15:00 GMT", the form of RSS and HTTP (RFC 5322); empty where it isn't one.
std::string iso_of_rfc5322(std::string_view date) {
  if (const std::size_t comma = date.find(", "); comma != std::string_view::npos) date.remove_prefix(comma + 2);
  unsigned day = 0, year = 0;
  const char* end = date.data() + date.size();
  const char* after_day = std::from_chars(date.data(), end, day).ptr;
  if (after_day == date.data() || end - after_day < 9 || *after_day != ' ') return {};
  const int month = month_number(std::string_view(after_day + 1, 3));
  if (month == 0 || after_day[4] != ' ' || std::from_chars(after_day + 5, end, year).ptr != after_day + 9) return {};
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

}  // namespace

void compose_story(Article article, Story& story) {
  Metadata& metadata = article.metadata;
  if (metadata.byline.empty()) metadata.byline = byline_of(metadata.authors);
  const auto says = [&](std::string_view line) {
    const std::size_t head = std::min<std::size_t>(3, article.paragraphs.size());
    return std::any_of(article.paragraphs.begin(), article.paragraphs.begin() + static_cast<std::ptrdiff_t>(head),
                       [line](const std::string& paragraph) { return paragraph == line; });
  };
  std::string text;
  const auto add = [&text](std::string_view part) {
    if (part.empty()) return;
    if (!text.empty()) text += "\n\n";
    text += part;
  };
  if (!says(metadata.headline)) add(metadata.headline);
  if (!says(metadata.byline)) add(metadata.byline);
  const bool has_place = !article.paragraphs.empty() && says_dateline(article.paragraphs.front(), metadata.dateline);
  if (!has_place) add(metadata.dateline);
  for (const std::string& paragraph : article.paragraphs) add(paragraph);
  if (!text.empty()) text += '\n';

  story.text = decode_text(std::move(text), story.warnings);
  story.metadata = std::move(metadata);
  if (!article.id.empty()) story.id = std::move(article.id);
}

std::string collapse_space(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    const bool blank = kBlank.find(c) != std::string_view::npos;
    if (!blank)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

std::string iso_date(std::string_view date) {
  const bool is_basic = date.size() >= 8 && std::all_of(date.begin(), date.begin() + 8, is_digit) &&
                        (date.size() == 8 || !is_digit(date[8]));
  if (is_basic)
    return fmt::format("{}-{}-{}{}", date.substr(0, 4), date.substr(4, 2), date.substr(6, 2), date.substr(8));
  std::string iso = iso_of_rfc5322(date);
  return iso.empty() ? std::string(date) : iso;
}

}  // namespace wirecut
