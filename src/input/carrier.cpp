#include "input/carrier.h"

#include <fmt/format.h>

namespace wirecut {

void Input::name_story(Story& story) {
  ++stories;
  if (story.id.empty()) story.id = stories == 1 ? name : fmt::format("{}#{}", name, stories);
}

Story Input::failed_story(Error error, std::string id) {
  Story story;
  story.id = std::move(id);
  story.error = std::move(error);
  name_story(story);
  return story;
}

tl::expected<std::string, Story> Input::read_whole(std::string_view what) {
  while (stream.view().size() <= options.max_story_bytes && stream.fill()) {
  }
  if (stream.error()) return tl::unexpected(*stream_failure());
  if (stream.view().size() > options.max_story_bytes) return tl::unexpected(failed_story(limit_error(what)));
  return std::string(stream.view());
}

std::optional<Story> Input::stream_failure() {
  if (error_reported || !stream.error()) return std::nullopt;
  error_reported = true;
  return failed_story(*stream.error());
}

Error Input::limit_error(std::string_view what) const {
  return {ErrorKind::limit,
          fmt::format("{} is over the limit of {} bytes (--max-story)", what, options.max_story_bytes),
          {},
          {}};
}

}  // namespace wirecut
