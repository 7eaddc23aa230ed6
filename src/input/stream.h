// A window on a stream of bytes: what the readers of all formats look through.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "wirecut/reader.h"

namespace wirecut {

// Shows the bytes that were read and not yet skipped. Memory grows with what a reader leaves unskipped, so a reader
// that watches view().size() bounds it.
class Stream {
 public:
  explicit Stream(std::unique_ptr<ByteSource> source);

  std::string_view view() const { return {buffer_.get() + begin_, end_ - begin_}; }

  // One read of the source: adds what has come to the view, and takes what a pipe gives without waiting for more.
  // False where there was nothing: at the end, or at an error. Views taken before are invalid then.
  bool fill();

  void skip(std::size_t bytes);
  std::uint64_t position() const { return position_; }          // of the first byte of the view
  bool at_end() const { return at_end_; }                       // nothing comes after the view
  const std::optional<Error>& error() const { return error_; }  // why the stream ended before its time

  // Fills until the view holds `bytes`; false where the stream ends before.
  bool want(std::size_t bytes);

 private:
  void make_room();

  std::unique_ptr<ByteSource> source_;
  std::unique_ptr<char[]> buffer_;
  std::size_t capacity_ = 0, begin_ = 0, end_ = 0;
  std::uint64_t position_ = 0;
  bool at_end_ = false;
  std::optional<Error> error_;
};

// The lines of a stream, one at a time.
struct StreamLine {
  std::string_view text;     // without its line feed; valid until the next call
  std::uint64_t number = 0;  // 1 is the first
  std::uint64_t byte = 0;    // offset of its first byte in the stream
  bool too_long = false;     // over the limit: `text` is empty, and the line was skipped without being held
  std::string opening;       // the first bytes of a line that is too long, at most kOpening
  bool is_last = false;      // the stream ended without a line feed
  static constexpr std::size_t kOpening = 1u << 16;
};

class StreamLines {
 public:
  explicit StreamLines(std::uint64_t max_bytes) : max_bytes_(max_bytes) {}
  std::optional<StreamLine> next(Stream& stream);
  // Is the next line that isn't blank in the view, to its end?
  bool has_next(const Stream& stream) const;

 private:
  std::optional<StreamLine> skip_long_line(Stream& stream, StreamLine line);

  std::uint64_t max_bytes_;
  std::uint64_t number_ = 0;
  std::size_t pending_skip_ = 0;  // the line handed out last still stands in the view
};

}  // namespace wirecut
