// One scan over the tokens: at each capitalised word the longest name of the gazetteer, the table of country names or
// the table of states. Words are folded on the fly (lexicon/fold.h): plain ASCII ones keep the hash of their token,
// others are hashed anew, and a hyphened word counts as its parts. Which of the entries is meant, and whether any is,
// the whole story decides (resolve/places.cpp): here only what can't be a place is left out (no_places.cpp), such as
// towns of a headline in capitals, of which every second word is one somewhere.

#include "places/places.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <span>
#include <utility>

#include "lexicon/fold.h"
#include "lexicon/pick_tokens.h"
#include "places/no_places.h"

namespace wirecut {
namespace {

// A word, or a part of a hyphened one.
struct Piece {
  Span span;
  std::uint32_t token = 0;
  std::uint64_t hash = 0;  // hash_folded()
  bool capital = false;
  bool hyphen_behind = false;
};

bool is_capital(std::string_view word) {
  const auto first = static_cast<unsigned char>(word.front());
  return (first >= 'A' && first <= 'Z') || first == 0xC3 || first == 0xC4 || first == 0xC5;
}

void append_pieces(const Story& story, std::uint32_t index, std::vector<Piece>& pieces) {
  const Token& token = story.tokens[index];
  const std::string_view word = story.words(token.span);
  const bool capital = token.has(kCapitalized);
  if (!token.has(kHasHyphen)) {
    const bool plain = !capital || std::memchr(word.data(), '\'', word.size()) == nullptr;
    pieces.push_back(
        {token.span, index, plain && !token.has(kNonAscii) ? token.lower_hash : hash_folded(word), capital, false});
    return;
  }
  for (std::size_t start = 0; start <= word.size();) {
    const std::size_t end = std::min(word.find('-', start), word.size());
    if (end > start) {
      const std::string_view part = word.substr(start, end - start);
      const auto at = static_cast<std::uint32_t>(token.span.start + start);
      pieces.push_back({{at, at + static_cast<std::uint32_t>(part.size())},
                        index,
                        hash_folded(part),
                        is_capital(part),
                        end < word.size()});
    }
    start = end + 1;
  }
}

// May a name begin at this token?
bool may_begin(const Token& token) {
  return (token.kind == TokenKind::word) & ((token.flags & (kCapitalized | kHasHyphen)) != 0);
}

// Is the sentence a line in capitals? Short ones may be a name or two only.
bool is_all_caps(const Story& story, const Sentence& sentence) {
  const std::uint32_t most_small = (sentence.end_token - sentence.first_token) / 10;
  std::uint32_t caps = 0, words = 0;
  for (std::uint32_t i = sentence.first_token; i < sentence.end_token && words - caps <= most_small; ++i) {
    const Token& token = story.tokens[i];
    if (token.kind != TokenKind::word || token.span.size() < 2) continue;
    ++words;
    if (token.has(kAllCaps)) ++caps;
  }
  return words >= 3 && caps * 10 >= words * 9;
}

// An abbreviated state counts behind a town only, but for those that are nothing else: "N.C.", "B.C.", "Calif.".
bool is_sure_abbreviation(std::string_view word, std::string_view code) {
  const bool many_stops = std::count(word.begin(), word.end(), '.') > 1;
  return code.starts_with("US") ? many_stops || word.size() >= 6 : code.starts_with("CA") && many_stops;
}

// Not a mere town: the White House is one in Tennessee.
bool is_large(const GazetteerEntry& entry) {
  constexpr float kLarge = 19;  // 2^19 people, half a million
  if (entry.alternate || entry.kind == PlaceKind::county) return false;
  return entry.kind != PlaceKind::city || entry.log_population >= kLarge || entry.role == PlaceRole::capital;
}

class Finder {
 public:
  Finder(const Story& story, const Lexicon& lexicon) : story_(story), lexicon_(lexicon) {}

  std::vector<PlaceCandidate> find() {
    found_.reserve(story_.names.size());
    pieces_.reserve(16);
    for (const Sentence& sentence : story_.sentences) {
      if (sentence.part == Part::byline) continue;
      sentence_ = &sentence;
      loud_.reset();
      const auto starts = pick_tokens(story_, sentence.first_token, sentence.end_token, starts_memory_, may_begin);
      ask_ahead(starts);
      std::uint32_t behind = sentence.first_token;
      for (const std::uint32_t start : starts)
        if (start >= behind) behind = scan_from(start);
    }
    drop_untold();
    drop_no_places(story_, lexicon_, found_);
    return std::move(found_);
  }

