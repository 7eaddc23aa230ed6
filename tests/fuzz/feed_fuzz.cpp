// Wire messages, mails and split texts.

#include "fuzz/input_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  wirecut::test::fuzz_reader(data, size, wirecut::test::from("iptc7901"));
  wirecut::test::fuzz_reader(data, size, wirecut::test::from("mail"));
  wirecut::ReadOptions split = wirecut::test::from("text");
  split.split = "auto";
  wirecut::test::fuzz_reader(data, size, split);
  return 0;
}
