#include "input/stream.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <utility>

namespace wirecut {

namespace {

constexpr std::size_t kFirstCapacity = 1u << 17;
constexpr std::size_t kLeastRead = 1u << 16;  // a smaller read costs more calls than it saves copying

}  // namespace

Stream::Stream(std::unique_ptr<ByteSource> source)
    : source_(std::move(source)),
      buffer_(std::make_unique_for_overwrite<char[]>(kFirstCapacity)),  // a short story touches little of it
      capacity_(kFirstCapacity) {}

// Moves the view to the front once that frees half of the buffer, else doubles the buffer: each byte is copied a
// bounded number of times, however long the view grows.
void Stream::make_room() {
  if (capacity_ - end_ >= kLeastRead) return;
  const std::size_t held = end_ - begin_;
  if (held * 2 <= capacity_) {
    std::memmove(buffer_.get(), buffer_.get() + begin_, held);
  } else {
    capacity_ *= 2;
    auto larger = std::make_unique_for_overwrite<char[]>(capacity_);
    std::memcpy(larger.get(), buffer_.get() + begin_, held);
    buffer_ = std::move(larger);
  }
  begin_ = 0;
  end_ = held;
}

bool Stream::fill() {
  if (at_end_) return false;
  make_room();
  Result<std::size_t> count = source_->read(buffer_.get() + end_, capacity_ - end_);
  if (!count) error_ = std::move(count.error());
  at_end_ = !count || *count == 0;
  if (at_end_) return false;
  end_ += *count;
  return true;
}

void Stream::skip(std::size_t bytes) {
  assert(bytes <= end_ - begin_);
  begin_ += bytes;
  position_ += bytes;
  if (begin_ == end_) begin_ = end_ = 0;
}

bool Stream::want(std::size_t bytes) {
  while (view().size() < bytes)
    if (!fill()) return false;
  return true;
}

std::optional<StreamLine> StreamLines::next(Stream& stream) {
  stream.skip(std::exchange(pending_skip_, 0));
  StreamLine line;
  line.number = ++number_;
  line.byte = stream.position();
  for (std::size_t searched = 0;;) {
    const std::string_view view = stream.view();
    const std::size_t end = view.find('\n', searched);
    if (std::min(end, view.size()) > max_bytes_) return skip_long_line(stream, line);
    if (end != std::string_view::npos) {
      line.text = view.substr(0, end);
      pending_skip_ = end + 1;
      return line;
    }
    searched = view.size();
    if (stream.fill()) continue;
    if (stream.view().empty()) return std::nullopt;
    line.text = stream.view();
    line.is_last = true;
    pending_skip_ = line.text.size();
    return line;
  }
}

bool StreamLines::has_next(const Stream& stream) const {
  const std::string_view ahead = stream.view().substr(pending_skip_);
  const std::size_t first = ahead.find_first_not_of(" \t\r\n");
  return stream.at_end() || (first != std::string_view::npos && ahead.find('\n', first) != std::string_view::npos);
}

std::optional<StreamLine> StreamLines::skip_long_line(Stream& stream, StreamLine line) {
  line.too_long = true;
  line.opening = stream.view().substr(0, std::min<std::size_t>(StreamLine::kOpening, max_bytes_));
  do {
    const std::size_t end = stream.view().find('\n');
    if (end != std::string_view::npos) {
      stream.skip(end + 1);
      return line;
    }
    stream.skip(stream.view().size());
  } while (stream.fill());
  return line;
}

}  // namespace wirecut
