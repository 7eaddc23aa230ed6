#include "structure/byline.h"

#include <algorithm>
#include <array>
#include <utility>

#include "lexicon/hash.h"
#include "structure/byline_separators.h"
#include "structure/byline_words.h"
#include "structure/calendar.h"
#include "structure/chars.h"
#include "structure/dateline_place.h"
#include "structure/outlets.h"
#include "structure/page_words.h"

// A byline is a label, then pieces between commas, bars and "and". A piece is a name (capitalised words), or something
// beside the names: an outlet, a job title, an address, a place, a day. One piece that is neither, and the line is
// prose: so "by midday, sustaining losses" (a wrapped line of 1987) is no byline.
namespace wirecut {
namespace {

constexpr std::size_t kLongestLine = 240;
constexpr std::size_t kLongestNames = 100;  // without a label
constexpr std::size_t kMostWordsInName = 5;

// The words of a piece, without memory of their own.
template <class Visit>
bool all_words(std::string_view piece, Visit visit) {
  for (std::size_t at = skip_blanks(piece, 0); at < piece.size(); at = skip_blanks(piece, at)) {
    std::size_t end = at;
    while (end < piece.size() && blank_at(piece, end) == 0) ++end;
    if (!visit(piece.substr(at, end - at))) return false;
    at = end;
  }
  return true;
}

bool is_name_word(std::string_view word) {
  if (!upper_at(word, 0)) {  // "al-Masri", "d'Arcy", "van"
    const std::size_t joint = word.find_first_of("-'");
    return is_one_of(kParticles, word) || (joint != std::string_view::npos && upper_at(word, joint + 1));
  }
  for (char c : word)
    if (!is_letter(c) && !is_high(c) && c != '.' && c != '-' && c != '\'' && c != '`') return false;
  return !kNoNamesSet.has(word) && !word.ends_with("'s") && !word.ends_with("\u2019s");
}

bool is_given_name(std::string_view word, const Lexicon& lexicon) {
  constexpr std::size_t kLongest = 24;
  std::array<char, kLongest> lower;
  if (word.size() > kLongest) return false;
  std::transform(word.begin(), word.end(), lower.begin(), to_lower);
  return !lexicon.given_names.find_word(hash_word({lower.data(), word.size()})).empty();
}

// "Will", "Can": a given name as well.
bool is_rare_given_name(std::string_view word, const Lexicon& lexicon) {
  return !lexicon.given_name_genders.find_lower(word).empty() || is_given_name(word, lexicon);
}

// "Will Dunham": such a word before a name. "Paul Day", "Elizabeth Read": behind a given name the last word is a
// surname, whatever else it means.
bool is_name_by_given_name(std::string_view piece, const Lexicon& lexicon) {
  const std::size_t first = std::min(piece.find(' '), piece.size()), last = piece.rfind(' ');
  if (first == piece.size() || !upper_at(piece, last + 1) || month_number(piece.substr(0, first)) != 0) return false;
  const std::string_view given = piece.substr(0, first);
  if (kNoNamesSet.has(given)) return is_rare_given_name(given, lexicon) && all_words(piece.substr(first), is_name_word);
  return kNoNamesSet.has(piece.substr(last + 1)) && all_words(piece.substr(0, last), is_name_word) &&
         is_given_name(given, lexicon);
}

enum class PieceKind { name, title_behind_name, beside, prose };

struct Piece {
  PieceKind kind = PieceKind::prose;
  std::string_view name;  // of name and title_behind_name
};

// "AP Business Writer", "New York Times": an outlet, and perhaps a title behind its mark.
bool is_office_of_outlet(std::string_view words, const Lexicon& lexicon) {
  const std::size_t known = outlet_prefix(words, lexicon);
  if (known == 0 || known == words.size()) return known > 0;
  const std::string_view title = trim(words.substr(known));
  if (!kTitleWordsSet.has(title.substr(0, title.find(' ')))) return false;
  const auto outlet = find_outlet(words.substr(0, known), lexicon);
  return outlet && outlet->is_mark;  // "Emily Ann Post Staff Writer" may be a Post
}

bool is_known_place(std::string_view piece, const Lexicon& lexicon) {
  return read_place(piece, {}, lexicon).fame == PlaceFame::dateline || !region_country(piece, lexicon).empty();
}

// "Scotland correspondent", "North of England editor": the place that one writes from or about, up to three words, and
// a title.
bool is_beat(std::string_view words, const Lexicon& lexicon) {
  constexpr int kMostWords = 3;
  std::size_t size = std::min(words.find(' '), words.size());
  for (int count = 1; size < words.size() && count <= kMostWords; ++count) {
    const std::string_view title = trim(words.substr(size));
    if (!title.empty() && is_lower(title[0]) && kTitleWordsSet.has(title.substr(0, title.find(' '))) &&
        (is_known_place(words.substr(0, size), lexicon) || is_one_of(kBeats, words.substr(0, size))))
      return true;
    size = std::min(words.find(' ', size + 1), words.size());
  }
  return false;
}

// "Jane Roe Political editor", "Jane Roe Scotland editor", "Jane Roe BBC News": a name, then something else. `behind`:
// where that begins.
std::optional<std::size_t> end_of_name(std::string_view piece, const Lexicon& lexicon) {
  std::size_t at = 0, words = 0;
  while (at < piece.size()) {
    std::size_t end = at;
    while (end < piece.size() && blank_at(piece, end) == 0) ++end;
    const std::string_view rest = piece.substr(at);
    // "Asia Economics Correspondent" is a title through and through, "Jane White Political Editor" is not.
    if (words == 1 && rest.size() > end - at && kTitleWordsSet.has(piece.substr(at, end - at)) &&
        !is_given_name(piece.substr(0, piece.find(' ')), lexicon))
      return std::nullopt;
    if (words >= 2 && words <= 4 &&
        (kTitleWordsSet.has(piece.substr(at, end - at)) || is_beat(rest, lexicon) || find_outlet(rest, lexicon) ||
         is_office_of_outlet(rest, lexicon)))
      return at;
    at = skip_blanks(piece, end);
    ++words;
  }
  return std::nullopt;
}

bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), is_digit); }

