#include "input/carrier.h"

#include <fmt/format.h>

#include "text/double_encoding.h"

namespace wirecut {

namespace {

// With the text the fields beside it: they are looked for in it.
void undo_second_encoding(Story& story) {
  std::string once = undo_double_encoding(story.text);
  if (once.empty()) return;
  story.text = std::move(once);
  Metadata& metadata = story.metadata;
  const auto undo = [](std::string& field) {
    if (std::string field_once = undo_double_encoding(field, 1); !field_once.empty()) field = std::move(field_once);
  };
  for (std::string* field : {&metadata.headline, &metadata.byline, &metadata.dateline, &metadata.source}) undo(*field);
  for (std::string& author : metadata.authors) undo(author);
  story.warnings.push_back("the text was UTF-8 encoded as UTF-8 once more, and was decoded twice");
}

}  // namespace

void Input::name_story(Story& story) {
  ++stories;
  if (story.id.empty()) story.id = stories == 1 ? name : fmt::format("{}#{}", name, stories);
}

void Input::finish_story(Story& story) {
  name_story(story);
  undo_second_encoding(story);
  if (story.text.find_first_not_of(" \t\r\n") == std::string::npos) story.warnings.push_back("no text was found");
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
