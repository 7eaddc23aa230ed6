// Reuters' codes of what is traded, as its stories carry them: they name nothing in words.
#pragma once

#include <cstddef>
#include <string_view>

namespace wirecut {

// Where the code ends that begins at text[start]; 0 where none does.
//   share   "BAC.N", "0005.HK", "SIEGn.DE", "VOWG_p.DE", "F.N"; not "U.S", "U.N"
//   index   ".DJI", ".N225"; not ".NET", ".500"
//   future  "LCOc1"
//   rate    "EUR=", "US10YT=RR"
// It ends where its word does, so "BAC.Now" is none. What stands in front of it is for the caller to look at.
std::size_t market_code_end(std::string_view text, std::size_t start);

// Whether the whole of `word` is one.
bool is_market_code(std::string_view word);

}  // namespace wirecut
