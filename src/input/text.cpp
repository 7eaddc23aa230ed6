// Plain text, the whole input one story.

#include "input/carrier.h"
#include "input/field_markup.h"
#include "input/signature.h"
#include "text/decode.h"

namespace wirecut {

namespace {

class TextReader : public StoryReader {
 public:
  explicit TextReader(Input input) : input_(std::move(input)) {}

  std::optional<Story> next() override {
    if (std::exchange(done_, true)) return std::nullopt;
    tl::expected<std::string, Story> bytes = input_.read_whole("the story");
    if (!bytes) return std::move(bytes.error());
    if (is_binary(*bytes)) return input_.failed_story({ErrorKind::encoding, std::string(kBinaryData), {}, {}});
    Story story;
    story.text = decode_text(std::move(*bytes), story.warnings);
    warn_of_markup(story);
    input_.finish_story(story);
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
