// Quotation marks that a web page's source has left in a text: "&quot;Yes,&quot; she said". Only double ones: an
// apostrophe so spelled stands inside of words, where nobody looks for it.
#pragma once

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
  static constexpr std::array<MarkEntity, 9> kEntities = {{{"&quot;", '"'},
                                                           {"&#34;", '"'},
                                                           {"&#034;", '"'},
                                                           {"&ldquo;", '('},
                                                           {"&#8220;", '('},
                                                           {"&#x201C;", '('},
                                                           {"&rdquo;", ')'},
                                                           {"&#8221;", ')'},
                                                           {"&#x201D;", ')'}}};
  if (at < text.size() && text[at] == '&')
    for (const MarkEntity& entity : kEntities)
      if (text.substr(at).starts_with(entity.spelling)) return entity;
  return {};
}

// Is the last byte of `text`, a semicolon, that of a mark?
inline bool ends_in_mark_entity(std::string_view text) {
  const std::size_t at = text.rfind('&');
  return at != std::string_view::npos && at + mark_entity_at(text, at).spelling.size() == text.size();
}

}  // namespace wirecut