 private:
  // Where names may begin, the tables are read at places far apart: all of a sentence at once costs little more than
  // one.
  void ask_ahead(std::span<const std::uint32_t> starts) const {
    for (const std::uint32_t i : starts) {
      const std::uint64_t chain = story_.tokens[i].lower_hash;
      lexicon_.gazetteer.prefetch(chain);
      lexicon_.country_names.prefetch(chain);
      lexicon_.regions.prefetch(chain);
    }
  }

  // Tries all capitalised pieces from token `first` on, up to one in lower case; returns the token behind them.
  std::uint32_t scan_from(std::uint32_t first) {
    pieces_.clear();
    next_token_ = first;
    std::uint32_t behind = first + 1;
    for (std::size_t i = 0; i < pieces_.size() || (may_begin_next() && has_piece(i));) {
      const std::uint32_t token = pieces_[i].token;
      if (token > behind || (token == behind && !may_begin(story_.tokens[token]))) break;
      behind = token + 1;
      const std::size_t end = pieces_[i].capital ? add_longest(i) : 0;
      i = std::max(i + 1, end);
      behind = std::max(behind, pieces_[i - 1].token + 1);
    }
    return behind;
  }

  bool may_begin_next() const { return next_token_ < sentence_->end_token && may_begin(story_.tokens[next_token_]); }

  // Is there an i-th piece? Cuts words as far as that.
  bool has_piece(std::size_t i) {
    for (; pieces_.size() <= i && next_token_ < sentence_->end_token; ++next_token_)
      if (story_.tokens[next_token_].kind == TokenKind::word) append_pieces(story_, next_token_, pieces_);
    return i < pieces_.size();
  }

  struct Match {
    std::size_t end = 0;  // one past the last piece; 0: none
    RowRange rows;
  };

  // Is pieces_[i] what the tokenizer has parted from the word before it? Cuts words as far as behind it.
  bool is_parted_genitive(std::size_t i) {
    return has_piece(i + 1) && pieces_[i].hash == hash_word("'s") && adjacent(pieces_[i - 1], pieces_[i]);
  }

  // "King's Lynn", "Cox's Bazar": a place whose name has a genitive within. Returns where it ends; 0: none.
  std::size_t add_with_genitive(std::size_t first) {
    if (!is_parted_genitive(first + 1) || !pieces_[first + 2].capital) return 0;
    std::uint64_t chain =
        hash_phrase(0, hash_folded(story_.words({pieces_[first].span.start, pieces_[first + 1].span.end})));
    bool goes_on = lexicon_.gazetteer.step(chain).continues;
    Match place;
    for (std::size_t i = first + 2; goes_on && has_piece(i) && adjacent(pieces_[i - 1], pieces_[i]); ++i) {
      chain = hash_phrase(chain, pieces_[i].hash);
      const PhraseStep step = lexicon_.gazetteer.step(chain);
      if (!step.rows.empty() && pieces_[i].capital) place = {i + 1, step.rows};
      goes_on = step.continues;
    }
    return place.end > 0 && add_place(first, place) ? place.end : 0;
  }

  // The longest entries that begin at pieces_[first], and a candidate for the best of them. Returns where it ends.
  std::size_t add_longest(std::size_t first) {
    if (const std::size_t end = add_with_genitive(first); end > 0) return end;
    Match place, country, region;
    std::uint64_t chain = 0;
    bool places_go_on = true, countries_go_on = true, regions_go_on = true;
    for (std::size_t i = first; (places_go_on || countries_go_on || regions_go_on) && has_piece(i); ++i) {
      if (i > first && !adjacent(pieces_[i - 1], pieces_[i])) break;
      chain = hash_phrase(chain, pieces_[i].hash);
      const bool may_end = pieces_[i].capital;
      const auto look = [&](const auto& table, Match& match, bool& go_on) {
        if (!go_on) return;
        const PhraseStep step = table.step(chain);
        if (!step.rows.empty() && may_end) match = {i + 1, step.rows};
        go_on = step.continues;
      };
      look(lexicon_.gazetteer, place, places_go_on);
      look(lexicon_.country_names, country, countries_go_on);
      look(lexicon_.regions, region, regions_go_on);
    }
    if (region.end > 0 && region.end >= std::max(place.end, country.end) && add_region(first, region))
      return region.end;
    if (country.end > 0 && country.end >= place.end && add_country_word(first, country, place)) return country.end;
    if (place.end > 0 && add_place(first, place)) return place.end;
    return 0;
  }

  bool adjacent(const Piece& left, const Piece& right) const {
    if (left.token == right.token) return true;
    return right.token == left.token + 1 && !left.hyphen_behind;
  }

