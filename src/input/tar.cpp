// An archive of stories (ustar, with the long names of GNU and pax), read as it comes: each file is an input of its
// own, of whatever format it shows, and nothing is unpacked. Links, folders and devices are passed over. Archives
// inside an archive aren't opened; compressed files are.

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <numeric>

#include "input/carrier.h"
#include "text/decode.h"

namespace wirecut {

namespace {

constexpr std::size_t kBlock = 512;
constexpr std::uint64_t kLongestName = 1u << 16;
constexpr std::string_view kCutOff = "the archive is cut off";

struct Header {
  std::string name;
  std::uint64_t size = 0;
  char type = '0';
};

std::string_view field(std::string_view block, std::size_t at, std::size_t size) {
  const std::string_view bytes = block.substr(at, size);
  return bytes.substr(0, bytes.find('\0'));
}

// Octal digits, or the big-endian number that GNU writes behind a byte 0x80.
std::optional<std::uint64_t> parse_number(std::string_view bytes) {
  std::uint64_t value = 0;
  if (static_cast<unsigned char>(bytes[0]) == 0x80) {
    for (const char c : bytes.substr(bytes.size() - 8)) value = value << 8 | static_cast<unsigned char>(c);
    return value >> 62 == 0 ? std::optional(value) : std::nullopt;
  }
  const std::size_t start = std::min(bytes.find_first_not_of(' '), bytes.size());
  const char* end = bytes.data() + bytes.size();
  const auto [rest, code] = std::from_chars(bytes.data() + start, end, value, 8);
  const bool is_whole = rest == end || *rest == ' ' || *rest == '\0';
  return code == std::errc() && is_whole ? std::optional(value) : std::nullopt;
}

// Nothing where the checksum is wrong.
std::optional<Header> parse_header(std::string_view block) {
  const std::optional<std::uint64_t> sum = parse_number(block.substr(148, 8)),
                                     size = parse_number(block.substr(124, 12));
  const auto add = [](std::uint64_t total, char c) { return total + static_cast<unsigned char>(c); };
  std::uint64_t real = std::accumulate(block.begin(), block.end(), std::uint64_t{8 * ' '}, add);
  for (const char c : block.substr(148, 8)) real -= static_cast<unsigned char>(c);
  if (!sum || !size || *sum != real) return std::nullopt;
  Header header{std::string(field(block, 0, 100)), *size, block[156]};
  const std::string_view prefix = block.substr(257, 5) == "ustar" ? field(block, 345, 155) : std::string_view();
  if (!prefix.empty() && block[263] == '0') header.name = fmt::format("{}/{}", prefix, header.name);
  return header;
}

// "27 path=stories/a.txt\n" -> "stories/a.txt"; pax records, the last path counts.
std::string pax_path(std::string_view records) {
  std::string path;
  while (!records.empty()) {
    std::size_t size = 0;
    const char* end = records.data() + records.size();
    const char* rest = std::from_chars(records.data(), end, size).ptr;
    if (rest == records.data() || size > records.size() || size < static_cast<std::size_t>(rest - records.data()) + 2)
      break;
    const std::string_view record = records.substr(static_cast<std::size_t>(rest - records.data()) + 1,
                                                   size - static_cast<std::size_t>(rest - records.data()) - 2);
    if (record.starts_with("path=")) path = record.substr(5);
    records.remove_prefix(size);
  }
  return path;
}

// The bytes of one file of the archive; leaves the stream behind them.
class MemberSource : public ByteSource {
 public:
  MemberSource(Stream& archive, std::uint64_t& left) : archive_(archive), left_(left) {}

  Result<std::size_t> read(char* to, std::size_t capacity) override {
    if (left_ == 0) return 0;
    if (archive_.view().empty() && !archive_.fill())
      return tl::unexpected(archive_.error().value_or(Error{ErrorKind::io, std::string(kCutOff), {}, {}}));
    const std::size_t count = archive_.view().copy(to, std::min<std::uint64_t>(capacity, left_));
    archive_.skip(count);
    left_ -= count;
    return count;
  }

