#include "structure/structure.h"

#include <span>

#include "structure/head.h"
#include "structure/lines.h"
#include "structure/paragraphs.h"
#include "structure/settled_dateline.h"
#include "structure/tail.h"

// One pass over the text finds its first and last lines. The head is parsed by a line classifier (head.cpp) and a
// grammar for datelines (dateline.cpp), the tail by taking lines off the end (tail.cpp); what lies between is the body.
namespace wirecut {

Structure parse_structure(const Story& story, const Lexicon& lexicon) {
  Structure structure;
  const std::string_view text = story.text;
  const Outline outline = outline_of(text);
  Head head = read_head(text, outline, lexicon);
  structure.headline = head.headline;
  structure.byline = std::move(head.byline);
  structure.dateline = std::move(head.dateline);
  structure.transmission = std::move(head.transmission);

  if (head.body_start) {
    const std::string_view country =
        structure.dateline ? std::string_view(structure.dateline->country) : std::string_view{};
    const std::span<const std::string> authors =
        structure.byline ? std::span<const std::string>(structure.byline->authors) : std::span<const std::string>{};
    Tail tail = read_tail(text, outline, *head.body_start, country, authors, lexicon);
    structure.source = std::move(tail.source);
    const Span body{*head.body_start, tail.body_end};
    if (body.start < body.end) structure.body = Body{body, find_paragraphs(text, body, outline.min_indent)};
  }
  if (!structure.source && structure.headline) {
    const std::string_view agency =
        structure.dateline ? std::string_view(structure.dateline->agency) : std::string_view{};
    structure.source = source_of_headline(text, *structure.headline, agency, lexicon);
  }
  settle_dateline(text, structure, lexicon);
  return structure;
}

}  // namespace wirecut