// "Science Editor", "Editor for Science"; not "Energy brings power to the north", where a beat opens a headline.
bool is_title_phrase(std::string_view piece) {
  const std::string_view first = piece.substr(0, piece.find(' ')), last = piece.substr(piece.rfind(' ') + 1);
  if (kTitleWordsSet.has(last)) return true;
  const std::string_view behind = trim(piece.substr(first.size())), second = behind.substr(0, behind.find(' '));
  return kTitleWordsSet.has(first) &&
         (is_lower(first[0]) || second.empty() || !is_lower(second[0]) || kTitleWordsSet.has(second) ||
          is_one_of({"in", "at", "for", "of", "on", "and", "with", "to", "from", "based"}, second));
}

bool is_beside(std::string_view piece, const Lexicon& lexicon) {
  if (piece.find('@') != std::string_view::npos || piece.find("http") == 0 || piece.find("www.") == 0) return true;
  if (find_outlet(piece, lexicon)) return true;
  const std::size_t space = std::min(piece.find(' '), piece.size());
  const std::string_view first = piece.substr(0, space), last = piece.substr(piece.rfind(' ') + 1);
  if (is_title_phrase(piece)) return true;
  if (is_weekday(first) || read_date(piece, 0) || is_digit(piece[0])) return true;
  if (same_ignoring_case(first, "updated") || same_ignoring_case(first, "published") ||
      same_ignoring_case(first, "the"))
    return true;
  if (has_outlet_word(last, lexicon)) return true;
  if (is_known_place(piece, lexicon)) return true;
  return piece.find(' ') == std::string_view::npos && read_place(piece, {}, lexicon).fame == PlaceFame::town;
}

// "Example Valley News Service", "Chief Foreign Correspondent", "AP Science Writer": what looks like a name in front is
// none.
bool is_office(std::string_view piece, const Lexicon& lexicon) {
  const std::string_view first = piece.substr(0, piece.find(' '));
  if (kTitleWordsSet.has(first) || find_outlet(first, lexicon)) return true;
  return is_one_of(kOffices, piece.substr(piece.rfind(' ') + 1));
}

