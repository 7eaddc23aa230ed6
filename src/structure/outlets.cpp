#include "structure/outlets.h"

#include <array>

#include "structure/chars.h"

namespace wirecut {
namespace {

constexpr std::size_t kLongestName = 80;
constexpr int kMostWords = 8;

// A name as the keys of the table spell it, in memory of its own size.
class Key {
 public:
  explicit Key(std::string_view name) {
    for (std::size_t i = 0; i < name.size();) {
      if (name[i] == '/' || blank_at(name, i) != 0 || newline_at(name, i) != 0) {
        if (size_ > 0 && bytes_[size_ - 1] != ' ') add(' ');
        i += name[i] == '/' ? 1 : blank_at(name, i) + newline_at(name, i);
      } else if (name.substr(i).starts_with("\u2019")) {
        add('\'');
        i += 3;
      } else {
        if (name[i] != '.' && name[i] != ',') add(to_lower(name[i]));
        ++i;
      }
    }
    if (size_ > 0 && bytes_[size_ - 1] == ' ') --size_;
  }

  std::string_view text() const {
    if (too_long_) return {};
    const std::string_view whole(bytes_.data(), size_);
    return whole.starts_with("the ") ? whole.substr(4) : whole;
  }

 private:
  void add(char c) {
    if (size_ < bytes_.size())
      bytes_[size_++] = c;
    else
      too_long_ = true;
  }

  std::array<char, kLongestName> bytes_{};
  std::size_t size_ = 0;
  bool too_long_ = false;
};

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

constexpr std::string_view kOutletWords[] = {
    "agency",   "broadcasting", "chronicle", "courier", "daily",     "gazette",    "guardian", "herald",   "journal",
    "magazine", "media",        "mirror",    "news",    "newspaper", "newspapers", "newswire", "observer", "online",
    "post",     "press",        "radio",     "record",  "review",    "service",    "star",     "sun",      "telegraph",
    "times",    "today",        "tribune",   "tv",      "weekly",    "wire"};

}  // namespace

std::optional<Outlet> find_outlet(std::string_view name, const Lexicon& lexicon, std::string_view country) {
  name = trim(name);
  if (name.empty() || name.size() > kLongestName) return std::nullopt;
  const Key key(name);
  if (key.text().empty()) return std::nullopt;
  std::optional<Outlet> found;
  const RowRange rows = lexicon.agencies.find(key.text());
  for (std::uint32_t row = rows.first; row < rows.end; ++row) {
    const auto cell = [&](std::uint32_t column) { return lexicon.agencies.cell(row, column); };
    if (!is_spelled(cell(1), name)) continue;
    const Outlet outlet{cell(2), cell(3), cell(5) == "mark"};
    if (!found || (!country.empty() && outlet.country == country && found->country != country)) found = outlet;
  }
  return found;
}

std::size_t outlet_prefix(std::string_view text, const Lexicon& lexicon) {
  std::size_t longest = 0;
  std::size_t at = 0;
  for (int words = 0; words < kMostWords && at < text.size() && at < kLongestName; ++words) {
    while (at < text.size() && blank_at(text, at) == 0 && newline_at(text, at) == 0) ++at;
    std::size_t end = at;
    while (end > 0 && (text[end - 1] == '.' || text[end - 1] == ',' || text[end - 1] == ';')) --end;
    if (find_outlet(text.substr(0, end), lexicon)) longest = end;
    at = skip_blanks(text, at);
  }
  return longest;
}

bool has_outlet_word(std::string_view name) {
  for (std::size_t start = 0; start < name.size();) {
    std::size_t end = start;
    while (end < name.size() && is_letter(name[end])) ++end;
    for (std::string_view word : kOutletWords)
      if (same_ignoring_case(name.substr(start, end - start), word)) return true;
    start = end + 1;
  }
  return false;
}

}  // namespace wirecut
