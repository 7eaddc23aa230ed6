// NITF, NewsML-G2 and feeds.

#include "fuzz/input_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  wirecut::test::fuzz_reader(data, size, wirecut::test::from("xml"));
  return 0;
}