// "by Xinhua writers Li Ming, Wang Fang", "BBC News Online's Jane Roe": the names behind an outlet and its title.
std::string_view without_outlet(std::string_view names, const Lexicon& lexicon) {
  const std::size_t known = outlet_prefix(names, lexicon);
  if (known == 0 || known == names.size()) return names;
  std::string_view rest = names.substr(known);
  bool joined = false;
  for (std::string_view genitive : {"'s ", "\u2019s "})
    if (rest.starts_with(genitive)) rest = rest.substr(genitive.size()), joined = true;
  rest = trim(rest);
  for (bool again = true; again;) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    again = kTitleWordsSet.has(word.substr(0, word.find_first_of("'\u2019")));
    if (again) rest = trim(rest.substr(word.size())), joined = true;
  }
  return joined && upper_at(rest, 0) ? rest : names;
}

// `is_title`: behind a name and a comma, where "European Investment Correspondent" is what that one does.
Piece read_piece(std::string_view piece, bool first, bool labelled, bool is_title, const Lexicon& lexicon) {
  std::size_t words = 0;
  std::size_t particles = 0;  // "Luis Felipe de Souza e Silva" has four words
  bool named = all_words(piece, [&](std::string_view word) {
    ++words;
    particles += is_lower(word[0]) && is_one_of(kParticles, word) ? 1 : 0;
    return is_name_word(word);
  });
  named = named || (labelled && is_name_by_given_name(piece, lexicon));
  // Without a label a line must open with a name, or with a title; looking for anything else there is in vain.
  if (first && !labelled && !named && !kTitleWordsSet.has(piece.substr(piece.rfind(' ') + 1)) &&
      !end_of_name(piece, lexicon))
    return {};
  if (!(first && words >= 2) || !named) {
    if (is_beside(piece, lexicon)) {
      const bool is_whole_title = is_title && !is_given_name(piece.substr(0, piece.find(' ')), lexicon);
      if (is_whole_title || find_outlet(piece, lexicon)) return {PieceKind::beside, {}};
      if (const auto at = end_of_name(piece, lexicon); at && piece.size() - *at <= 40 && !is_office(piece, lexicon))
        if (const std::string_view name = trim(piece.substr(0, *at)); all_words(name, is_name_word))
          return {PieceKind::title_behind_name, name};
      return {PieceKind::beside, {}};
    }
  } else if (find_outlet(piece, lexicon) || is_known_place(piece, lexicon)) {
    return {PieceKind::beside, {}};
  }
  if (const auto at = end_of_name(piece, lexicon); at && !has_digit(piece) && piece.size() - *at <= 40) {
    const std::string_view name = trim(piece.substr(0, *at));
    if (all_words(name, is_name_word) && !find_outlet(name, lexicon) &&
        !find_outlet(name.substr(0, name.find(' ')), lexicon))
      return {PieceKind::title_behind_name, name};
  }
  const std::size_t space = std::min(piece.find(' '), piece.size());
  if (labelled && named && words == 2 && is_given_name(piece.substr(0, space), lexicon))
    return {PieceKind::name, piece};  // "Stanley White"
  if (is_title_phrase(piece)) return {PieceKind::beside, {}};
  if (named && words - particles <= kMostWordsInName) return {PieceKind::name, piece};
  return {};
}

constexpr ByteSet kSeparatingBytes(",;:|/()@\t");

// Can a line without a label open with a name? Its first two words must be of one, and a separator come soon.
bool may_open_with_name(std::string_view line) {
  constexpr int kMostWords = 8;  // of a name and a title without a separator
  int words = 0;
  bool separated = false;
  return all_words(line, [&](std::string_view word) {
    ++words;
    separated |= kSeparatingBytes.any_in(word) || dash_at(word, 0) != 0 || same_ignoring_case(word, "and") ||
                 same_ignoring_case(word, "in") || word == "&" || is_high(word[0]);
    if (words <= 2 && !separated && !is_name_word(word) && !kTitleWordsSet.has(word)) return false;
    return separated || words <= kMostWords;
  });
}

