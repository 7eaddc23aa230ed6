// Web and e-mail addresses inside running text.
#pragma once

#include <cstddef>
#include <string_view>

namespace wirecut {

// Where the address ends that begins at text[start] and of which text[mark] is the first telling character: the ":" of
// "https://", the "@" of "desk@example.org", the first full stop of "example.org/news" or "www.example.org".
// 0 where it is none. `scanned` is how far it looked, so that the caller asks once a run of characters only.
std::size_t find_web_end(std::string_view text, std::size_t start, std::size_t mark, std::size_t& scanned);

}  // namespace wirecut
