// Opens an input: decompresses, undoes UTF-16, finds out the format, and hands the stream to its reader.

#include "input/input.h"

#include <array>

#include "input/carrier.h"

namespace wirecut {

namespace {

constexpr std::array<std::string_view, 3> kFormats = {"auto", "text", "jsonl"};

}  // namespace

std::span<const std::string_view> input_formats() { return kFormats; }

Result<void> check_split(std::string_view) { return {}; }

std::unique_ptr<StoryReader> open_stories(std::unique_ptr<ByteSource> source, std::string name,
                                          const ReadOptions& options) {
  Input input{.stream = Stream(std::move(source)), .name = std::move(name), .options = options};
  if (input.stream.want(3) && input.stream.view().starts_with("\xEF\xBB\xBF")) input.stream.skip(3);
  const bool is_jsonl = options.from == "jsonl" ||
                        (options.from == "auto" && input.stream.want(1) && input.stream.view().front() == '{');
  return is_jsonl ? read_jsonl(std::move(input)) : read_text(std::move(input));
}

}  // namespace wirecut
