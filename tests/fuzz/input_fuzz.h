// What the fuzz targets of the carriers share: any bytes through a reader, in pieces, give sound stories and an end.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "input/read_all.h"
#include "text/decode.h"

namespace wirecut::test {

inline void expect_sound(const Story& story) {
  const Metadata& m = story.metadata;
  for (const std::string* text : {&story.text, &story.id, &m.headline, &m.byline, &m.dateline, &m.source, &m.published})
    if (!is_utf8(*text)) {
      std::fprintf(stderr, "not UTF-8: %s\n", text->c_str());
      std::abort();
    }
  if (story.id.empty()) std::abort();
}

// The first byte chooses the size of the pieces, the rest is the input. The pieces mustn't change what is read.
inline void fuzz_reader(const std::uint8_t* data, std::size_t size, ReadOptions options) {
  if (size == 0) return;
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  options.max_story_bytes = 4096;
  options.max_expanded_bytes = 1u << 20;
  const std::size_t piece = 1u + data[0] % 64;
  const std::vector<Story> stories = read_all(bytes, options, "-", piece);
  for (const Story& story : stories) expect_sound(story);
  if (summary(stories) != summary(read_all(bytes, options, "-"))) {
    std::fprintf(stderr, "pieces of %zu bytes give other stories\n", piece);
    std::abort();
  }
}

}  // namespace wirecut::test
