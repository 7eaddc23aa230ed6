// Opens an input: undoes compression and UTF-16, skips a byte order mark, and hands the rest to the format's reader.

#include "input/input.h"

#include "input/carrier.h"
#include "input/decompress.h"
#include "input/format.h"

namespace wirecut {

namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::size_t kUtf16Head = 4;  // bytes that hold a NUL or a mark where it is UTF-16; none behind them decide
constexpr std::size_t kUtf16Sample = 1024;  // bytes wanted for a decision where there are NULs in them

Stream open_stream(std::unique_ptr<ByteSource> source, const ReadOptions& options, bool& was_utf16) {
  Stream stream(std::move(source));
  if (std::unique_ptr<ByteSource> unpacked = open_compressed(stream, options)) stream = Stream(std::move(unpacked));
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
  return stream;
}

// An empty stream has no stories; an empty file that was named, or is said to be a text, is one without words.
class NoStories : public StoryReader {
 public:
  std::optional<Story> next() override { return std::nullopt; }
};

Input open_input(std::unique_ptr<ByteSource> source, std::string name, const ReadOptions& options) {
  bool was_utf16 = false;
  std::vector<std::string> ignored;
  Input input{.stream = open_stream(std::move(source), options, was_utf16),
              .name = decode_text(std::move(name), ignored),  // file names are any bytes, ids are UTF-8
              .options = options};
  input.was_utf16 = was_utf16;
  return input;
}

}  // namespace

std::unique_ptr<StoryReader> open_stories(std::unique_ptr<ByteSource> source, std::string name,
                                          const ReadOptions& options) {
  Input input = open_input(std::move(source), std::move(name), options);
  if (input.name == "-" && options.from == "auto" && !input.stream.want(1) && !input.stream.error())
    return std::make_unique<NoStories>();
  return find_format(input).read(std::move(input));
}

std::unique_ptr<StoryReader> open_member_stories(std::unique_ptr<ByteSource> source, std::string name,
                                                 const ReadOptions& options) {
  Input input = open_input(std::move(source), std::move(name), options);
  const Format& format = find_format(input);
  return format.is_archive ? read_text(std::move(input)) : format.read(std::move(input));
}

}  // namespace wirecut
