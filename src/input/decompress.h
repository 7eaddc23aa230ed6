// Sources that undo what was done to an input as a whole: compression, UTF-16.
#pragma once

#include <memory>

#include "input/stream.h"
#include "text/decode.h"

namespace wirecut {

// The decompressed bytes of `packed`, which begins with gzip's or zstd's magic number; nothing where it begins with
// neither. All members or frames follow each other as one stream. Errors: io for damaged or cut off data, limit where
// the bytes grow beyond ReadOptions::max_expansion or max_expanded_bytes.
std::unique_ptr<ByteSource> open_compressed(Stream& packed, const ReadOptions& options);

// UTF-8 from UTF-16; what can't be decoded becomes U+FFFD.
std::unique_ptr<ByteSource> open_utf16(Stream units, Utf16 order);

}  // namespace wirecut
