// Names that the tagger has found in a text, as correct_names() leaves them.
#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "check.h"
#include "entities/known_parts.h"
#include "lexicon/lexicon.h"
#include "structure/structure.h"
#include "tokens/tokens.h"

namespace wirecut::test {

struct Found {
  std::string_view words;
  EntityType type;
};

// What correct_names() makes of the names that the tagger has found in `text`, in their order.
inline std::string corrected(std::string_view text, const std::vector<Found>& all_found) {
  static const Lexicon lexicon{embedded_bytes()};
  Story story;
  story.text = text;
  story.structure = parse_structure(story, lexicon);
  Tokenization tokenization;
  tokenize(story, lexicon, tokenization);
  story.tokens = tokenization.tokens;
  story.sentences = tokenization.sentences;
  std::vector<Name> names;
  for (const Found& found : all_found) {
    Name name;
    const std::size_t from = names.empty() ? 0 : names.back().span.end;
    name.span.start = static_cast<std::uint32_t>(story.text.find(found.words, from));
    name.span.end = name.span.start + static_cast<std::uint32_t>(found.words.size());
    name.type = found.type;
    while (story.tokens[name.first_token].span.start < name.span.start) ++name.first_token;
    name.end_token = name.first_token + 1;
    while (story.tokens[name.end_token - 1].span.end < name.span.end) ++name.end_token;
    names.push_back(name);
  }
  correct_names(story, lexicon, names);
  std::string result;
  for (const Name& name : names) {
    EXPECT_EQ(story.tokens[name.first_token].span.start, name.span.start) << text;
    EXPECT_EQ(story.tokens[name.end_token - 1].span.end, name.span.end) << text;
    const char* kinds[] = {"person", "organization", "location", "misc"};
    result += fmt::format("{}{} {}", result.empty() ? "" : ", ", kinds[static_cast<int>(name.type)],
                          story.text.substr(name.span.start, name.span.size()));
  }
  return result;
}

}  // namespace wirecut::test
