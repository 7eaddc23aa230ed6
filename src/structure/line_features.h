// What can be seen on each of the first lines of a story, before anyone decides what the line is.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "structure/byline.h"
#include "structure/dateline.h"
#include "structure/forms.h"
#include "structure/lines.h"
#include "wirecut/story.h"

namespace wirecut {

struct LineFeatures {
  Span span;
  std::uint32_t size = 0;   // bytes
  std::uint32_t words = 0;  // counted up to 400 bytes
  LineKind kind = LineKind::none;
  Field field = Field::none;
  std::uint32_t value_start = 0;  // behind the label of a field
  std::optional<BylineMatch> byline;
  std::optional<DatelineMatch> dateline;           // begins the line, and more follows
  std::optional<DatelineMatch> own_line_dateline;  // is the line
  bool is_path = false;                            // "Home > World": a kicker with the way to it
  bool outlet_only = false;                        // "Associated Press"
  bool after_byline = false;                       // a byline stands right above, or lines that belong to one
  bool opens_turn = false;                         // "HOST: ...", of a transcript
  bool is_speaker = false;                         // "JANE ROE, HOST:", above what she says
  bool opens_table = false;                        // the first of at least three rows of words and figures
  bool has_letters = false;
  bool all_caps = false;
  bool capital = false;        // opens with a capital, a figure or a quotation mark
  bool ends_sentence = false;  // full stop, question or exclamation mark
  bool ends_stop = false;      // full stop
  bool ends_prose = false;     // one that few headlines have: not "Floods abate...", "New head of Acme Plc.", "Floods
                               // Abate in Most of the North."
  bool gap_before = false;     // an empty line, or the start of the text
  bool gap_behind = false;
  bool indented = false;
  bool wraps_on = false;   // its sentence goes on in the next line
  bool continues = false;  // it goes on where a wrapped headline left off
};

std::vector<LineFeatures> line_features(std::string_view text, const Outline& outline, const Lexicon& lexicon);

}  // namespace wirecut
