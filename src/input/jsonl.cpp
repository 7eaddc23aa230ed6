// JSON Lines: a story a line. A line that can't be read becomes a failed story in its place; the next line goes on.
// Blank lines are no stories.

#include "input/carrier.h"
#include "input/json_story.h"

namespace wirecut {

namespace {

class JsonLinesReader : public StoryReader {
 public:
  explicit JsonLinesReader(Input input)
      : input_(std::move(input)), lines_(input_.options.max_story_bytes), parser_(input_.options) {}

  std::optional<Story> next() override {
    while (const std::optional<StreamLine> line = lines_.next(input_.stream)) {
      if (line->is_last && input_.stream.error()) break;  // cut off in mid-line
      if (line->too_long)
        return input_.failed_story(placed(input_.limit_error("the line"), *line),
                                   find_json_id(line->opening, input_.options));
      if (line->text.find_first_not_of(" \t\r") != std::string_view::npos) return read_line(*line);
    }
    return input_.stream_failure();
  }

  bool has_next() const override { return lines_.has_next(input_.stream); }

 private:
  Story read_line(const StreamLine& line) {
    Story story;
    Result<void> done = parser_.parse(line.text, story);
    if (!done) return input_.failed_story(placed(std::move(done.error()), line), std::move(story.id));
    input_.finish_story(story);
    return story;
  }

  static Error placed(Error error, const StreamLine& line) {
    error.line = line.number;
    error.byte = line.byte + error.byte.value_or(0);
    return error;
  }

  Input input_;
  StreamLines lines_;
  JsonStoryParser parser_;
};

}  // namespace

std::unique_ptr<StoryReader> read_jsonl(Input input) { return std::make_unique<JsonLinesReader>(std::move(input)); }

}  // namespace wirecut
