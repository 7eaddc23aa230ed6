// What several lines of a head tell together: the turns of a transcript, the fields of a mail, the rows of a table.
// `lines`: what each shows by itself, in text order.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "structure/line_features.h"
#include "structure/lines.h"

namespace wirecut {

// The turns of a transcript or an interview: of at least three, or of a question and its answer, where a speaker comes
// again. The first line, and that of one who doesn't, has to be a sentence: "INTERVIEW: Jane Roe on ferries" and "The
// Roe Review: What next?" are none.
// Sets `opens_turn` and `is_speaker`, and takes what else such a line looked like off it.
void mark_turns(std::string_view text, const Outline& outline, std::vector<LineFeatures>& lines);

// The fields above a mail: its subject is the headline, unless it was sent on under another ("FW: ferry").
// Sets `kind` and `field`, as mark_turns(); `lines` is not empty.
void mark_mail(std::string_view text, std::vector<LineFeatures>& lines);

// "Oslo OBX 812.40 up 3.10", and below it at least two more such rows without a gap.
bool opens_table(const std::vector<LineFeatures>& lines, std::size_t i, std::string_view text);

}  // namespace wirecut
