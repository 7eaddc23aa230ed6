// Quotation marks that a web page's source has left in a text: "&quot;Yes,&quot; she said". Only double ones: an
// apostrophe so spelled stands inside of words, where nobody looks for it.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace wirecut {

struct MarkEntity {
  std::string_view spelling;  // empty: none
  char side = '"';            // '(' opens, ')' closes, '"' may do either
};

// The one that begins at `at`; side and spelling tell it.
inline MarkEntity mark_entity_at(std::string_view text, std::size_t at) {
  static constexpr std::array<MarkEntity, 11> kEntities = {{{"&quot;", '"'},
                                                            {"&#34;", '"'},
                                                            {"&#034;", '"'},
                                                            {"&ldquo;", '('},
                                                            {"&#8220;", '('},
                                                            {"&#x201C;", '('},
                                                            {"&#x201c;", '('},
                                                            {"&rdquo;", ')'},
                                                            {"&#8221;", ')'},
                                                            {"&#x201D;", ')'},
                                                            {"&#x201d;", ')'}}};
  if (at < text.size() && text[at] == '&')
    for (const MarkEntity& entity : kEntities)
      if (text.substr(at).starts_with(entity.spelling)) return entity;
  return {};
}

// Is the last byte of `text`, a semicolon, that of a mark?
inline bool ends_in_mark_entity(std::string_view text) {
  constexpr std::size_t kLongest = 8;  // "&#x201C;"
  const std::string_view tail = text.substr(text.size() - std::min(text.size(), kLongest));
  const std::size_t at = tail.rfind('&');
  return at != std::string_view::npos && at + mark_entity_at(tail, at).spelling.size() == tail.size();
}

}  // namespace wirecut
