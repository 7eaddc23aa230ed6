// Several stories in one stream of text. The window holds one story: it is searched as it grows, and the story is
// handed out as soon as its separator is there, so a slow feed is never waited for. A story over the limit is dropped
// as far as it can't be part of a separator, and its place is kept by a failed story.

#include <utility>
#include <variant>

#include "input/carrier.h"
#include "input/field_markup.h"
#include "input/input.h"
#include "input/signature.h"
#include "input/split.h"
#include "text/decode.h"

namespace wirecut {

namespace {

using Separators = std::variant<WireSeparators, PatternSeparators>;

Result<Separators> make_separators(const std::string& split) {
  if (split == "auto") return WireSeparators();
  Result<Pattern> pattern = Pattern::compile(split);
  if (!pattern) return tl::unexpected(pattern.error());
  return PatternSeparators(std::move(*pattern));
}

// Without the blank lines in front and the control characters of a transmission; the first line keeps its indent.
std::string_view story_bytes(std::string_view piece) {
  std::size_t start = 0;
  for (std::size_t at = 0; at < piece.size(); ++at) {
    const auto byte = static_cast<unsigned char>(piece[at]);
    if (byte > ' ' && byte != 0x7F) return piece.substr(start);
    if (byte != ' ' && byte != '\t') start = at + 1;
  }
  return {};
}

class SplitTextReader : public StoryReader {
 public:
  SplitTextReader(Input input, Separators separators) : input_(std::move(input)), separators_(std::move(separators)) {}

  std::optional<Story> next() override {
    Stream& stream = input_.stream;
    while (!done_) {
      const Result<std::optional<Cut>> cut = find_cut();
      if (!cut) {
        done_ = true;
        return input_.failed_story(cut.error());
      }
      if (*cut) {
        std::optional<Story> story = take_story((*cut)->start);
        stream.skip((*cut)->end);
        if (story) return story;
        continue;
      }
      if (stream.at_end()) return last_story();
      over_limit_ |= settled() > input_.options.max_story_bytes;
      if (over_limit_) drop_settled();
      stream.fill();
    }
    return std::nullopt;
  }

 private:
  Result<std::optional<Cut>> find_cut() {
    const std::string_view view = input_.stream.view();
    const bool at_end = input_.stream.at_end();
    if (auto* wire = std::get_if<WireSeparators>(&separators_)) return wire->find(view, at_end);
    return std::get<PatternSeparators>(separators_).find(view, at_end);
  }

  // Bytes that are the story's, wherever the view ends.
  std::size_t settled() const {
    return std::visit([](const auto& separators) { return separators.settled(); }, separators_);
  }

  void drop_settled() {
    std::visit(
        [this](auto& separators) {
          const std::size_t bytes = std::min(separators.settled(), input_.stream.view().size());
          input_.stream.skip(bytes);
          separators.dropped(bytes);
        },
        separators_);
  }

  // The story of the view's first `size` bytes; nothing where they are blank.
  std::optional<Story> take_story(std::size_t size) {
    if (std::exchange(over_limit_, false) || size > input_.options.max_story_bytes)
      return input_.failed_story(input_.limit_error("the story"));
    const std::string_view bytes = story_bytes(input_.stream.view().substr(0, size));
    if (bytes.empty()) return std::nullopt;
    if (is_binary(bytes)) return input_.failed_story({ErrorKind::encoding, std::string(kBinaryData), {}, {}});
    Story story;
    story.text = decode_text(std::string(bytes), story.warnings);
    warn_of_markup(story);
    input_.finish_story(story);
    return story;
  }

  std::optional<Story> last_story() {
    done_ = true;
    if (input_.stream.error()) return input_.stream_failure();
    return take_story(input_.stream.view().size());
  }

  Input input_;
  Separators separators_;
  bool over_limit_ = false;
  bool done_ = false;
};

// Only tells why the separators can't be used.
class FailedReader : public StoryReader {
 public:
  FailedReader(Input input, Error error) : story_(input.failed_story(std::move(error))) {}
  std::optional<Story> next() override { return std::exchange(story_, std::nullopt); }

 private:
  std::optional<Story> story_;
};

}  // namespace

Result<void> check_split(std::string_view split) {
  if (split == "none") return {};
  return make_separators(std::string(split)).map([](const Separators&) {});
}

std::unique_ptr<StoryReader> read_split_text(Input input) {
  Result<Separators> separators = make_separators(input.options.split);
  if (!separators) return std::make_unique<FailedReader>(std::move(input), separators.error());
  return std::make_unique<SplitTextReader>(std::move(input), std::move(*separators));
}

}  // namespace wirecut
