// Plain text, the whole input one story.

#include "input/carrier.h"
#include "text/decode.h"

namespace wirecut {

namespace {

class TextReader : public StoryReader {
 public:
  explicit TextReader(Input input) : input_(std::move(input)) {}

  std::optional<Story> next() override {
    if (std::exchange(done_, true)) return std::nullopt;
    Stream& stream = input_.stream;
    while (stream.view().size() <= input_.options.max_story_bytes && stream.fill()) {
    }
    if (stream.error()) return input_.stream_failure();
    if (stream.view().size() > input_.options.max_story_bytes)
      return input_.failed_story(input_.limit_error("the story"));
    Story story;
    story.id = input_.next_id();
    story.text = decode_text(std::string(stream.view()), story.warnings);
    return story;
  }

 private:
  Input input_;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<StoryReader> read_text(Input input) {
  if (input.options.split != "none") return read_split_text(std::move(input));
  return std::make_unique<TextReader>(std::move(input));
}

}  // namespace wirecut
