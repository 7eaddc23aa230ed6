// UTF-8 that somebody took for windows-1252 and encoded once more: "â€œYes,â€ she said at the cafÃ©."
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace wirecut {

// The text before its second encoding; empty where it wasn't certainly encoded twice: all of its characters beyond
// ASCII must be bytes of whole UTF-8 sequences, and there must be `least_sequences` of these: "Ã©" alone in a sound
// text stays. `text` is UTF-8.
std::string undo_double_encoding(std::string_view text, std::size_t least_sequences = 2);

}  // namespace wirecut
