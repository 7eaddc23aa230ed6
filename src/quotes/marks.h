// Pairs the quotation marks of one paragraph. The rest of quotes/ sees stretches, never marks.
//   “No,” she said, “not ‘ever’.”  -> [No,] [not ‘ever’.]       outermost stretches only
//   'It's the players' game,' he said -> [It's the players' game,]  apostrophes close nothing
#pragma once

#include <string_view>
#include <vector>

#include "wirecut/story.h"

namespace wirecut {

// What stands between two marks; `outer` holds the marks too.
struct MarkedStretch {
  Span outer;
  Span inner;
  bool closed = true;  // false: it ran to the end of its paragraph
};

// One mark, or what may be one.
struct Mark {
  enum class Family : std::uint8_t { straight, curly, two_singles, guillemet, low, single };
  Span span;
  Family family = Family::straight;
  bool can_open = false;
  bool can_close = false;
};

// Appends the stretches of `paragraph` to `into`, which holds those of the paragraphs before, in order, never
// overlapping. `marks` is scratch memory.
// Curly, straight, low and angled marks, "''" and "``", "&quot;" and the like, and single marks as outer ones. A mark
// that isn't closed runs to the paragraph's end, and goes on from the next one's start where that closes what it didn't
// open, or has no mark and the one behind it does; feet and inches, elisions ('em, '90s) and genitives are no marks.
// Linear in the paragraph.
void find_marked(std::string_view text, Span paragraph, std::vector<Mark>& marks, std::vector<MarkedStretch>& into);

}  // namespace wirecut
