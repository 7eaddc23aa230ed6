// Opens an input: undoes compression and UTF-16, skips a byte order mark, and hands the rest to the format's reader.

#include "input/input.h"

#include <fmt/format.h>

#include <utility>

#include "input/carrier.h"
#include "input/decompress.h"
#include "input/format.h"
#include "input/signature.h"

namespace wirecut {

namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::size_t kUtf16Head = 4;  // bytes that hold a NUL or a mark where it is UTF-16; none behind them decide
constexpr std::size_t kUtf16Sample = 1024;  // bytes wanted for a decision where there are NULs in them

Stream open_stream(std::unique_ptr<ByteSource> source, const ReadOptions& options) {
  Stream stream(std::move(source));
  if (std::unique_ptr<ByteSource> unpacked = open_compressed(stream, options)) stream = Stream(std::move(unpacked));
  return stream;
}

// UTF-8, and no byte order mark.
void make_utf8(Stream& stream, bool& was_utf16) {
  stream.want(kUtf16Head);
  const bool has_nul = stream.view().substr(0, kUtf16Head).find('\0') != std::string_view::npos;
  if (has_nul) stream.want(kUtf16Sample);
  std::size_t mark_size = 0;
  if (const auto order = find_utf16(stream.view().substr(0, has_nul ? kUtf16Sample : kUtf16Head), mark_size)) {
    was_utf16 = true;
    stream.skip(mark_size);
    stream = Stream(open_utf16(std::move(stream), *order));
  }
  if (stream.want(kUtf8Mark.size()) && stream.view().starts_with(kUtf8Mark)) stream.skip(kUtf8Mark.size());
}

// An empty stream has no stories; an empty file that was named, or is said to be a text, is one without words.
class NoStories : public StoryReader {
 public:
  std::optional<Story> next() override { return std::nullopt; }
};

// In the place of the stories of a file that holds none: why.
class NotText : public StoryReader {
 public:
  NotText(Input input, std::string_view what) : input_(std::move(input)), what_(what) {}
  std::optional<Story> next() override {
    if (std::exchange(done_, true)) return std::nullopt;
    return input_.failed_story({ErrorKind::encoding, fmt::format("not a text but {}", what_), {}, {}});
  }

 private:
  Input input_;
  std::string_view what_;
  bool done_ = false;
};

Input open_input(std::unique_ptr<ByteSource> source, std::string name, const ReadOptions& options) {
  std::vector<std::string> ignored;
  return {.stream = open_stream(std::move(source), options),
          .name = decode_text(std::move(name), ignored),  // file names are any bytes, ids are UTF-8
          .options = options};
}

std::unique_ptr<StoryReader> read_stories(Input input, bool is_member) {
  if (const std::string_view what = find_signature(input.stream); !what.empty())
    return std::make_unique<NotText>(std::move(input), what);
  if (input.options.refuse_own_output && input.options.from == "auto")
    if (const std::string_view what = find_own_output(input.stream); !what.empty())
      return std::make_unique<NotText>(std::move(input), what);
  make_utf8(input.stream, input.was_utf16);
  if (!is_member && input.name == "-" && input.options.from == "auto" && !input.stream.want(1) && !input.stream.error())
    return std::make_unique<NoStories>();
  const Format& format = find_format(input);
  return is_member && format.is_archive ? read_text(std::move(input)) : format.read(std::move(input));
}

}  // namespace

std::unique_ptr<StoryReader> open_stories(std::unique_ptr<ByteSource> source, std::string name,
                                          const ReadOptions& options) {
  return read_stories(open_input(std::move(source), std::move(name), options), false);
}

std::unique_ptr<StoryReader> open_member_stories(std::unique_ptr<ByteSource> source, std::string name,
                                                 const ReadOptions& options) {
  return read_stories(open_input(std::move(source), std::move(name), options), true);
}

}  // namespace wirecut
