// Both decompressors work on the Stream's own bytes, so the only memory beside it is the library's window. What a fault
// or a limit is told of comes after all that stands before it, so neither costs the stories in front, and the pieces
// that the data comes in change nothing. A bomb is
// told by its ratio: prose packs 3 to 8 times, a corpus that repeats itself perhaps 100 times, 10 MB of one letter a
// thousand times. The ratio is looked at only beyond the first megabytes, because a small file can't do harm, and only
// where all that the packed bytes up to some place hold has come out: at the ends of zstd's blocks, and of stretches of
// gzip data that have one length.

#include "input/decompress.h"

#include <fmt/format.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>

namespace wirecut {

namespace {

constexpr std::uint64_t kHarmless = 64u << 20;  // bytes that may come out at any ratio
constexpr std::string_view kGzipMagic = "\x1F\x8B";
constexpr std::string_view kZstdMagic = "\x28\xB5\x2F\xFD";

Error io_error(std::string message) { return {ErrorKind::io, std::move(message), {}, {}}; }

// Counts what goes in and comes out, and says when it is too much.
class ExpansionLimit {
 public:
  explicit ExpansionLimit(const ReadOptions& options)
      : max_ratio_(options.max_expansion), max_bytes_(options.max_expanded_bytes) {}

  // How many of the bytes are within the limit.
  Result<std::size_t> count(std::size_t bytes_out) {
    const std::size_t left = static_cast<std::size_t>(std::min<std::uint64_t>(bytes_out, max_bytes_ - out_));
    if (left == 0 && bytes_out > 0) return too_large(fmt::format("more than {} bytes", max_bytes_));
    out_ += left;
    return left;
  }

  // To be called where nothing of the first `bytes_in` bytes is still to come out.
  void check_ratio(std::uint64_t bytes_in) { is_exceeded_ |= out_ > kHarmless && out_ / max_ratio_ > bytes_in; }

  // An error once that was too much.
  Result<void> ratio() const {
    if (is_exceeded_) return tl::unexpected(too_large(fmt::format("more than {} times", max_ratio_)).error());
    return {};
  }

 private:
  static Result<std::size_t> too_large(std::string_view measure) {
    return tl::unexpected(Error{ErrorKind::limit, fmt::format("the compressed data expands to {}", measure), {}, {}});
  }

  std::uint64_t max_ratio_, max_bytes_;
  std::uint64_t out_ = 0;
  bool is_exceeded_ = false;
};

class GzipSource : public ByteSource {
 public:
  GzipSource(Stream packed, const ReadOptions& options) : packed_(std::move(packed)), limit_(options) {
    inflateInit2(&state_, 15 + 16);  // the largest window; a gzip header is wanted
  }
  ~GzipSource() override { inflateEnd(&state_); }
  GzipSource(const GzipSource&) = delete;
  GzipSource& operator=(const GzipSource&) = delete;

  Result<std::size_t> read(char* to, std::size_t capacity) override {
    for (;;) {
      if (is_damaged_) return tl::unexpected(io_error("the gzip data is damaged"));
      if (const Result<void> ratio = limit_.ratio(); !ratio) return tl::unexpected(ratio.error());
      if (between_members_) {
        const Result<bool> more = find_member();
        if (!more) return tl::unexpected(more.error());
        if (!*more) return 0;
      }
      if (!holds_output_ && packed_.view().empty() && !packed_.fill())
        return tl::unexpected(packed_.error().value_or(io_error("the gzip data is cut off")));
      const Result<std::size_t> count = inflate_some(to, capacity);
      if (!count || *count > 0) return count;  // what stands before a fault, too
    }
  }

 private:
  // Skips the zeros that tape tools pad with. False at the end of the data.
  Result<bool> find_member() {
    do {
      packed_.skip(std::min(packed_.view().find_first_not_of('\0'), packed_.view().size()));
    } while (packed_.view().empty() && packed_.fill());
    if (packed_.error()) return tl::unexpected(*packed_.error());
    if (packed_.view().empty()) return false;
    packed_.want(kGzipMagic.size());
    if (!packed_.view().starts_with(kGzipMagic)) return tl::unexpected(io_error("other data follows the gzip data"));
    inflateReset(&state_);
    between_members_ = false;
    return true;
  }

