// Appends to a string through a pointer, with one look at the room that is left for several small writes.
#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

namespace wirecut {

// While it lives, the string is longer than what was written; at its end the string ends where the writing did.
// make_room comes before put.
class ByteWriter {
 public:
  explicit ByteWriter(std::string& out) : out_(out), begin_(out.size()) { take_string(begin_); }
  ~ByteWriter() { out_.resize(static_cast<std::size_t>(at_ - out_.data())); }
  ByteWriter(const ByteWriter&) = delete;
  ByteWriter& operator=(const ByteWriter&) = delete;

  // Takes memory for so many bytes at once; no room yet.
  void reserve(std::size_t bytes) {
    const auto written = static_cast<std::size_t>(at_ - out_.data());
    out_.reserve(written + bytes);
    take_string(written);
  }

  bool has_room(std::size_t bytes) const { return static_cast<std::size_t>(end_ - at_) >= bytes; }
  void make_room(std::size_t bytes) {
    if (!has_room(bytes)) grow(bytes);
  }

  void put(char c) {
    assert(at_ < end_);
    *at_++ = c;
  }

  void put(std::string_view bytes) {
    assert(static_cast<std::size_t>(end_ - at_) >= bytes.size());
    std::memcpy(at_, bytes.data(), bytes.size());
    at_ += bytes.size();
  }

  // For those who write up to some place by themselves.
  char* at() const { return at_; }
  char* end() const { return end_; }
  void set_at(char* at) { at_ = at; }

 private:
  void take_string(std::size_t written) {
    at_ = out_.data() + written;
    end_ = out_.data() + out_.size();
  }

  // By a little more than was asked for: a string fills with zeros what is written over at once, which costs least
  // where that is in the nearest cache. Where memory is short, by as much as this writer has written, not by the whole
  // string: records that are appended one by one would cost the square of their number.
  [[gnu::noinline]] void grow(std::size_t bytes) {
    constexpr std::size_t kStep = 1024;
    const auto written = static_cast<std::size_t>(at_ - out_.data());
    if (out_.capacity() < written + bytes) out_.reserve(2 * written - begin_ + bytes);
    out_.resize(std::min(out_.capacity(), written + bytes + kStep));
    take_string(written);
  }

  std::string& out_;
  std::size_t begin_;  // of what this writer writes
  char* at_;
  char* end_;
};

}  // namespace wirecut
