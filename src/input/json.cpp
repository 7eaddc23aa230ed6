// JSON documents that aren't one a line: an object over several lines, a list of objects, objects in a row. The stream
// is cut at the braces of its outermost objects, each a story, so that a list of any length is read with the memory of
// one. What is inside is left to the parser.

#include <algorithm>
#include <utility>

#include "input/carrier.h"
#include "input/json_story.h"

namespace wirecut {

namespace {

class JsonReader : public StoryReader {
 public:
  explicit JsonReader(Input input) : input_(std::move(input)), parser_(input_.options) {}

  std::optional<Story> next() override {
    Stream& stream = input_.stream;
    for (;;) {
      if (find_end()) return take_object();
      if (depth_ > 0 && stream.view().size() > input_.options.max_story_bytes) over_limit_ = true;
      if (over_limit_ || depth_ == 0) skip(scanned_);
      if (stream.fill()) continue;
      if (stream.error()) return input_.stream_failure();
      if (depth_ == 0 && !std::exchange(has_other_, false)) return std::nullopt;
      if (depth_ == 0) return failed({ErrorKind::json, "not a JSON object", {}, {}});
      Story story = failed({ErrorKind::json, "not valid JSON: it ends too early", {}, stream.view().size()});
      skip(stream.view().size());
      depth_ = 0;
      return story;
    }
  }

 private:
  // Looks for the end of the object that is open, or of the next one; goes on where it stopped.
  bool find_end() {
    if (depth_ == 0) {
      const std::string_view view = input_.stream.view();
      const std::size_t start = std::min(view.find('{'), view.size());
      const std::size_t other = view.substr(0, start).find_first_not_of(" \t\r\n,[]");
      has_other_ = input_.stories == 0 && start == view.size() && (has_other_ || other != std::string_view::npos);
      skip(start);
      if (start == view.size()) return false;
      depth_ = scanned_ = 1;
      object_line_ = line_;
      object_byte_ = input_.stream.position();
    }
    return find_end_of_object();
  }

  bool find_end_of_object() {
    const std::string_view view = input_.stream.view();
    for (; scanned_ < view.size(); ++scanned_) {
      const char c = view[scanned_];
      if (escaped_) {
        escaped_ = false;
      } else if (in_string_) {
        escaped_ = c == '\\';
        in_string_ = c != '"';
      } else if (c == '"') {
        in_string_ = true;
      } else if (c == '{' || c == '[') {
        ++depth_;
      } else if ((c == '}' || c == ']') && --depth_ == 0) {
        ++scanned_;
        return true;
      }
    }
    return false;
  }

  Story take_object() {
    if (std::exchange(over_limit_, false) || scanned_ > input_.options.max_story_bytes) {
      skip(scanned_);
      return failed(input_.limit_error("the story"));
    }
    Story story;
    Result<void> done = parser_.parse(input_.stream.view().substr(0, scanned_), story);
    if (done) {
      input_.finish_story(story);
    } else {
      story = failed(std::move(done.error()), std::move(story.id));
    }
    skip(scanned_);
    return story;
  }

  // `error` counts within the object that was opened last.
  Story failed(Error error, std::string id = {}) {
    error.line = object_line_ + error.line.value_or(1) - 1;
    error.byte = object_byte_ + error.byte.value_or(0);
    return input_.failed_story(std::move(error), std::move(id));
  }

  void skip(std::size_t bytes) {
    const std::string_view skipped = input_.stream.view().substr(0, bytes);
    line_ += static_cast<std::uint64_t>(std::count(skipped.begin(), skipped.end(), '\n'));
    input_.stream.skip(bytes);
    scanned_ = 0;
  }

  Input input_;
  JsonStoryParser parser_;
  std::size_t scanned_ = 0;
  std::uint64_t depth_ = 0, line_ = 1;
  std::uint64_t object_line_ = 1, object_byte_ = 0;  // where the last object began
  bool in_string_ = false, escaped_ = false, over_limit_ = false;
  bool has_other_ = false;  // than objects, so far
};

}  // namespace

std::unique_ptr<StoryReader> read_json(Input input) { return std::make_unique<JsonReader>(std::move(input)); }

}  // namespace wirecut
