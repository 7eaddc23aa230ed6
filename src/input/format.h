// Which format an input has.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "input/carrier.h"

namespace wirecut {

// What the first bytes of an input say.
enum class Verdict : std::uint8_t {
  no,
  yes,
  more,  // more bytes may tell
};

struct Format {
  std::string_view name;  // as --from takes it
  std::unique_ptr<StoryReader> (*read)(Input input);
  Verdict (*looks_like)(const Input& input);  // by the bytes at hand; null: can't be told by them
  std::string_view extensions;                // " .jsonl .ndjson ": names end so where the content is silent
  bool is_archive = false;                    // holds inputs of its own
};

// In the order in which they are tried; plain text is the last, and every input is that at least.
std::span<const Format> formats();

// The format that the options ask for, or under "auto" the one that content, then name tell.
const Format& find_format(Input& input);

}  // namespace wirecut