 private:
  Stream& archive_;
  std::uint64_t& left_;
};

class TarReader : public StoryReader {
 public:
  explicit TarReader(Input input) : input_(std::move(input)) {}

  std::optional<Story> next() override {
    for (;;) {
      if (member_) {
        if (std::optional<Story> story = member_->next()) {
          ++input_.stories;
          if (story->error) story->error->message = fmt::format("{}: {}", member_name_, story->error->message);
          return story;
        }
        member_.reset();
      }
      if (done_) return input_.stream_failure();
      if (!skip_rest() || !open_member()) {
        done_ = true;
        if (failure_) return std::exchange(failure_, std::nullopt);
      }
    }
  }

 private:
  // Skips what is left of the file before, and its padding.
  bool skip_rest() {
    Stream& stream = input_.stream;
    for (std::uint64_t* rest : {&left_, &padding_})
      while (*rest > 0) {
        if (stream.view().empty() && !stream.fill())
          return fail_if(passed_over_ && rest == &left_ && !stream.error(), kCutOff);
        const std::uint64_t bytes = std::min<std::uint64_t>(*rest, stream.view().size());
        stream.skip(bytes);
        *rest -= bytes;
      }
    return true;
  }

  // Opens the next file; false at the archive's end, with `failure_` set where it is damaged.
  bool open_member() {
    Stream& stream = input_.stream;
    if (!stream.want(kBlock)) return fail_if(!stream.view().empty() && !stream.error(), kCutOff);
    const std::string_view block = stream.view().substr(0, kBlock);
    if (block.find_first_not_of('\0') == std::string_view::npos) return false;
    std::optional<Header> header = parse_header(block);
    if (!header) return fail_if(true, "the archive is damaged: a header has a wrong checksum");
    stream.skip(kBlock);
    left_ = header->size;
    passed_over_ = true;
    padding_ = (kBlock - header->size % kBlock) % kBlock;
    if (header->type == 'L' || header->type == 'x') return read_long_name(*header);
    if (header->type == 'K' || header->type == 'g') return true;  // of a link, of the archive: the file's name stands
    std::string name = std::exchange(long_name_, {});
    if (name.empty()) name = std::move(header->name);
    if (header->type == '0' || header->type == '\0' || header->type == '7') open_file_member(name);
    return true;
  }

  bool read_long_name(const Header& header) {
    if (header.size > kLongestName) return fail_if(true, "the archive is damaged: a name is too long");
    if (!input_.stream.want(header.size)) return fail_if(!input_.stream.error(), kCutOff);
    const std::string_view bytes = input_.stream.view().substr(0, header.size);
    long_name_ = header.type == 'x' ? pax_path(bytes) : std::string(bytes.substr(0, bytes.find('\0')));
    return true;
  }

  void open_file_member(const std::string& name) {
    passed_over_ = false;
    ReadOptions options = input_.options;
    options.from = "auto";
    std::vector<std::string> ignored;
    member_name_ = decode_text(std::string(name), ignored);
    const std::string full = input_.name == "-" ? name : fmt::format("{}/{}", input_.name, name);
    member_ = open_member_stories(std::make_unique<MemberSource>(input_.stream, left_), full, options);
  }

  bool fail_if(bool failed, std::string_view why) {
    if (failed) failure_ = input_.failed_story({ErrorKind::io, std::string(why), {}, input_.stream.position()});
    return false;
  }

  Input input_;
  std::unique_ptr<StoryReader> member_;
  std::uint64_t left_ = 0, padding_ = 0;
  std::string long_name_;
  std::string member_name_;  // as UTF-8
  std::optional<Story> failure_;
  bool passed_over_ = true;  // nobody else tells that the file is cut off
  bool done_ = false;
};

}  // namespace

std::unique_ptr<StoryReader> read_tar(Input input) { return std::make_unique<TarReader>(std::move(input)); }

}  // namespace wirecut
