// ICU backtracks, so its step counter is set: it is a count and not a clock, and the same text gives the same result on
// any machine. The text is searched as UTF-8, without a copy.

#include "text/pattern.h"

#include <fmt/format.h>
#include <unicode/uregex.h>
#include <unicode/utext.h>

#include <string>

#include "text/ascii.h"

namespace wirecut {

namespace {

constexpr std::int32_t kMaxSteps = 2000;  // of 10,000 engine steps each: about two seconds

// ICU's names of errors say it in capitals: "U_REGEX_MISMATCHED_PAREN" -> "mismatched paren".
std::string fault_of(UErrorCode status) {
  std::string_view name = u_errorName(status);
  for (const std::string_view prefix : {"U_", "REGEX_"})
    if (name.starts_with(prefix)) name.remove_prefix(prefix.size());
  std::string words(name);
  for (char& c : words) c = c == '_' ? ' ' : ascii_lower(c);
  return words;
}

}  // namespace

struct Pattern::Parts {
  URegularExpression* expression = nullptr;
  UText text = UTEXT_INITIALIZER;
};

void Pattern::Free::operator()(Parts* parts) const {
  uregex_close(parts->expression);
  utext_close(&parts->text);
  delete parts;
}

Pattern::Pattern(std::unique_ptr<Parts, Free> parts) : parts_(std::move(parts)) {}

Result<Pattern> Pattern::compile(std::string_view expression) {
  std::unique_ptr<Parts, Free> parts(new Parts);
  UErrorCode status = U_ZERO_ERROR;
  UParseError place{};
  utext_openUTF8(&parts->text, expression.data(), static_cast<std::int64_t>(expression.size()), &status);
  parts->expression = uregex_openUText(&parts->text, UREGEX_MULTILINE, &place, &status);
  uregex_setTimeLimit(parts->expression, kMaxSteps, &status);
  if (U_FAILURE(status))
    return tl::unexpected(
        Error{ErrorKind::encoding,
              fmt::format("not a regular expression: {} at character {}", fault_of(status), place.offset),
              {},
              {}});
  return Pattern(std::move(parts));
}

Result<std::optional<Span>> Pattern::find(std::string_view text, std::size_t from) {
  UErrorCode status = U_ZERO_ERROR;
  utext_openUTF8(&parts_->text, text.data(), static_cast<std::int64_t>(text.size()), &status);
  uregex_setUText(parts_->expression, &parts_->text, &status);
  std::optional<Span> found;
  for (bool any = uregex_find64(parts_->expression, static_cast<std::int64_t>(from), &status); any && U_SUCCESS(status);
       any = uregex_findNext(parts_->expression, &status)) {
    const Span span{static_cast<std::uint32_t>(uregex_start64(parts_->expression, 0, &status)),
                    static_cast<std::uint32_t>(uregex_end64(parts_->expression, 0, &status))};
    if (span.empty()) continue;
    found = span;
    break;
  }
  if (U_SUCCESS(status)) return found;
  return tl::unexpected(Error{ErrorKind::limit, "the regular expression takes too many steps on this text", {}, {}});
}

}  // namespace wirecut
