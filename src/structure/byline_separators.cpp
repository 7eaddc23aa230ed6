#include "structure/byline_separators.h"

#include <array>

// The longest of the separators that begin at a byte wins: ", and " before ", ".
namespace wirecut {
namespace {

constexpr Separator kSeparators[] = {{", and ", true},
                                     {" and ", true},
                                     {" AND ", true},
                                     {" And ", true},
                                     {" & ", true},
                                     {" with ", true, true},
                                     {" With ", true, true},
                                     {" WITH ", true, true},
                                     {"; ", true},
                                     {", ", true},
                                     {",", true},
                                     {" | ", true},
                                     {"|", true},
                                     {" / ", true},
                                     {" \\ ", true},
                                     {"/", true},
                                     {" \u2022 ", true},
                                     {" \u00b7 ", true},
                                     {" - ", true},
                                     {" -", true, true},
                                     {"- ", true, true},
                                     {" -- ", true, true},
                                     {"--", true, true},
                                     {" \u2013 ", true},
                                     {" \u2014 ", true},
                                     {"\u2014", true, true},
                                     {" (", true},
                                     {") ", true},
                                     {")", true},
                                     {": ", true, true},
                                     {" in ", false},
                                     {" IN ", false},
                                     {" for ", false, true},
                                     {", for ", false, true},
                                     {" For ", false, true},
                                     {" FOR ", false, true},
                                     {" at ", false, true},
                                     {" of ", false, true},
                                     {" from ", false, true},
                                     {" on ", false, true},
                                     {" On ", false, true},
                                     {" In ", false, true},
                                     {"\t", true},
                                     {" via ", false, true},
                                     {"  ", true}};

// The bytes that separators begin with; and those behind a blank or a colon, with which most of them begin.
constexpr std::array<bool, 256> opening_bytes(std::size_t at) {
  std::array<bool, 256> opens{};
  for (const Separator& separator : kSeparators)
    if (separator.text.size() > at) opens[static_cast<unsigned char>(separator.text[at])] = true;
  return opens;
}
constexpr auto kFirstBytes = opening_bytes(0), kSecondBytes = opening_bytes(1);

bool may_separate(std::string_view text, std::size_t at) {
  if (!kFirstBytes[static_cast<unsigned char>(text[at])]) return false;
  if (text[at] != ' ' && text[at] != ':') return true;
  return at + 1 < text.size() && kSecondBytes[static_cast<unsigned char>(text[at + 1])];
}

}  // namespace

std::pair<std::size_t, const Separator*> next_separator(std::string_view text, bool labelled) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!may_separate(text, at)) continue;
    const Separator* found = nullptr;
    for (const Separator& separator : kSeparators)
      if ((labelled || !separator.labelled_only) && text.substr(at).starts_with(separator.text) &&
          (found == nullptr || separator.text.size() > found->text.size()))
        found = &separator;
    if (found != nullptr) return {at, found};
  }
  return {std::string_view::npos, nullptr};
}

}  // namespace wirecut
