#include "structure/forms.h"

#include <algorithm>
#include <array>
#include <bit>

#include "structure/body_form_rows.h"
#include "structure/chars.h"
#include "structure/head_form_rows.h"
#include "structure/note_form_rows.h"
#include "structure/page_form_rows.h"
#include "structure/tail_form_rows.h"

// An index of the tables of fixed wordings: what a line must have to match a form, told from the form's pattern by the
// compiler, so that most forms are passed over by a line's first and last byte. The patterns are matched in
// form_match.cpp.
namespace wirecut {
namespace {

constexpr std::size_t kLongestMark = 100;  // no outlet, with what may stand around it, is longer

constexpr FieldForm kFieldForms[] = {
    {Field::headline, "HEADLINE:"}, {Field::headline, "TITLE:"}, {Field::byline, "BYLINE:"},
    {Field::byline, "AUTHOR:"},     {Field::byline, "AUTHORS:"}, {Field::dateline, "DATELINE:"},
    {Field::body, "BODY:"},         {Field::body, "TEXT:"},      {Field::body, "STORY:"},
    {Field::other, "SECTION:"},     {Field::other, "LENGTH:"},   {Field::other, "DATE:"},
    {Field::other, "LOAD-DATE:"},   {Field::other, "LANGUAGE:"}, {Field::other, "GRAPHIC:"},
    {Field::other, "SERIES:"},      {Field::other, "COLUMN:"},   {Field::other, "PUBLICATION:"},
    {Field::other, "EDITION:"},     {Field::other, "PAGE:"},     {Field::other, "URL:"},
    {Field::other, "PUBLISHED:"},   {Field::headline, "HD  "},   {Field::byline, "BY  "},
    {Field::other, "WC  "},         {Field::other, "PD  "},      {Field::other, "SN  "},
    {Field::other, "SC  "},         {Field::other, "PG  "},      {Field::other, "LA  "},
    {Field::other, "CY  "},         {Field::other, "ED  "},      {Field::body, "LP  "},
};

constexpr bool is_wildcard(char c) { return std::string_view("*#~_?{} ").find(c) != std::string_view::npos; }

constexpr FormNeeds needs_of(std::string_view pattern) {
  FormNeeds needs;
  char before = 0;  // the literal in front, or 0
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool escaped = pattern[i] == '\\';
    if (escaped) ++i;
    const char c = to_lower(pattern[i]);
    const bool literal = escaped || !is_wildcard(c);
    if (i == (escaped ? 1u : 0u))
      needs.first = literal ? c : c == '_' ? FormNeeds::kRule : c == '#' ? FormNeeds::kDigit : FormNeeds::kAny;
    if (literal && i == 1 && before != 0) needs.second = c;
    if (literal) needs.spelling.add(c);
    if (literal && before != 0) needs.spelling.add_pair(before, c);
    before = literal ? c : '\0';
    needs.last = literal ? c : FormNeeds::kAny;
  }
  return needs;
}

// One table of the rows of several files, in their order.
template <std::size_t... N>
constexpr std::array<LineForm, (N + ...)> joined(const LineForm (&... parts)[N]) {
  std::array<LineForm, (N + ...)> forms{};
  auto end = forms.begin();
  ((end = std::copy(std::begin(parts), std::end(parts), end)), ...);
  return forms;
}
constexpr auto kHeadForms = joined(form_rows::kHeadForms);
constexpr auto kBodyForms = joined(form_rows::kBodyForms);
constexpr auto kTailForms =
    joined(form_rows::kTailForms, form_rows::kNoteForms, form_rows::kPageForms, form_rows::kMarkForms);

template <std::size_t N>
constexpr std::array<FormNeeds, N> needs_of_all(const std::array<LineForm, N>& forms) {
  std::array<FormNeeds, N> needs{};
  for (std::size_t i = 0; i < N; ++i) needs[i] = needs_of(forms[i].pattern);
  return needs;
}
constexpr void add_form(FormIndex::Set& set, std::size_t form) { set[form / 64] |= std::uint64_t{1} << (form % 64); }

constexpr void add_letter(std::array<FormIndex::Set, 256>& sets, char letter, std::size_t form) {
  add_form(sets[static_cast<unsigned char>(letter)], form);
  if (is_lower(letter)) add_form(sets[static_cast<unsigned char>(letter - 'a' + 'A')], form);
}

// Touches few sets, since compilers bound what they compute for a constant.
template <std::size_t N>
constexpr FormIndex index_of(const std::array<FormNeeds, N>& needs) {
  static_assert(N <= FormIndex::kMostForms);
  FormIndex index;
  for (std::size_t form = 0; form < N; ++form) {
    if (needs[form].first == FormNeeds::kAny) {
      add_form(index.any_first, form);
    } else if (needs[form].first == FormNeeds::kDigit || needs[form].first == FormNeeds::kRule) {
      const bool digit = needs[form].first == FormNeeds::kDigit;  // a rule begins with these or the lead byte of a dash
      for (char c : std::string_view(digit ? "0123456789" : "-=_\xE2")) add_letter(index.by_first, c, form);
    } else {
      add_letter(index.by_first, needs[form].first, form);
    }
    if (needs[form].last == FormNeeds::kAny)
      add_form(index.any_last, form);
    else
      add_letter(index.by_last, needs[form].last, form);
  }
  return index;
}
constexpr auto kHeadNeeds = needs_of_all(kHeadForms);
constexpr auto kBodyNeeds = needs_of_all(kBodyForms);
constexpr auto kTailNeeds = needs_of_all(kTailForms);
constexpr FormIndex kHeadIndex = index_of(kHeadNeeds);
constexpr FormIndex kBodyIndex = index_of(kBodyNeeds);
constexpr FormIndex kTailIndex = index_of(kTailNeeds);

}  // namespace

