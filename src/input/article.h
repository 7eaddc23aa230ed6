// A story of a carrier with markup, on its way to one text.
#pragma once

#include <string>
#include <vector>

#include "wirecut/story.h"

namespace wirecut {

struct Article {
  std::string id;  // empty: the carrier gives none
  Metadata metadata;
  std::vector<std::string> paragraphs;  // in order, none blank
};

// Sets text and metadata of `story`, and its id where the article has one. The text is the headline, the byline, the
// dateline and the paragraphs, with a blank line between them; what the paragraphs say themselves (most bodies open
// with the dateline) isn't said twice. Without a byline the authors make one: "By Jane Roe and John Doe".
void compose_story(Article article, Story& story);

// White space runs as one blank, none at the ends: how markup is meant to be read.
std::string collapse_space(std::string_view text);

// "20190502T101500Z", "2019-05-02T10:15:00Z", "Thu, 02 May 2019 10:15:00 GMT" -> "2019-05-02..." where it can be told,
// else as it is.
std::string iso_date(std::string_view date);

}  // namespace wirecut
