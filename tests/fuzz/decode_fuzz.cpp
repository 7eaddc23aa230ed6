// Any bytes become valid UTF-8, and offsets of all units agree with counting.

#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "text/decode.h"
#include "text/offsets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::vector<std::string> warnings;
  const std::string text = wirecut::decode_text(std::string(reinterpret_cast<const char*>(data), size), warnings);
  if (!wirecut::is_utf8(text)) std::abort();
  nlohmann::json(text).dump();  // throws where it doesn't find UTF-8
  const wirecut::OffsetMap codepoints(text, wirecut::OffsetUnit::codepoint), units(text, wirecut::OffsetUnit::utf16);
  std::uint32_t codepoint = 0, unit = 0;
  for (std::uint32_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if ((byte & 0xC0) == 0x80) continue;
    if (codepoints(at) != codepoint || units(at) != unit) std::abort();
    ++codepoint;
    unit += byte >= 0xF0 ? 2 : 1;
  }
  return 0;
}
