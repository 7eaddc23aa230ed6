#include "resolve/country_features.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace wirecut {
namespace {

struct Pointer {
  std::string_view code;
  CountryMention mention;

  // By code, then by place in the text.
  std::uint64_t order() const {
    const auto letter = [&](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(code[i])}; };
    return letter(0) << 40 | letter(1) << 32 | mention.span.start;
  }
};

// The mentions in text order: demonyms and aliases as they were found, names and places as they were resolved. A name
// of a country that was not taken for a place, in "Bank of Japan", still points to it: an alias.
std::vector<Pointer> collect_pointers(const Story& story, const std::vector<PlaceCandidate>& candidates,
                                      const Lexicon& lexicon) {
  std::vector<Pointer> pointers;
  pointers.reserve(candidates.size());
  std::size_t place = 0, name = 0;
  for (const PlaceCandidate& candidate : candidates) {
    if (candidate.entries.empty()) continue;
    if (candidate.evidence == PlaceEvidence::demonym || candidate.evidence == PlaceEvidence::alias) {
      const bool demonym = candidate.evidence == PlaceEvidence::demonym;
      pointers.push_back({lexicon.country_names.cell(candidate.entries.first, 1),
                          {candidate.span, demonym ? CountryMentionKind::demonym : CountryMentionKind::alias}});
      continue;
    }
    while (place < story.places.size() && story.places[place].span.end <= candidate.span.start) ++place;
    if (place < story.places.size() && story.places[place].span.contains(candidate.span)) {
      const Place& found = story.places[place];
      if (found.country.empty()) continue;
      pointers.push_back(
          {found.country,
           {found.span, found.kind == PlaceKind::country ? CountryMentionKind::name : CountryMentionKind::place}});
      continue;
    }
    if (candidate.evidence != PlaceEvidence::country_name) continue;
    while (name < story.names.size() && story.names[name].span.end <= candidate.span.start) ++name;
    if (name < story.names.size() && story.names[name].type == EntityType::organization &&
        story.names[name].span.contains(candidate.span))
      pointers.push_back(
          {lexicon.gazetteer.entry(candidate.entries.first).country, {candidate.span, CountryMentionKind::alias}});
  }
  return pointers;
}

// What the features are made of, for one country.
struct Tally {
  float total = 0, early = 0;
  std::array<float, 4> of_kind{};  // by CountryMentionKind
  float late = 0;
  bool in_headline = false, in_dateline = false;
  std::uint32_t distinct = 0;  // forms
  std::uint32_t start = 0;     // of the first mention
};

Tally tally_mentions(const Story& story, const Country& country) {
  Tally tally;
  tally.start = country.mentions.front().span.start;
  constexpr std::uint32_t kForms = 6;
  std::array<std::string_view, kForms> forms;
  const Span dateline = story.structure.dateline ? story.structure.dateline->span : Span{};
  for (const CountryMention& mention : country.mentions) {
    const bool dated = dateline.contains(mention.span);
    tally.in_dateline |= dated;
    if (dated) continue;
    tally.total += 1;
    tally.early += mention.span.start < kEarlyBytes ? 1.0f : 0.0f;
    tally.of_kind[static_cast<std::size_t>(mention.kind)] += 1;
    tally.late += mention.span.start * 2 > story.text.size() ? 1.0f : 0.0f;
    tally.in_headline |= (story.structure.headline && story.structure.headline->contains(mention.span));
    const std::string_view form = story.words(mention.span);
    if (tally.distinct < kForms &&
        std::find(forms.begin(), forms.begin() + tally.distinct, form) == forms.begin() + tally.distinct)
      forms[tally.distinct++] = form;
  }
  return tally;
}

// Of all countries of the story.
struct Totals {
  float total = 0, early = 0, most = 0, second = 0;
  std::array<float, 4> of_kind{};
  std::uint32_t first = UINT32_MAX;
  bool any_headline = false;

  void add(const Tally& tally) {
    total += tally.total;
    early += tally.early;
    for (std::size_t k = 0; k < of_kind.size(); ++k) of_kind[k] += tally.of_kind[k];
    second = std::max(second, std::min(most, tally.total));
    most = std::max(most, tally.total);
    any_headline |= tally.in_headline;
    if (tally.total > 0) first = std::min(first, tally.start);
  }
};

float share(float part, float whole) { return whole > 0 ? part / whole : 0; }
float flag(bool value) { return value ? 1.0f : 0.0f; }

// How much of the story's mentions are this country's.
template <class Set>
void read_shares(const Tally& tally, const Totals& totals, Set set) {
  set(CountryFeature::share, share(tally.total, totals.total));
  set(CountryFeature::early_share, share(tally.early, totals.early));
  set(CountryFeature::name_share, share(tally.of_kind[0], totals.of_kind[0]));
  set(CountryFeature::demonym_share, share(tally.of_kind[1], totals.of_kind[1]));
  set(CountryFeature::place_share, share(tally.of_kind[2], totals.of_kind[2]));
  set(CountryFeature::alias_share, share(tally.of_kind[3], totals.of_kind[3]));
  set(CountryFeature::share_of_most, share(tally.total, totals.most));
  set(CountryFeature::most_mentioned, flag(tally.total > 0 && tally.total == totals.most));
  set(CountryFeature::second_most, flag(tally.total > 0 && tally.total == totals.second && tally.total < totals.most));
}

