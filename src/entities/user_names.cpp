// A name is cut into pieces (runs of letters and digits, or one mark), and a chained hash of them leads from the first
// piece to the last. The text is cut in the same way from each token's start, so the list needs no tokeniser, and a
// look at a token costs one step for all names, however many they are.

#include "entities/user_names.h"

#include <algorithm>
#include <array>
#include <utility>

#include "lexicon/hash.h"
#include "lexicon/lower_case.h"

namespace wirecut {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

constexpr std::string_view kCurlyApostrophe = "’";

// The piece that begins at text[at], which is no space; a curly apostrophe is a straight one.
struct Piece {
  std::string_view bytes;
  std::size_t end = 0;
};
Piece piece_at(std::string_view text, std::size_t at) {
  if (text.substr(at, kCurlyApostrophe.size()) == kCurlyApostrophe) return {"'", at + kCurlyApostrophe.size()};
  std::size_t end = at;
  while (end < text.size() && is_letter(text[end]) && text.substr(end, kCurlyApostrophe.size()) != kCurlyApostrophe)
    ++end;
  end = std::max(end, at + 1);
  return {text.substr(at, end - at), end};
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

// The cells of a row; nothing where a quotation mark stays open.
bool split_row(std::string_view line, std::vector<std::string>& cells) {
  cells.clear();
  const bool tabs = line.find('\t') != std::string_view::npos;
  const char separator = tabs ? '\t' : ',';
  std::string cell;
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (quoted && c == '"' && i + 1 < line.size() && line[i + 1] == '"')
      cell += line[i++];
    else if (c == '"' && !tabs && (quoted || trim(cell).empty()))
      quoted = !quoted;
    else if (c == separator && !quoted)
      cells.push_back(std::exchange(cell, {}));
    else
      cell += c;
  }
  cells.push_back(cell);
  for (std::string& each : cells) each = std::string(trim(each));
  return !quoted;
}

struct TypeName {
  std::string_view spelling;
  EntityType type;
};
constexpr std::array<TypeName, 10> kTypes = {{{"person", EntityType::person},
                                              {"per", EntityType::person},
                                              {"organization", EntityType::organization},
                                              {"organisation", EntityType::organization},
                                              {"org", EntityType::organization},
                                              {"location", EntityType::location},
                                              {"loc", EntityType::location},
                                              {"place", EntityType::location},
                                              {"misc", EntityType::misc},
                                              {"miscellaneous", EntityType::misc}}};

std::string upper(std::string_view word) {
  std::string out(word);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  return out;
}

tl::unexpected<Error> fault(std::uint64_t line, std::string message) {
  return tl::unexpected(Error{ErrorKind::io, std::move(message), line, std::nullopt});
}

Result<UserName> parse_row(const std::vector<std::string>& cells, std::uint64_t line) {
  if (cells.size() < 2) return fault(line, "no type: a row is name, type, canonical name, id");
  if (cells.size() > 4) return fault(line, "more than four cells: a row is name, type, canonical name, id");
  if (cells[0].empty()) return fault(line, "the name is empty");
  const std::string type = to_lower_case(cells[1]);
  const auto known = std::find_if(kTypes.begin(), kTypes.end(), [&](const TypeName& t) { return t.spelling == type; });
  if (known == kTypes.end())
    return fault(line, "unknown type \"" + cells[1] + "\": one of person, organization, location, misc");
  UserName row{cells[0], known->type, cells.size() > 2 ? cells[2] : "", cells.size() > 3 ? cells[3] : ""};
  if (row.canonical.empty()) row.canonical = row.name;
  return row;
}

}  // namespace

Result<UserNames> UserNames::parse(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  UserNames names;
  std::vector<std::string> cells;
  std::uint64_t number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    if (trim(line).empty() || line[0] == '#') continue;
    if (!split_row(line, cells)) return fault(number, "a quotation mark is not closed");
    const bool is_header = names.rows_.empty() && cells.size() >= 2 && to_lower_case(cells[0]) == "name" &&
                           to_lower_case(cells[1]) == "type";
    if (is_header) continue;
    Result<UserName> row = parse_row(cells, number);
    if (!row) return tl::unexpected(row.error());
    names.add(std::move(*row));
  }
  return names;
}

void UserNames::add(UserName row) {
  rows_.push_back(std::move(row));
  const auto index = static_cast<std::uint32_t>(rows_.size());
  const std::string& name = rows_.back().name;
  add_path(upper(name), index);
  add_path(name, index);
}

void UserNames::add_path(std::string_view name, std::uint32_t row) {
  std::uint64_t chain = 0;
  for (std::size_t at = 0; at < name.size(); at = skip_spaces(name, at)) {
    const Piece piece = piece_at(name, at);
    chain = hash_chain(chain, hash_word(piece.bytes));
    at = piece.end;
    Step& step = steps_[chain];
    if (skip_spaces(name, at) < name.size())
      step.continues = true;
    else
      step.row = row;
  }
}

std::pair<std::uint32_t, std::uint32_t> UserNames::find_at(const Story& story, std::uint32_t token) const {
  const std::string_view text = story.text;
  std::pair<std::uint32_t, std::uint32_t> best{0, 0};
  std::uint64_t chain = 0;
  std::uint32_t last = token;  // the token that the current piece lies in
  for (std::size_t at = story.tokens[token].span.start; at < text.size(); at = skip_spaces(text, at)) {
    const Piece piece = piece_at(text, at);
    chain = hash_chain(chain, hash_word(piece.bytes));
    at = piece.end;
    const auto step = steps_.find(chain);
    if (step == steps_.end()) break;
    while (last + 1 < story.tokens.size() && story.tokens[last].span.end < at) ++last;
    if (step->second.row != 0 && story.tokens[last].span.end == at) best = {step->second.row, last + 1};
    if (!step->second.continues) break;
  }
  return best;
}

void UserNames::apply(const Story& story, std::vector<Name>& names) const {
  if (rows_.empty()) return;
  std::vector<Name> all;
  std::size_t next = 0;  // of `names`
  const auto keep_before = [&](std::uint32_t token) {
    while (next < names.size() && names[next].end_token <= token) all.push_back(names[next++]);
  };
  for (std::uint32_t t = 0; t < story.tokens.size();) {
    const auto [row, end] = find_at(story, t);
    if (row == 0) {
      ++t;
      continue;
    }
    keep_before(t);
    Name name;
    name.span = {story.tokens[t].span.start, story.tokens[end - 1].span.end};
    name.first_token = t;
    name.end_token = end;
    name.type = rows_[row - 1].type;
    name.confidence = 1;
    name.user_row = row;
    all.push_back(name);
    while (next < names.size() && names[next].first_token < end) ++next;
    t = end;
  }
  keep_before(static_cast<std::uint32_t>(story.tokens.size()));
  names = std::move(all);
}

}  // namespace wirecut
