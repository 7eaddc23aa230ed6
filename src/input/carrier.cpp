#include "input/carrier.h"

#include <fmt/format.h>

namespace wirecut {

std::string Input::next_id() {
  return ++stories == 1 ? name : fmt::format("{}#{}", name, stories);
}

Story Input::failed_story(Error error) {
  Story story;
  story.id = next_id();
  story.error = std::move(error);
  return story;
}

std::optional<Story> Input::stream_failure() {
  if (error_reported || !stream.error()) return std::nullopt;
  error_reported = true;
  return failed_story(*stream.error());
}

Error Input::limit_error(std::string_view what) const {
  return {ErrorKind::limit, fmt::format("{} is over the limit of {} bytes (--max-story)", what, options.max_story_bytes),
          {}, {}};
}

}  // namespace wirecut