std::string_view without_label(std::string_view line, bool& labelled) {
  for (std::string_view label : kLabels)
    if (same_ignoring_case(line.substr(0, label.size()), label)) {
      labelled = true;
      return trim(line.substr(label.size()));
    }
  return line;
}

// "Airman 1st Class Jane Roe": the name alone.
std::string_view without_rank(std::string_view piece) {
  for (std::string_view rank : kRanks)
    if (piece.size() > rank.size() && same_ignoring_case(piece.substr(0, rank.size()), rank))
      return piece.substr(rank.size());
  return piece;
}

// The separator in front says that no name follows: "Jane Roe in Accra", "By Jane Roe - Cox's Bazar".
bool stands_beside_names(std::string_view piece, const Separator* in_front, bool labelled, const Lexicon& lexicon) {
  if (in_front == nullptr) return false;
  if (!in_front->names_follow) return labelled || (piece.size() <= 30 && all_words(piece, is_name_word));
  const std::size_t sign = in_front->text.find_first_not_of(' ');
  return labelled && sign != std::string_view::npos && dash_at(in_front->text, sign) != 0 &&
         read_place(piece, {}, lexicon).fame != PlaceFame::unknown;
}

// "Mary Roe | Portland Daily News": a paper that no list knows.
bool is_paper_behind_bar(std::string_view piece, const Separator* in_front, const Lexicon& lexicon) {
  return in_front != nullptr && in_front->text.find('|') != std::string_view::npos &&
         has_outlet_word(piece.substr(piece.rfind(' ') + 1), lexicon);
}

// Adds what a piece says to `match`; false where the line is prose.
bool take_piece(std::string_view piece, bool first, const Separator* in_front, BylineMatch& match,
                const Lexicon& lexicon) {
  const bool is_title = in_front != nullptr && in_front->text.starts_with(',') && !match.authors.empty() &&
                        kTitleWordsSet.has(piece.substr(piece.rfind(' ') + 1));
  const Piece read = read_piece(piece, first, match.labelled, is_title, lexicon);
  if (read.kind == PieceKind::prose) {
    // Behind a labelled name anything short may follow: "By Jane Roe, in the Upper West Side".
    if (!match.labelled || first || piece.size() > 60 || is_lower(piece[0])) return false;
    match.has_aside = true;
  } else if (read.kind == PieceKind::beside) {
    if (!match.labelled && has_digit(piece) && !read_date(piece, 0) && !find_outlet(piece, lexicon)) return false;
    if (first && !match.labelled && !kTitleWordsSet.has(piece.substr(piece.rfind(' ') + 1))) return false;
    match.has_aside = true;
  } else if (match.labelled && !first && is_all_caps(read.name) && read.name.size() <= 4) {
    match.has_aside = true;  // a degree, an office
  } else {
    const std::size_t words = static_cast<std::size_t>(std::count(read.name.begin(), read.name.end(), ' ')) + 1;
    if (!match.labelled && (words < 2 || words > 4)) return false;
    if (!match.labelled && is_one_of(kNoSurnames, read.name.substr(read.name.rfind(' ') + 1))) return false;
    match.authors.emplace_back(read.name);
    match.has_aside |= read.kind == PieceKind::title_behind_name;
  }
  return true;
}

// "Jane Roe, Showbiz & Real Life Reporter", "Jane Roe, Health and Science Editor": bytes of a title with a joint in it,
// behind a name and a comma; 0 where another name follows ("Jane Roe, John Poe and Ann Lee").
std::size_t joined_title(std::string_view rest, const Separator* in_front, const Separator* joint,
                         const Lexicon& lexicon) {
  if (in_front == nullptr || !in_front->text.starts_with(',') || joint == nullptr) return 0;
  if (!is_one_of({" & ", " and "}, joint->text)) return 0;
  const std::size_t end = std::min(rest.find_first_of(",;|("), rest.size());
  const std::string_view title = trim(rest.substr(0, end)), first = title.substr(0, title.find(joint->text));
  const std::string_view second = trim(title.substr(first.size() + joint->text.size() - 1));
  // "Jane Roe, Tsering Dolma and AP Staff"
  const bool is_desk = second.ends_with(" Staff") || second.ends_with(" staff") || outlet_prefix(second, lexicon) > 0;
  const bool is_title = kTitleWordsSet.has(title.substr(title.rfind(' ') + 1)) && !is_desk;
  // "Jane Roe, Home Editor and John Poe, Reporter"
  const bool ends_there = kTitleWordsSet.has(first.substr(first.rfind(' ') + 1)) && first.find(' ') < first.size();
  return is_title && !ends_there && !is_given_name(first.substr(0, first.find(' ')), lexicon) ? end : 0;
}

