// Web archives (ISO 28500), as news crawls publish them: records of a header block and as many bytes as it says. Pages
// and plain texts that came with status 200 are stories; requests, metadata, pictures and failures are passed over.
// One record is held at a time.

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "input/carrier.h"
#include "input/decompress.h"
#include "input/files.h"
#include "input/header_block.h"
#include "input/html.h"
#include "text/ascii.h"
#include "text/decode.h"

namespace wirecut {

namespace {

constexpr std::size_t kLongestHeader = 1u << 16;

// Undoes Transfer-Encoding: chunked; what isn't in chunks stays as it is.
std::string join_chunks(std::string_view body) {
  std::string out;
  for (std::string_view rest = body; !rest.empty();) {
    std::size_t size = 0;
    const char* end = rest.data() + rest.size();
    const char* digits_end = std::from_chars(rest.data(), end, size, 16).ptr;
    const std::size_t line_end = rest.find('\n');
    const bool is_chunk =
        digits_end != rest.data() && line_end != std::string_view::npos && size <= rest.size() - line_end - 1;
    if (!is_chunk) return out.empty() ? std::string(body) : out;
    if (size == 0) break;
    out += rest.substr(line_end + 1, size);
    rest.remove_prefix(line_end + 1 + size);
    rest.remove_prefix(std::min(rest.size(), rest.starts_with("\r\n") ? std::size_t{2} : std::size_t{0}));
  }
  return out;
}

class WarcReader : public StoryReader {
 public:
  explicit WarcReader(Input input) : input_(std::move(input)) {}

  std::optional<Story> next() override {
    while (read_header()) {
      std::optional<Story> story = read_record();
      skip_rest();
      if (story) return story;
    }
    if (failure_) return std::exchange(failure_, std::nullopt);
    return input_.stream_failure();
  }

 private:
  // Sets `header_` and `left_` of the next record; false at the end, with `failure_` set where it isn't a proper one.
  bool read_header() {
    Stream& stream = input_.stream;
    do {
      stream.skip(std::min(stream.view().find_first_not_of("\r\n"), stream.view().size()));
    } while (stream.view().empty() && stream.fill());
    std::optional<std::size_t> end;
    while (!(end = block_end(stream.view().substr(0, kLongestHeader))) && stream.view().size() < kLongestHeader &&
           stream.fill()) {
    }
    if (done_ || stream.view().empty() || stream.error()) return false;
    header_ = stream.view().substr(0, end.value_or(0));
    const std::string_view length = header_field(header_, "Content-Length");
    const bool has_length = std::from_chars(length.data(), length.data() + length.size(), left_).ec == std::errc();
    if (header_.starts_with("WARC/") && has_length) {
      stream.skip(header_.size());
      return true;
    }
    done_ = true;
    failure_ =
        input_.failed_story({ErrorKind::io, "the web archive is damaged: no record header", {}, stream.position()});
    return false;
  }

  std::optional<Story> read_record() {
    const std::string_view type = header_field(header_, "WARC-Type");
    const bool is_response = type == "response";
    if (!is_response && type != "resource") return std::nullopt;
    std::string uri(header_field(header_, "WARC-Target-URI"));
    if (uri.starts_with('<') && uri.ends_with('>')) uri = uri.substr(1, uri.size() - 2);
    std::vector<std::string> ignored;
    uri = decode_text(std::move(uri), ignored);
    if (left_ > input_.options.max_story_bytes) return input_.failed_story(input_.limit_error("the record"), uri);
    if (!input_.stream.want(left_)) {
      if (input_.stream.error()) return std::nullopt;
      return input_.failed_story({ErrorKind::io, "the web archive is cut off", {}, {}}, uri);
    }
    const std::string_view content = input_.stream.view().substr(0, left_);
    return is_response ? read_response(content, std::move(uri))
                       : read_page(std::string(content), header_, std::move(uri));
  }

  std::optional<Story> read_response(std::string_view content, std::string uri) {
    const std::optional<std::size_t> end = block_end(content);
    if (!end || !content.starts_with("HTTP/")) return std::nullopt;
    const std::string_view head = content.substr(0, *end);
    const std::size_t status = head.find(' ');
    if (status == std::string_view::npos || head.substr(status + 1, 3) != "200") return std::nullopt;
    std::string body(content.substr(*end));
    if (equal_in_any_case(header_field(head, "Transfer-Encoding"), "chunked")) body = join_chunks(body);
    Stream packed(open_bytes(body));
    if (std::unique_ptr<ByteSource> unpacked = open_compressed(packed, input_.options)) {
      Input inner{.stream = Stream(std::move(unpacked)), .name = uri, .options = input_.options};
      tl::expected<std::string, Story> bytes = inner.read_whole("the page");
      if (!bytes) return input_.failed_story(std::move(*bytes.error().error), uri);
      body = std::move(*bytes);
    }
    return read_page(std::move(body), head, std::move(uri));
  }

  // `head` says what type the bytes have.
  std::optional<Story> read_page(std::string bytes, std::string_view head, std::string uri) {
    const std::string_view type = header_field(head, "Content-Type");
    Story story;
    story.id = std::move(uri);
    if (type.find("html") != std::string_view::npos) {
      compose_html_page(decode_html(std::move(bytes), story.warnings), story);
    } else if (type.starts_with("text/plain")) {
      story.text = decode_text(std::move(bytes), story.warnings);
    } else {
      return std::nullopt;
    }
    if (story.metadata.published.empty()) story.metadata.published = header_field(header_, "WARC-Date");
    input_.finish_story(story);
    return story;
  }

  void skip_rest() {
    Stream& stream = input_.stream;
    while (left_ > 0 && (!stream.view().empty() || stream.fill())) {
      const std::uint64_t bytes = std::min<std::uint64_t>(left_, stream.view().size());
      stream.skip(bytes);
      left_ -= bytes;
    }
  }

  Input input_;
  std::string header_;
  std::uint64_t left_ = 0;
  std::optional<Story> failure_;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<StoryReader> read_warc(Input input) { return std::make_unique<WarcReader>(std::move(input)); }

}  // namespace wirecut