  PlaceCandidate candidate(std::size_t first, std::size_t end) const {
    PlaceCandidate made;
    made.span = {pieces_[first].span.start, pieces_[end - 1].span.end};
    made.first_token = pieces_[first].token;
    made.end_token = pieces_[end - 1].token + 1;
    return made;
  }

  bool behind_comma(std::size_t first) const {
    return pieces_[first].token >= 2 && story_.words(story_.tokens[pieces_[first].token - 1].span) == ",";
  }

  // "Hopkins Park, Ill.": no gazetteer has the village, but the tagger sees a place.
  bool behind_location(std::size_t first) const {
    if (!behind_comma(first)) return false;
    const std::uint32_t end = pieces_[first].token - 1;
    const auto name = std::lower_bound(story_.names.begin(), story_.names.end(), end,
                                       [](const Name& n, std::uint32_t token) { return n.end_token < token; });
    return name != story_.names.end() && name->end_token == end && name->type == EntityType::location;
  }

  // "44 B.C." is a year.
  bool behind_number(std::size_t first) const {
    return pieces_[first].token > 0 && story_.tokens[pieces_[first].token - 1].kind == TokenKind::number;
  }

  // Does a place of the name lie in the state, or outside of America in its country?
  bool is_in(const PlaceCandidate& town, std::string_view code) const {
    for (std::uint32_t row = town.entries.first; row < town.entries.end; ++row) {
      const GazetteerEntry entry = lexicon_.gazetteer.entry(row);
      if (entry.country != code.substr(0, 2)) continue;
      if (entry.country != "US" || (entry.division.size() > 3 && entry.division.substr(3) == code.substr(3)))
        return true;
    }
    return false;
  }

  // The candidate right in front, or with a comma between; none where other words stand there.
  const PlaceCandidate* town_before(std::size_t first) const {
    const std::uint32_t token = pieces_[first].token;
    if (found_.empty() || found_.back().evidence != PlaceEvidence::place || !found_.back().region.empty())
      return nullptr;
    const bool adjoins = found_.back().end_token == token && !story_.tokens[token].has(kNewlineBefore);
    return adjoins || (behind_comma(first) && found_.back().end_token + 1 == token) ? &found_.back() : nullptr;
  }

  // "N.C.", and "CA" behind a town: "Seattle, WA" is in one state and "Perth, WA" in another. Full names are places as
  // any.
  bool add_region(std::size_t first, const Match& match) {
    const PlaceCandidate* const town = town_before(first);
    std::uint32_t row = match.rows.first;
    while (town && row < match.rows.end && !is_in(*town, lexicon_.regions.cell(row, 1))) ++row;
    const bool fits = town && row < match.rows.end;
    if (row == match.rows.end) row = match.rows.first;
    const std::string_view form = lexicon_.regions.cell(row, 3);
    PlaceCandidate made = candidate(first, match.end);
    made.region = lexicon_.regions.cell(row, 1);
    made.entries = lexicon_.gazetteer.find(lexicon_.regions.cell(row, 2));
    if (form == "full" || !counts_as_region(first, made, form, fits)) return false;
    found_.push_back(made);
    return true;
  }

  // `fits`: it stands behind a town of that state.
  bool counts_as_region(std::size_t first, const PlaceCandidate& region, std::string_view form, bool fits) {
    const std::string_view words = story_.words(region.span);
    const bool behind_town =
        behind_comma(first) && !found_.empty() && found_.back().end_token + 1 == region.first_token;
    const bool in_capitals = story_.tokens[region.first_token].has(kAllCaps);
    if (form == "alone") return true;
    // "Moosic, PA" may be a town that no gazetteer has, but "Cameron, MP" is none.
    if (form == "postal")
      return in_capitals && ((behind_town && region.region.starts_with("US")) || (fits && !is_loud()));
    if (form == "told") {
      if (!in_capitals || is_loud()) return false;
      if (fits) return true;
      if (!opens_name(region.first_token)) return false;
      doubtful_.push_back(region.first_token);
      return true;
    }
    return behind_town || behind_location(first) ||
           (is_sure_abbreviation(words, region.region) && !behind_number(first));
  }

  // Does a name begin at the token, for the tagger, and not right behind another? Not in "Thomson SA".
  bool opens_name(std::uint32_t token) const {
    if (token > sentence_->first_token + 1 && story_.tokens[token - 1].has(kCapitalized)) return false;
    const auto name = std::lower_bound(story_.names.begin(), story_.names.end(), token,
                                       [](const Name& n, std::uint32_t t) { return n.first_token < t; });
    return name != story_.names.end() && name->first_token == token && name->type != EntityType::person;
  }

