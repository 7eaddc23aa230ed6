// Files that hold no text, by the bytes they begin with.
#pragma once

#include <string_view>

#include "input/stream.h"

namespace wirecut {

// What the stream is, if it is known to be no text and no format of ours: "a PDF document", "a JPEG image", compressed
// data. Empty where it may be a text. Waits for no more bytes than the signature takes that those at hand begin.
std::string_view find_signature(Stream& stream);

}  // namespace wirecut
