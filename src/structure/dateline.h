// The dateline, by a grammar: PLACE [/ PLACE] [, REGION | [COUNTRY]] [, DATE] [AGENCY MARK] TERMINATOR, in any order
// that agencies use, where TERMINATOR is a dash, a colon, "_", ".-", or nothing behind a mark in brackets or slashes.
//   "LONDON, May 2 (Reuters) - Britain ..."  "MOSCOW. May 2. /TASS/. A new ..."  "2 May 2019 - Text"  "(Bloomberg) --
//   Copper"
// What merely looks so ("Paris: a city ...") is kept apart by evidence of two kinds (see `strength`).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "lexicon/lexicon.h"
#include "wirecut/story.h"

namespace wirecut {

struct DatelineMatch {
  Dateline dateline;             // spans in bytes of the text given
  std::uint32_t body_start = 0;  // the first word behind the terminator; the text's end where nothing follows
  int strength = 0;              // evidence summed up; below kWeakDateline there is no match at all
  bool place_only = false;       // nothing but a place and a colon or dash speaks for it
};

inline constexpr int kDoubtfulDateline = 2;  // "Agartala: The ...", "TIMERGARA: A ..."
inline constexpr int kWeakDateline = 3;
inline constexpr int kSureDateline = 5;

// The dateline that begins at `start`, on a blank's end; looks no further than `end` and 300 bytes. `least`: the
// evidence that is asked for.
std::optional<DatelineMatch> read_dateline(std::string_view text, std::uint32_t start, std::uint32_t end,
                                           const Lexicon& lexicon, int least = kWeakDateline);

// A line that is nothing but a place, a date or both ("ANKARA", "Geneva, 2 May 2019"): a dateline on a line of its own.
std::optional<DatelineMatch> read_dateline_line(std::string_view text, Span line, const Lexicon& lexicon);

}  // namespace wirecut
