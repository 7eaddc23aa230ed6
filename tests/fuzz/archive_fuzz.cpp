// Whatever the content says, tables and archives.

#include "fuzz/input_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  for (const char* format : {"auto", "csv", "tar", "warc"})
    wirecut::test::fuzz_reader(data, size, wirecut::test::from(format));
  return 0;
}
