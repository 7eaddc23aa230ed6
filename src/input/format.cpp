// Content decides, because names lie: a magic number, a control character, the first element's name, the first key of
// an object. Only where the content could be anything (CSV, an empty file) the name is asked. No detector reads further
// than the first 64 KB, and a plain text is settled by its first line, so that a slow feed isn't waited for.

#include "input/format.h"

#include <algorithm>
#include <array>

#include "input/input.h"

namespace wirecut {

namespace {

constexpr std::size_t kMostSniffed = 1u << 16;
constexpr std::string_view kBlank = " \t\r\n";

std::string_view without_blanks(std::string_view head) {
  return head.substr(std::min(head.find_first_not_of(kBlank), head.size()));
}

// SOH stands first, behind filling characters perhaps.
Verdict looks_like_wire(const Input& input) {
  constexpr std::string_view kFilling("\x16\0 \r\n\x7F", 6);
  const std::string_view head = input.stream.view();
  const std::size_t first = head.find_first_not_of(kFilling);
  if (first == std::string_view::npos) return Verdict::more;
  return head[first] == '\x01' ? Verdict::yes : Verdict::no;
}

// An object that opens with a key and stands on one line.
Verdict looks_like_jsonl(const Input& input) {
  const std::string_view head = without_blanks(input.stream.view());
  if (head.empty()) return Verdict::more;
  if (head.front() != '{') return Verdict::no;
  const std::size_t key = head.find_first_not_of(" \t", 1);
  if (key == std::string_view::npos) return Verdict::more;
  return head[key] == '"' || head[key] == '}' ? Verdict::yes : Verdict::no;
}

constexpr std::array kFormats = {
    Format{"iptc7901", read_wire, looks_like_wire, ""},
    Format{"anpa1312", read_wire, looks_like_wire, ""},
    Format{"jsonl", read_jsonl, looks_like_jsonl, " .jsonl .ndjson "},
    Format{"text", read_text, nullptr, " .txt .text "},
};

// The name without a compressor's ending, and of that the ending, in lower case: "a/b.JSONL.gz" -> ".jsonl".
std::string extension_of(std::string_view name) {
  std::string lower(name);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  for (const std::string_view packed : {".gz", ".zst"})
    if (lower.ends_with(packed)) lower.resize(lower.size() - packed.size());
  const std::size_t dot = lower.rfind('.');
  return dot == std::string::npos || lower.find('/', dot) != std::string::npos ? std::string() : lower.substr(dot);
}

const Format* format_by_content(Input& input) {
  for (bool at_end = false;; at_end = !input.stream.fill()) {
    bool undecided = false;
    for (const Format& format : kFormats) {
      const Verdict verdict = format.looks_like == nullptr ? Verdict::no : format.looks_like(input);
      if (verdict == Verdict::yes && !undecided) return &format;
      undecided |= verdict == Verdict::more;
    }
    if (!undecided || at_end || input.stream.view().size() >= kMostSniffed) return nullptr;
  }
}

const Format* format_by_extension(std::string_view name) {
  const std::string wanted = " " + extension_of(name) + " ";
  if (wanted.size() == 2) return nullptr;
  const auto found = std::find_if(kFormats.begin(), kFormats.end(), [&](const Format& format) {
    return format.extensions.find(wanted) != std::string_view::npos;
  });
  return found == kFormats.end() ? nullptr : &*found;
}

}  // namespace

std::span<const Format> formats() { return kFormats; }

const Format& find_format(Input& input) {
  for (const Format& format : kFormats)
    if (format.name == input.options.from) return format;
  if (const Format* format = format_by_content(input)) return *format;
  if (const Format* format = format_by_extension(input.name)) return *format;
  return kFormats.back();
}

std::span<const std::string_view> input_formats() {
  static constexpr auto kNames = [] {
    std::array<std::string_view, kFormats.size() + 1> names{"auto"};
    std::transform(kFormats.begin(), kFormats.end(), names.begin() + 1, [](const Format& format) { return format.name; });
    return names;
  }();
  return kNames;
}

}  // namespace wirecut