  // The input is cut where a stretch ends, and nothing of the next goes in before all of it has come out.
  Result<std::size_t> inflate_some(char* to, std::size_t capacity) {
    constexpr std::size_t kMost = 1u << 30;       // zlib counts in 32 bits
    constexpr std::uint64_t kStretch = 1u << 12;  // what 4 MB may come out of
    const std::uint64_t at = packed_.position();
    const bool ended = at / kStretch > checked_ / kStretch;
    const std::string_view in = packed_.view().substr(0, ended ? 0 : kStretch - at % kStretch);
    capacity = std::min(capacity, kMost);
    state_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
    state_.avail_in = static_cast<uInt>(in.size());
    state_.next_out = reinterpret_cast<Bytef*>(to);
    state_.avail_out = static_cast<uInt>(capacity);
    const int status = inflate(&state_, Z_NO_FLUSH);
    packed_.skip(in.size() - state_.avail_in);
    between_members_ = status == Z_STREAM_END;
    holds_output_ = state_.avail_out == 0 && !between_members_;
    is_damaged_ = status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR;
    const Result<std::size_t> count = limit_.count(capacity - state_.avail_out);
    if (ended && !holds_output_) limit_.check_ratio(checked_ = at);
    return count;
  }

  Stream packed_;
  ExpansionLimit limit_;
  z_stream state_{};
  std::uint64_t checked_ = 0;  // the ratio was looked at when so much had gone in
  bool between_members_ = false;
  bool holds_output_ = false;  // the library may have more than there was room for
  bool is_damaged_ = false;
};

class ZstdSource : public ByteSource {
 public:
  ZstdSource(Stream packed, const ReadOptions& options) : packed_(std::move(packed)), limit_(options) {}

  Result<std::size_t> read(char* to, std::size_t capacity) override {
    for (;;) {
      if (const Result<void> ratio = limit_.ratio(); !ratio) return tl::unexpected(ratio.error());
      packed_.want(most_input());
      if (!holds_output_ && packed_.view().empty()) {
        if (packed_.error()) return tl::unexpected(*packed_.error());
        if (frame_done_) return 0;
        return tl::unexpected(io_error("the zstd data is cut off"));
      }
      const std::string_view next = packed_.view().substr(0, holds_output_ ? 0 : most_input());
      ZSTD_inBuffer in{next.data(), next.size(), 0};
      ZSTD_outBuffer out{to, capacity, 0};
      wanted_ = ZSTD_decompressStream(state_.get(), &out, &in);
      packed_.skip(in.pos);
      if (ZSTD_isError(wanted_))
        return tl::unexpected(io_error(fmt::format("the zstd data is damaged: {}", ZSTD_getErrorName(wanted_))));
      frame_done_ = wanted_ == 0;
      holds_output_ = out.pos == capacity && !frame_done_;
      const Result<std::size_t> count = limit_.count(out.pos);
      if (!holds_output_) limit_.check_ratio(packed_.position());
      if (!count || *count > 0) return count;
    }
  }

 private:
  struct FreeState {
    void operator()(ZSTD_DCtx* state) const { ZSTD_freeDCtx(state); }
  };

  // The library forgets what a call has put out if it meets a fault in the same call. So a call gets the rest of one
  // block, no more, and no less however the input comes: the library says how much it wants, which is the block and the
  // header of the next. Only a frame to be skipped is longer than a block may be.
  std::size_t most_input() const {
    constexpr std::size_t kFrameStart = 5, kBlockHeader = 3, kLongestBlock = 1u << 17;
    if (frame_done_) return kFrameStart;
    return std::min(wanted_ > kBlockHeader ? wanted_ - kBlockHeader : wanted_, kLongestBlock);
  }

  Stream packed_;
  ExpansionLimit limit_;
  std::unique_ptr<ZSTD_DCtx, FreeState> state_{ZSTD_createDCtx()};
  std::size_t wanted_ = 0;
  bool frame_done_ = true;
  bool holds_output_ = false;  // the library may have more than there was room for
};

class Utf16Source : public ByteSource {
 public:
  Utf16Source(Stream units, Utf16 order) : units_(std::move(units)), decoder_(order) {}

  Result<std::size_t> read(char* to, std::size_t capacity) override {
    while (given_ == text_.size()) {
      if (units_.error()) return tl::unexpected(*units_.error());
      if (units_.view().empty() && units_.at_end()) return 0;
      text_.clear();
      given_ = 0;
      if (!units_.view().empty() || units_.fill()) {
        decoder_.decode(units_.view(), text_);
        units_.skip(units_.view().size());
      } else {
        decoder_.finish(text_);
      }
    }
    const std::size_t count = text_.copy(to, capacity, given_);
    given_ += count;
    return count;
  }

 private:
  Stream units_;
  Utf16Decoder decoder_;
  std::string text_;
  std::size_t given_ = 0;
};

}  // namespace

std::unique_ptr<ByteSource> open_compressed(Stream& packed, const ReadOptions& options) {
  packed.want(kZstdMagic.size());
  if (packed.view().starts_with(kGzipMagic)) return std::make_unique<GzipSource>(std::move(packed), options);
  if (packed.view().starts_with(kZstdMagic)) return std::make_unique<ZstdSource>(std::move(packed), options);
  return nullptr;
}

std::unique_ptr<ByteSource> open_utf16(Stream units, Utf16 order) {
  return std::make_unique<Utf16Source>(std::move(units), order);
}

}  // namespace wirecut
