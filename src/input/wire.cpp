// Messages of a wire service as they come down the line, IPTC 7901 and ANPA 1312: header between SOH and STX, the story
// between STX and ETX, the filing time behind ETX up to EOT or the line's end.
//   SOH bdt0301 4 pl 372 CR LF Canal/Tolls CR LF STX ... ETX 021412 GMT May 91 CR LF EOT          (IPTC 7901)
//   SYN SYN SOH a0412 US ---- CR LF r a DC3 DC1 BC-Canal-Tolls 05-02 0210 CR LF STX ... ETX AP-WS-05-02-91 1412EDT
// The story's text keeps its own header lines (slug, kicker) for structure/ to find; control characters and ANPA's
// marks of header lines ("^By DIANA FROST<") are taken out. Precedent: the parsers for both formats in Superdesk.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "input/carrier.h"
#include "text/decode.h"

namespace wirecut {

namespace {

constexpr char kSoh = '\x01', kStx = '\x02', kEtx = '\x03';
constexpr std::string_view kMessageEnd = "\x01\x03";          // a message without ETX ends where the next one starts
constexpr std::string_view kTrailerEnd = "\x01\x02\x04\x16";  // SOH, STX, EOT, SYN
constexpr std::size_t kLongestTrailer = 200;

bool is_control(char c) { return (static_cast<unsigned char>(c) < ' ' && c != '\n' && c != '\t') || c == '\x7F'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool all_digits(std::string_view word) { return !word.empty() && std::all_of(word.begin(), word.end(), is_digit); }

std::vector<std::string_view> split_words(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t start = line.find_first_not_of(" \t", at);
    if (start == std::string_view::npos) break;
    at = std::min(line.find_first_of(" \t", start), line.size());
    words.push_back(line.substr(start, at - start));
  }
  return words;
}

std::string_view trimmed(std::string_view line) {
  const std::size_t start = line.find_first_not_of(" \t");
  if (start == std::string_view::npos) return {};
  return line.substr(start, line.find_last_not_of(" \t") - start + 1);
}

// The lines that say something, control characters made blanks, the marks ^ and < of ANPA taken off.
std::vector<std::string> header_lines(std::string_view header) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at <= header.size();) {
    const std::size_t end = std::min(header.find('\n', at), header.size());
    std::string line(header.substr(at, end - at));
    std::replace_if(line.begin(), line.end(), is_control, ' ');
    std::string_view words = trimmed(line);
    if (words.starts_with('^')) words.remove_prefix(1);
    if (words.ends_with('<')) words.remove_suffix(1);
    if (!trimmed(words).empty()) lines.emplace_back(trimmed(words));
    at = end + 1;
  }
  return lines;
}

// "bdt0301" -> "bdt", "0301"
void parse_service(std::string_view word, Transmission& into) {
  const std::size_t digits = static_cast<std::size_t>(std::find_if(word.begin(), word.end(), is_digit) - word.begin());
  into.service = word.substr(0, digits);
  std::size_t end = digits;
  while (end < word.size() && is_digit(word[end])) ++end;
  into.number = word.substr(digits, end - digits);
}

Transmission parse_header(std::string_view header) {
  Transmission into;
  const std::vector<std::string> lines = header_lines(header);
  if (lines.empty()) return into;
  std::vector<std::string_view> words = split_words(lines[0]);
  parse_service(words[0], into);
  if (words.size() >= 3 && words[1].size() == 1 && is_digit(words[1][0])) {  // IPTC 7901: priority is a digit
    into.priority = words[1];
    into.category = words[2];
    if (lines.size() > 1) into.slug = lines[1];
    return into;
  }
  if (words.size() > 1) into.service = words[1];  // ANPA 1312: the selector; one letter in front is the service level
  if (lines.size() < 2) return into;
  words = split_words(lines[1]);
  if (words.size() < 2 || words[0].size() != 1) return into;
  into.priority = words[0];
  into.category = words[1];
  if (words.size() > 2) into.slug = words[2];
  return into;
}

std::string_view date_digits(std::string_view text, std::size_t at) {
  const auto fits = [&](std::size_t i) { return i % 3 == 2 ? text[at + i] == '-' : is_digit(text[at + i]); };
  if (at + 8 > text.size()) return {};
  for (std::size_t i = 0; i < 8; ++i)
    if (!fits(i)) return {};
  return text.substr(at, 8);
}