  bool is_doubtful(const PlaceCandidate& candidate) const {
    return std::binary_search(doubtful_.begin(), doubtful_.end(), candidate.first_token);
  }

  bool tells(const PlaceCandidate& candidate, std::string_view country) const {
    if (candidate.entries.empty() || is_doubtful(candidate)) return false;
    if (candidate.evidence == PlaceEvidence::demonym || candidate.evidence == PlaceEvidence::alias)
      return lexicon_.country_names.cell(candidate.entries.first, 1) == country;
    const GazetteerEntry entry = lexicon_.gazetteer.entry(candidate.entries.first);
    return entry.country == country &&
           (is_large(entry) || lexicon_.gazetteer.only_country(candidate.entries) == country);  // "Perth"
  }

  // "WA" of a story that names Australia or a town there, "UP" of one that names India.
  void drop_untold() {
    if (doubtful_.empty()) return;
    const auto is_in = [](const std::vector<std::string_view>& countries, std::string_view country) {
      return std::find(countries.begin(), countries.end(), country) != countries.end();
    };
    std::vector<std::string_view> asked, told;  // those of the doubtful: a few, each looked for once
    for (const PlaceCandidate& doubtful : found_) {
      const std::string_view country = doubtful.region.substr(0, 2);
      if (!is_doubtful(doubtful) || is_in(asked, country)) continue;
      asked.push_back(country);
      const auto tells_it = [&](const PlaceCandidate& candidate) { return tells(candidate, country); };
      if (std::any_of(found_.begin(), found_.end(), tells_it)) told.push_back(country);
    }
    std::erase_if(found_, [&](const PlaceCandidate& candidate) {
      return is_doubtful(candidate) && !is_in(told, candidate.region.substr(0, 2));
    });
  }

  // Demonyms and aliases; a name of a country comes as a place. True where the words are used up.
  bool add_country_word(std::size_t first, const Match& match, const Match& place) {
    const std::string_view code = lexicon_.country_names.cell(match.rows.first, 1);
    const std::string_view kind = lexicon_.country_names.cell(match.rows.first, 2);
    const std::string_view form = lexicon_.country_names.cell(match.rows.first, 3);
    const bool also_place = place.end == match.end && is_large(lexicon_.gazetteer.entry(place.rows.first));
    if (kind == "name" || kind == "former" || (also_place && (code == "-" || kind == "alias"))) return false;
    PlaceCandidate made = candidate(first, match.end);
    if (form == "upper" && !story_.tokens[made.first_token].has(kAllCaps)) return false;
    if (form == "prefix" && !pieces_[match.end - 1].hyphen_behind) return false;
    if (code == "-") return true;
    made.evidence = kind == "demonym" ? PlaceEvidence::demonym : PlaceEvidence::alias;
    made.entries = match.rows;
    found_.push_back(made);
    return true;
  }

  bool add_place(std::size_t first, const Match& match) {
    PlaceCandidate made = candidate(first, match.end);
    made.entries = match.rows;
    const GazetteerEntry top = lexicon_.gazetteer.entry(match.rows.first);
    if (top.only_capitals && !story_.tokens[made.first_token].has(kAllCaps)) return false;
    if (is_loud() && !is_loud_place(match.rows)) return false;
    if (made.span.size() < 3 && !top.only_capitals) return false;
    if (top.kind == PlaceKind::country) made.evidence = PlaceEvidence::country_name;
    found_.push_back(made);
    return true;
  }

  bool is_loud() {
    if (!loud_) loud_ = sentence_->part != Part::dateline && is_all_caps(story_, *sentence_);
    return *loud_;
  }

  // In a line in capitals only names of countries, states and large cities count.
  bool is_loud_place(RowRange rows) const {
    for (std::uint32_t row = rows.first; row < rows.end; ++row)
      if (is_large(lexicon_.gazetteer.entry(row))) return true;
    return false;
  }

  const Story& story_;
  const Lexicon& lexicon_;
  const Sentence* sentence_ = nullptr;  // the one that is scanned
  std::optional<bool> loud_;            // is it in capitals? Empty: not yet asked
  std::vector<std::uint32_t> starts_memory_;
  std::vector<Piece> pieces_;     // of its words from one where a name may begin
  std::uint32_t next_token_ = 0;  // behind the pieces
  std::vector<PlaceCandidate> found_;
  std::vector<std::uint32_t> doubtful_;  // first tokens of those that the story has to tell the country of; ascending
};

}  // namespace

std::vector<PlaceCandidate> find_places(const Story& story, const Lexicon& lexicon) {
  return Finder(story, lexicon).find();
}

}  // namespace wirecut