// "a staff writer", "our special correspondent", "staff reporters": who signs so has no name.
bool is_role_only(std::string_view words) {
  bool ends_in_title = false;
  std::size_t at = 0;
  const bool whole = all_words(words, [&](std::string_view word) {
    const bool article = at++ == 0 && is_one_of({"a", "an", "our", "the"}, word);
    ends_in_title = !article;
    return article || kTitleWordsSet.has(word);
  });
  return whole && ends_in_title && at >= 2;
}

}  // namespace

std::optional<BylineMatch> read_byline(std::string_view line, const Lexicon& lexicon) {
  if (has_hard_blank(line) && line.size() <= kLongestLine) return read_byline(with_plain_blanks(line), lexicon);
  line = trim(line);
  const std::string_view whole = line;
  line = without_page_words(line);
  BylineMatch match;
  match.has_aside = line.size() < whole.size();
  std::string_view rest = line.size() > kLongestLine ? std::string_view{} : without_label(line, match.labelled);
  if (!match.labelled && (line.size() > kLongestNames || !may_open_with_name(line))) return std::nullopt;
  if (match.labelled) {
    const std::string_view names = without_outlet(rest, lexicon);
    match.has_aside |= names.size() < rest.size();
    rest = names;
  }
  if (match.labelled && is_role_only(rest)) return match.has_aside = true, match;
  if (rest.empty() || !(upper_at(rest, 0) || rest.front() == '@' || !is_letter(rest.front()) ||
                        is_name_word(rest.substr(0, rest.find(' ')))))
    return std::nullopt;
  bool first = true;
  const Separator* before = nullptr;
  while (!rest.empty()) {
    // "Jane Roe | Stars and Stripes": an outlet is looked over for separators no more.
    const std::size_t known = first ? 0 : outlet_prefix(rest, lexicon);
    const auto [behind, separator] = next_separator(rest.substr(known), match.labelled);
    if (const std::size_t title = match.authors.empty() ? 0 : joined_title(rest, before, separator, lexicon)) {
      rest = rest.substr(title);
      match.has_aside = true;
      continue;
    }
    const std::size_t at = separator == nullptr ? rest.size() : known + behind;
    std::string_view piece = trim(rest.substr(0, at));
    if (const std::size_t handle = piece.find('@'); handle != std::string_view::npos) {  // "Jane Roe @janeroe"
      const std::size_t space = piece.substr(0, handle).rfind(' ');
      if (space != std::string_view::npos) piece = trim(piece.substr(0, space)), match.has_aside = true;
    }
    rest = separator == nullptr ? std::string_view{} : rest.substr(at + separator->text.size());
    const Separator* in_front = std::exchange(before, separator);
    if (match.labelled) piece = without_rank(piece);
    if (piece.empty()) continue;
    if (is_one_of(kSuffixes, piece) && !match.authors.empty())
      match.authors.back() += ", " + std::string(piece);
    else if (stands_beside_names(piece, in_front, match.labelled, lexicon) ||
             is_paper_behind_bar(piece, in_front, lexicon))
      match.has_aside = true;
    else if (!take_piece(piece, std::exchange(first, false), in_front, match, lexicon))
      return std::nullopt;
  }
  if (first || (line.ends_with('.') && match.authors.empty())) return std::nullopt;
  if (!match.labelled && match.authors.empty()) return std::nullopt;
  return match;
}

}  // namespace wirecut
