// Files that hold no text, by the bytes they begin with.
#pragma once

#include <string_view>

#include "input/stream.h"

namespace wirecut {

// What the stream is, if it is known to be no text and no format of ours: "a PDF document", "a JPEG image", compressed
// data. Empty where it may be a text. Waits for no more bytes than the signature takes that those at hand begin.
std::string_view find_signature(Stream& stream);

// What wirecut itself wrote the stream as: "records that wirecut wrote", a table of them. In a folder that holds the
// records of an earlier run they would be read as stories. Empty where it wrote none; waits as find_signature() does.
std::string_view find_own_output(Stream& stream);

// More than one byte in twenty is a control code: of random bytes one in nine, of texts with a stray NUL far fewer.
bool is_binary(std::string_view bytes);
inline constexpr std::string_view kBinaryData = "not a text but binary data, full of control codes";

}  // namespace wirecut
