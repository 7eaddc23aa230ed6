#include "structure/outlets.h"

#include <algorithm>

#include "lexicon/word_use.h"
#include "structure/chars.h"
#include "structure/key.h"

namespace wirecut {
namespace {

constexpr int kMostWords = 8;

// `spellings` has `name` among those that '|' separates; full stops don't count.
bool is_spelled(std::string_view spellings, std::string_view name) {
  if (spellings == "*") return true;
  while (true) {
    const std::size_t bar = std::min(spellings.find('|'), spellings.size());
    const std::string_view one = spellings.substr(0, bar);
    std::size_t i = 0;
    bool same = true;
    for (char c : name) {
      if (c == '.') continue;
      if (i < one.size() && one[i] == c)
        ++i;
      else
        same = false;
    }
    if (same && i == one.size()) return true;
    if (bar == spellings.size()) return false;
    spellings.remove_prefix(bar + 1);
  }
}

// The table's chained hash over words of a name, as far as some name of an outlet goes on so.
struct Chain {
  std::uint64_t hash = 0;
  PhraseStep step{{}, true};

  // `words`: one or more, of which the first may be the article.
  void add(std::string_view words, const Table& table) {
    const Key key(words, Key::Of::outlet);
    for (std::string_view rest = key.text(); !rest.empty() && step.continues;) {
      const std::size_t space = std::min(rest.find(' '), rest.size());
      const std::string_view word = rest.substr(0, space);
      rest.remove_prefix(std::min(space + 1, rest.size()));
      if (hash == 0 && word == "the") continue;
      hash = hash_phrase(hash, hash_word(word));
      step = table.step(hash);
    }
  }
};

std::size_t end_of_word(std::string_view text, std::size_t at) {
  while (at < text.size() && blank_at(text, at) == 0 && newline_at(text, at) == 0) ++at;
  return at;
}

}  // namespace

std::optional<Outlet> find_outlet(std::string_view name, const Lexicon& lexicon, std::string_view country) {
  name = trim(name);
  if (name.empty() || name.size() > Key::kLongest) return std::nullopt;
  Chain first;  // most words begin no name of an outlet
  first.add(name.substr(0, end_of_word(name, 0)), lexicon.agencies);
  if (!first.step.continues && first.step.rows.empty()) return std::nullopt;
  const Key key(name, Key::Of::outlet);
  if (key.without_article().empty()) return std::nullopt;
  std::optional<Outlet> found;
  bool has_namesake = false;
  const RowRange rows = lexicon.agencies.find(key.without_article());
  for (std::uint32_t row = rows.first; row < rows.end; ++row) {
    const auto cell = [&](std::uint32_t column) { return lexicon.agencies.cell(row, column); };
    if (!is_spelled(cell(1), name)) continue;
    const Outlet outlet{cell(2), cell(3), cell(4), cell(5) == "mark"};
    has_namesake |= found && found->country != outlet.country;
    if (!found || (!country.empty() && outlet.country == country && found->country != country)) found = outlet;
  }
  if (found) found->has_namesake = has_namesake;
  return found;
}

bool vouches_for_home(const Outlet& outlet) {
  if (outlet.has_namesake || outlet.country == "-") return false;
  const bool is_everywhere = outlet.country == "US" || outlet.country == "GB" || outlet.country == "FR";
  return outlet.kind == "paper" || (!is_everywhere && (outlet.kind == "agency" || outlet.kind == "broadcaster"));
}

std::size_t outlet_prefix(std::string_view text, const Lexicon& lexicon) {
  std::size_t longest = 0;
  Chain chain;
  for (std::size_t at = 0, words = 0; words < kMostWords && at < text.size() && at < Key::kLongest; ++words) {
    const std::size_t start = at;
    at = end_of_word(text, start);
    std::size_t end = at;
    while (end > start && (text[end - 1] == '.' || text[end - 1] == ',' || text[end - 1] == ';')) --end;
    chain.add(text.substr(start, end - start), lexicon.agencies);
    if (!chain.step.rows.empty() && find_outlet(text.substr(0, end), lexicon)) longest = end;
    if (!chain.step.continues) break;
    at = skip_blanks(text, at);
  }
  return longest;
}

bool has_outlet_word(std::string_view name, const Lexicon& lexicon) {
  for (std::size_t start = 0; start < name.size();) {
    std::size_t end = start;
    while (end < name.size() && is_letter(name[end])) ++end;
    if (has_use(lexicon.organization_words, name.substr(start, end - start), "outlet")) return true;
    start = end + 1;
  }
  return false;
}

}  // namespace wirecut
