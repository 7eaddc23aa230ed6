#include "cli/manifest.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>
#include <zlib.h>

#include <array>
#include <charconv>

namespace wirecut {

namespace {

std::uint32_t checksum(std::string_view text) {
  Checksum sum;
  sum.add(text);
  return sum.value();
}

// The next field of a line of fields separated by spaces.
std::string_view take_field(std::string_view& line) {
  const std::size_t space = line.find(' ');
  const std::string_view field = line.substr(0, space);
  line.remove_prefix(space == std::string_view::npos ? line.size() : space + 1);
  return field;
}

template <class Number>
bool parse_number(std::string_view text, Number& number, int base = 10) {
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number, base);
  return code == std::errc() && end == text.data() + text.size();
}

// A name may hold a line feed: it is written as \n, and a backslash as two.
std::string escape_name(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c == '\\')
      out += "\\\\";
    else if (c == '\n')
      out += "\\n";
    else
      out += c;
  }
  return out;
}

std::string unescape_name(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '\\' && i + 1 < text.size();
    if (escape) ++i;
    out += escape && text[i] == 'n' ? '\n' : text[i];
  }
  return out;
}

}  // namespace

void Checksum::add(std::string_view bytes) {
  value_ = static_cast<std::uint32_t>(::crc32_z(value_, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

std::string format_entry(const ManifestEntry& e) {
  const std::string fields = fmt::format("{:016x} {} {} {} {} {} {} {} {:08x} {}", e.settings, e.input.size,
                                         e.input.changed_ns, e.input_ended ? 1 : 0, e.input_stories, e.stories,
                                         e.errors, e.output_size, e.output_checksum, escape_name(e.input.name));
  return fmt::format("{:08x} {}\n", checksum(fields), fields);
}

std::optional<ManifestEntry> parse_entry(std::string_view line) {
  ManifestEntry e;
  std::uint32_t sum = 0;
  if (!parse_number(take_field(line), sum, 16) || sum != checksum(line)) return std::nullopt;
  int ended = 0;
  const bool fine = parse_number(take_field(line), e.settings, 16) && parse_number(take_field(line), e.input.size) &&
                    parse_number(take_field(line), e.input.changed_ns) && parse_number(take_field(line), ended) &&
                    parse_number(take_field(line), e.input_stories) && parse_number(take_field(line), e.stories) &&
                    parse_number(take_field(line), e.errors) && parse_number(take_field(line), e.output_size) &&
                    parse_number(take_field(line), e.output_checksum, 16);
  if (!fine) return std::nullopt;
  e.input_ended = ended == 1;
  e.input.name = unescape_name(line);
  return e;
}

std::vector<ManifestEntry> read_manifest(const std::string& path) {
  std::string text;
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  if (descriptor < 0) return {};
  std::array<char, 1 << 16> buffer;
  for (ssize_t count; (count = ::read(descriptor, buffer.data(), buffer.size())) > 0;)
    text.append(buffer.data(), static_cast<std::size_t>(count));
  ::close(descriptor);

  std::vector<ManifestEntry> entries;
  std::string_view rest = text;
  for (std::size_t end; (end = rest.find('\n')) != std::string_view::npos; rest.remove_prefix(end + 1)) {
    std::optional<ManifestEntry> entry = parse_entry(rest.substr(0, end));
    if (!entry) break;
    entries.push_back(std::move(*entry));
  }
  return entries;
}

}  // namespace wirecut
