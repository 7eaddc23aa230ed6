// Any text through the whole pipeline: no crash, and the contract of validate.h holds.

#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "validate.h"
#include "wirecut/analyzer.h"

namespace {

// Bytes above ASCII become two-byte code points, so that the text stays valid UTF-8.
std::string valid_text(const std::uint8_t* data, std::size_t size) {
  std::string text;
  for (std::size_t i = 0; i < size; ++i) {
    if (data[i] < 0x80) {
      text += static_cast<char>(data[i]);
    } else {
      text += static_cast<char>(0xC2 | (data[i] >> 6 & 1));
      text += static_cast<char>(0x80 | (data[i] & 0x3F));
    }
  }
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const wirecut::Analyzer analyzer;
  static const auto scratch = analyzer.make_scratch();
  wirecut::Story story;
  story.id = "fuzz";
  story.text = valid_text(data, size);
  analyzer.analyze(story, {}, *scratch);
  for (const std::string& fault : wirecut::test::validate(story)) {
    std::fprintf(stderr, "%s\n", fault.c_str());
    std::abort();
  }
  return 0;
}