FormTable head_forms() { return {kHeadForms, kHeadNeeds.data(), &kHeadIndex}; }
FormTable body_forms() { return {kBodyForms, kBodyNeeds.data(), &kBodyIndex}; }
FormTable tail_forms() { return {kTailForms, kTailNeeds.data(), &kTailIndex}; }
std::span<const FieldForm> field_forms() { return kFieldForms; }

FormSearch::FormSearch(const FormTable& table, std::string_view line) : table_(table), line_(line) {
  if (line.empty()) return;
  const FormIndex::Set& by_first = table.index->by_first[static_cast<unsigned char>(line.front())];
  const FormIndex::Set& by_last = table.index->by_last[static_cast<unsigned char>(line.back())];
  for (std::size_t i = 0; i < candidates_.size(); ++i)
    candidates_[i] = (by_first[i] | table.index->any_first[i]) & (by_last[i] | table.index->any_last[i]);
}

void FormSearch::spell() {
  char before = 0;
  for (char letter : line_) {
    const char c = to_lower(letter);
    has_.add(c);
    has_.add_pair(before, c);
    before = c;
  }
  is_spelled_ = true;
}

std::optional<FormMatch> FormSearch::next() {
  for (std::size_t i = 0; i < candidates_.size(); ++i)
    while (candidates_[i] != 0) {
      const std::size_t form_number = i * 64 + static_cast<std::size_t>(std::countr_zero(candidates_[i]));
      candidates_[i] &= candidates_[i] - 1;
      const LineForm& form = table_.forms[form_number];
      const FormNeeds& needs = table_.needs[form_number];
      if (needs.second != FormNeeds::kAny && (line_.size() < 2 || to_lower(line_[1]) != needs.second)) continue;
      if (!is_spelled_) spell();
      if (!has_.has_all(needs.spelling)) continue;
      if (form.kind == LineKind::mark && line_.size() > kLongestMark) continue;
      if (auto match = match_form(form, line_)) return match;
    }
  return std::nullopt;
}

}  // namespace wirecut