// How it is mentioned.
template <class Set>
void read_kinds(const Tally& tally, Set set) {
  const auto only = [&](CountryMentionKind kind) {
    return flag(tally.total > 0 && tally.of_kind[static_cast<std::size_t>(kind)] == tally.total);
  };
  set(CountryFeature::mentions, std::log2(1 + tally.total) / 4);
  set(CountryFeature::one_mention, flag(tally.total == 1));
  set(CountryFeature::two_mentions, flag(tally.total == 2));
  set(CountryFeature::only_places, only(CountryMentionKind::place));
  set(CountryFeature::only_aliases, only(CountryMentionKind::alias));
  set(CountryFeature::only_demonyms, only(CountryMentionKind::demonym));
  set(CountryFeature::distinct_forms, static_cast<float>(tally.distinct) / 4);
}

// Where it is mentioned.
template <class Set>
void read_places_in_text(const Story& story, const Country& country, const Tally& tally, const Totals& totals,
                         Set set) {
  const auto size = static_cast<float>(story.text.size());
  const bool dateline_only = tally.in_dateline && tally.total == 0;
  set(CountryFeature::in_headline, flag(tally.in_headline));
  set(CountryFeature::headline_of_another, flag(totals.any_headline && !tally.in_headline));
  set(CountryFeature::in_dateline, flag(tally.in_dateline));
  set(CountryFeature::dateline_only, flag(dateline_only));
  set(CountryFeature::is_us, flag(country.code == "US"));
  set(CountryFeature::is_us_dateline_only, flag(dateline_only && country.code == "US"));
  set(CountryFeature::first_position, share(static_cast<float>(tally.start), size));
  set(CountryFeature::first_sentence, flag(tally.start < kEarlyBytes));
  set(CountryFeature::first_mentioned, flag(tally.total > 0 && tally.start == totals.first));
  set(CountryFeature::spread, share(static_cast<float>(country.mentions.back().span.start - tally.start), size));
  set(CountryFeature::only_late, flag(tally.total > 0 && tally.late == tally.total));
}

}  // namespace

std::vector<Country> collect_countries(const Story& story, const std::vector<PlaceCandidate>& candidates,
                                       const Lexicon& lexicon) {
  std::vector<Pointer> pointers = collect_pointers(story, candidates, lexicon);
  std::erase_if(pointers, [](const Pointer& pointer) { return pointer.code.size() != 2; });
  std::sort(pointers.begin(), pointers.end(), [](const Pointer& a, const Pointer& b) { return a.order() < b.order(); });
  std::vector<Country> countries;
  std::size_t count = 0;
  for (std::size_t i = 0; i < pointers.size(); ++i) count += i == 0 || pointers[i].code != pointers[i - 1].code;
  countries.reserve(count);
  for (auto first = pointers.begin(), end = first; first != pointers.end(); first = end) {
    end = std::find_if(first, pointers.end(), [&](const Pointer& pointer) { return pointer.code != first->code; });
    const RowRange row = lexicon.countries.find(first->code);
    if (row.empty()) continue;
    Country& country = countries.emplace_back();
    country.code = first->code;
    country.code3 = lexicon.countries.cell(row.first, 1);
    country.name = lexicon.countries.cell(row.first, 2);
    country.mentions.reserve(static_cast<std::size_t>(end - first));
    for (auto pointer = first; pointer != end; ++pointer) country.mentions.push_back(pointer->mention);
  }
  return countries;
}

std::vector<CountryFeatures> read_countries(const Story& story, const std::vector<Country>& countries) {
  Totals totals;
  std::vector<Tally> tallies;
  tallies.reserve(countries.size());
  for (const Country& country : countries) {
    tallies.push_back(tally_mentions(story, country));
    totals.add(tallies.back());
  }
  std::vector<CountryFeatures> all;
  all.reserve(countries.size());
  for (std::size_t i = 0; i < countries.size(); ++i) {
    CountryFeatures& features = all.emplace_back();
    const auto set = [&](CountryFeature feature, float value) { features[static_cast<std::size_t>(feature)] = value; };
    set(CountryFeature::bias, 1);
    set(CountryFeature::countries, std::log2(static_cast<float>(countries.size())) / 3);
    set(CountryFeature::alone, countries.size() == 1 ? 1.0f : 0.0f);
    read_shares(tallies[i], totals, set);
    read_kinds(tallies[i], set);
    read_places_in_text(story, countries[i], tallies[i], totals, set);
  }
  return all;
}

}  // namespace wirecut
