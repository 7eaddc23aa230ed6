#include "lexicon/blob.h"

extern "C" {
extern const char wirecut_data_begin[];
extern const char wirecut_data_end[];
}

namespace wirecut {

std::string_view embedded_bytes() {
  return {wirecut_data_begin, static_cast<std::size_t>(wirecut_data_end - wirecut_data_begin)};
}

}  // namespace wirecut
