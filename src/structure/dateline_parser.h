// The parser behind read_dateline(): what it has read so far, and what it may read next.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "lexicon/lexicon.h"
#include "structure/dateline.h"
#include "structure/dateline_place.h"
#include "structure/dateline_tokens.h"

namespace wirecut {

// Reads part after part (place, region, date, agency mark) with any separators between them until a terminator. Each
// `read_` moves behind what it has taken and returns true, or stays where it is.
class DatelineParser {
 public:
  DatelineParser(std::string_view text, std::uint32_t start, std::uint32_t end, const Lexicon& lexicon)
      : text_(text), tokens_(text, start, end), lexicon_(lexicon), in_lower_case_(is_in_lower_case(text, start)) {}

  // Reads up to the terminator, or to piece `stop`, where the story begins; false where it can't be a dateline.
  bool read(std::size_t stop = DatelineTokens::kCapacity);

  // The piece behind the last known agency in brackets or slashes; 0: there was none.
  std::size_t behind_known_mark() const { return behind_known_mark_; }

  bool ended_with_line() const { return line_end_ && !terminated_; }
  bool has_place() const { return !match_.dateline.place.empty(); }
  bool has_date() const { return match_.dateline.date.has_value(); }

  // The evidence, once read() has been true.
  DatelineMatch weigh();

 private:
  // "jakarta, march 3 (reuters) - ...": up to the mark nothing has a capital, so nothing can be told by one.
  static bool is_in_lower_case(std::string_view text, std::uint32_t start);

  // dateline.cpp: the evidence
  // "By Jane Roe LONDON (Reuters) - ...": the place is what stands in capitals.
  void drop_byline();
  // "Washington D.C", "Boise ID": no comma in front of the state's abbreviation.
  void split_region(PlaceReading& reading);
  bool is_label(std::string_view place) const;
  // "KING: Good evening.": another line of the story opens so.
  bool is_speaker() const;

  // dateline_parser.cpp: parts, what stands between them, and dates
  // "Sep 30, 2013 6:12am EDT": nothing else stands on the line.
  bool clock_ends_line();
  bool is_terminator() const;
  // A dash inside: "LONDON--(BUSINESS WIRE)--", "Chicago - May 2, 2019 -", "(ANSA) - Rome, May 2 -", "IZMIR - Anadolu
  // Agency", "HALIFAX - The Canadian Press -"
  bool goes_on_after_dash() const;
  // Behind the dash at `at_` stand a place and a date, or a known place and another dash.
  bool place_follows() const;
  // A known outlet stands there, up to the line's end or another dash.
  bool agency_between_dashes() const;
  // "May 3rd 2019 | OSLO": a known place, in capitals, and nothing more.
  bool town_ends_line() const;
  // "THE INDEPENDENT |": who reports, known or in capitals.
  bool read_between_bars();
  // A line of fields ("Mumbai | Updated: May 2") has no sentence behind its bar.
  bool terminate_at_bar();
  bool terminate(Piece piece);
  // No terminator. That is right behind a mark ("(PTI) The ...", "/TASS/. A ..."), behind a date and a full stop, and
  // where the line ends.
  bool finish_open();
  static bool opens_sentence(std::string_view rest);
  bool read_part();
  void extend_to(std::size_t past);
  bool read_date_part();
  // "BRUSSELS 02/05 (BELGA)": the day, then the month, before a mark.
  bool read_day_and_month();

  // dateline_marks.cpp: agencies in brackets and slashes
  // Behind the bracket that opens at token `open`, or 0.
  std::size_t bracket_end(std::size_t open) const;
  std::string_view bracket_words(std::size_t open) const;
  bool set_agency(std::string_view words, bool known);
  // "Tamil National Alliance (TNA) ..." opens a sentence.
  static bool are_initials_of(std::string_view mark, std::string_view name);
  bool read_bracket();
  // "(Reuters - The ...": nobody closed the bracket.
  bool read_open_bracket();
  // "(Colombo/Feb 07/2024)": a place and a date, and nothing in front.
  bool read_place_and_date(std::string_view words);
  // "(Juneau, AK) - ...": a place and its state, and nothing in front.
  bool read_place_and_region(std::string_view words);
  // "(LANKAPUVATH | COLOMBO) - ...": an agency, which ends at `mark`, and where it reports from.
  bool read_mark_and_place(std::string_view words, std::size_t mark);
  // "(BRUSSELS) - ...", "May 2, 2019 (BRUSSELS) - ...": a known place, in capitals.
  bool read_bare_place(std::string_view words);
  static bool is_letter_after(std::string_view words, std::size_t at);
  // A date anywhere in the words of a bracket: "(December 22, 2013)", "(Marketwired - May 2, 2019)".
  bool read_date_inside(std::string_view words);
  // An agency or station that no list knows: "(KGTV)", "(Delo.si)". Alone it must be capitals.
  bool is_mark_like(std::string_view words) const;
  bool read_slash();
  bool behind_mark() const;

  // dateline_words.cpp: places, regions, and agencies that stand bare
  bool read_words();
  // Behind the run of words of one name that begins at token `first`.
  std::size_t run_end(std::size_t first) const;
  // "La paz, march 4": the rest of a city's name, typed without its capital.
  bool ends_city_in_lower_case(std::size_t first, std::size_t last) const;
  // "al-Khobar", "'s-Hertogenbosch"
  static bool has_capital_behind_joint(std::string_view word);
  // "ALMATY. KAZINFORM The ...": the mark is told from the sentence behind it by its capitals.
  bool read_agency_in_capitals(std::string_view words);
  bool read_town();
  bool reads_as_bare_agency(std::string_view words, std::size_t past) const;
  bool set_region(std::string_view words);

  std::string_view text_;
  DatelineTokens tokens_;
  const Lexicon& lexicon_;
  DatelineMatch match_;
  std::string_view region_;
  std::string_view second_place_;
  PlaceFame fame_ = PlaceFame::unknown;
  std::size_t at_ = 0;
  std::size_t behind_known_mark_ = 0;
  const bool in_lower_case_;
  int unknown_parts_ = 0;
  bool region_of_second_ = false;
  bool agency_known_ = false;
  bool after_mark_ = false;  // the last part was an agency mark
  bool after_stop_ = false;  // a full stop came after the last part
  bool joined_ = false;      // "and" or a slash came before: another place
  bool terminated_ = false;
  bool dash_ = false;
  bool line_end_ = false;
};

}  // namespace wirecut