int number_of(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::string iso_day(int year, int month, int day) {
  if (month < 1 || month > 12 || day < 1 || day > 31) return {};
  if (year < 100) year += year < 70 ? 2000 : 1900;
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

int month_number(std::string_view word) {
  constexpr std::string_view kMonths = "janfebmaraprmayjunjulaugsepoctnovdec";
  if (word.size() < 3) return 0;
  std::string start(word.substr(0, 3));
  for (char& c : start) c = static_cast<char>(c | 0x20);
  const std::size_t at = kMonths.find(start);
  return at == std::string_view::npos || at % 3 != 0 ? 0 : static_cast<int>(at / 3) + 1;
}

// The day in a filing time: "AP-WS-05-02-91 1412EDT" (month first behind letters), "02-05-91 14-12-00" (day first),
// "021412 GMT May 91"; empty where there is none.
std::string filing_day(std::string_view filed) {
  for (std::size_t at = 0; at < filed.size(); ++at) {
    const std::string_view date = date_digits(filed, at);
    if (date.empty()) continue;
    const bool month_first = at >= 2 && filed[at - 1] == '-' && is_letter(filed[at - 2]);
    const int first = number_of(date.substr(0, 2)), second = number_of(date.substr(3, 2));
    return iso_day(number_of(date.substr(6, 2)), month_first ? first : second, month_first ? second : first);
  }
  const std::vector<std::string_view> words = split_words(filed);
  for (std::size_t i = 1; i + 1 < words.size(); ++i)
    if (const int month = month_number(words[i]); month > 0 && all_digits(words[i + 1]) && all_digits(words[0]))
      return iso_day(number_of(words[i + 1]), month, number_of(words[0].substr(0, 2)));
  return {};
}

// Takes out what only machines read.
std::string clean_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::size_t start = out.size();
    for (const char c : text.substr(at, end - at))
      if (!is_control(c)) out += c;
    if (out.size() > start + 1 && out[start] == '^') {
      out.erase(start, 1);
      if (out.ends_with('<')) out.pop_back();
    }
    if (end > at && end < text.size() && text[end - 1] == '\r') out += '\r';
    if (end < text.size()) out += '\n';
    at = end + 1;
  }
  out.erase(0, std::min(out.find_first_not_of("\r\n"), out.size()));
  return out;
}

class WireReader : public StoryReader {
 public:
  explicit WireReader(Input input) : input_(std::move(input)) {}

  std::optional<Story> next() override {
    if (!find_message()) return input_.stream_failure();
    if (!find_message_end()) {
      input_.stream.skip(size_);
      return input_.failed_story(input_.limit_error("the message"));
    }
    if (input_.stream.error()) return input_.stream_failure();
    Story story = take_message();
    if (was_closed_) take_trailer(story);
    return story;
  }

 private:
  // Skips what lies between messages; true where SOH, now skipped too, opens one.
  bool find_message() {
    Stream& stream = input_.stream;
    do {
      const std::size_t at = stream.view().find(kSoh);
      stream.skip(std::min(at, stream.view().size()));
    } while (stream.view().empty() && stream.fill());
    if (stream.view().empty()) return false;
    stream.skip(1);
    return true;
  }

  // Sets `size_` to the message's bytes before its end. False where it is over the limit; its bytes are gone then.
  bool find_message_end() {
    Stream& stream = input_.stream;
    bool held = true;
    for (std::size_t searched = 0;;) {
      const std::size_t end = stream.view().find_first_of(kMessageEnd, searched);
      size_ = std::min(end, stream.view().size());
      held = held && size_ <= input_.options.max_story_bytes;
      if (end != std::string_view::npos) break;
      if (!held) stream.skip(std::exchange(size_, 0));
      searched = stream.view().size();
      if (!stream.fill()) break;
    }
    was_closed_ = size_ < stream.view().size() && stream.view()[size_] == kEtx;
    return held;
  }

  Story take_message() {
    Story story;
    const std::string message = decode_text(std::string(input_.stream.view().substr(0, size_)), story.warnings);
    input_.stream.skip(size_ + was_closed_);
    std::size_t header_size = message.find(kStx), text_start = header_size + 1;
    if (header_size == std::string::npos) header_size = text_start = std::min(message.find('\n'), message.size());
    story.structure.transmission = parse_header(std::string_view(message).substr(0, header_size));
    story.text = clean_text(std::string_view(message).substr(text_start));
    if (!was_closed_) story.warnings.emplace_back("the message has no end mark (ETX)");
    input_.finish_story(story);
    return story;
  }

  // The first words behind ETX; waits for them no longer than two blank lines.
  void take_trailer(Story& story) {
    Stream& stream = input_.stream;
    std::size_t size = 0, line_start = 0;
    int blank_lines = 0;
    while (size < kLongestTrailer && stream.want(size + 1)) {
      const char c = stream.view()[size];
      if (kTrailerEnd.find(c) != std::string_view::npos) break;
      ++size;
      if (c != '\n') continue;
      const std::string_view line = stream.view().substr(line_start, size - line_start);
      if (line.find_first_not_of(" \t\r\n") != std::string_view::npos || ++blank_lines == 2) break;
      line_start = size;
    }
    std::string filed(stream.view().substr(0, size));
    std::replace_if(
        filed.begin(), filed.end(), [](char c) { return is_control(c) || c == '\n' || c == '<'; }, ' ');
    filed = decode_text(filed, story.warnings);
    story.structure.transmission->filed = trimmed(filed);
    story.metadata.published = filing_day(trimmed(filed));
    stream.skip(size);
  }

  Input input_;
  std::size_t size_ = 0;
  bool was_closed_ = false;
};

}  // namespace

std::unique_ptr<StoryReader> read_wire(Input input) { return std::make_unique<WireReader>(std::move(input)); }

}  // namespace wirecut
