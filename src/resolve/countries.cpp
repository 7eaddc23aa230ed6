// A country's score is the odds, by a logistic model over its mentions (how many, of which kind, where), that an editor
// would file the story under it; the odds of all countries of the story add up to 1. Trained by
// tools/train_countries.cpp on what Reuters' editors did; the order of those in focus is mended behind it.

#include <algorithm>
#include <cmath>
#include <utility>

#include "resolve/country_features.h"
#include "resolve/places.h"
#include "resolve/sentence_at.h"

namespace wirecut {

namespace {

// Sets score and focus of each; true: some country has the focus.
bool score_countries(const Story& story, const LinearModel& model, std::vector<Country>& countries) {
  if (countries.empty()) return false;
  double total = 0;
  bool has_focus = false;
  const std::vector<CountryFeatures> features = read_countries(story, countries);
  for (std::size_t i = 0; i < countries.size(); ++i) {
    double odds = 0;
    if (!model.empty())
      for (std::size_t f = 0; f < kCountryFeatures; ++f) odds += double{model.row(0)[f]} * double{features[i][f]};
    countries[i].score = 1 / (1 + std::exp(-odds));
    countries[i].focus = !model.empty() && countries[i].score > double{model.row(0)[kCountryFeatures]};
    has_focus |= countries[i].focus;
    total += countries[i].score;
  }
  for (Country& country : countries) country.score /= total;
  return has_focus;
}

bool is_before(const Country& a, const Country& b) { return a.score != b.score ? a.score > b.score : a.code < b.code; }

// A story that is about no country it names may be about that of its firms' market: where the model says so with the
// market counted, or where there is one market only and no country has a higher score.
void add_focus_of_market(const Story& story, const Lexicon& lexicon, const LinearModel& model,
                         std::vector<Country>& countries) {
  std::vector<Country> more = countries;
  const Markets markets = add_markets(story, lexicon, more);
  if (markets == Markets::none || model.empty()) return;
  if (!score_countries(story, model, more)) {
    const auto first = std::min_element(more.begin(), more.end(), is_before);
    const auto is_listed = [&](const Country& country) {  // by its codes alone, or by those too
      const auto old = std::find_if(countries.begin(), countries.end(),
                                    [&](const Country& other) { return other.code == country.code; });
      return old == countries.end() || old->mentions.size() < country.mentions.size();
    };
    if (markets != Markets::one || !is_listed(*first)) return;
    first->focus = true;
  }
  countries = std::move(more);
}

// "(Reporting by Jane Roe in Bangalore)", or behind the body.
bool is_in_credit(const Story& story, const CountryMention& mention) {
  const std::uint32_t at = sentence_at(story, mention.span.start);
  if (at == story.sentences.size()) return false;
  const Sentence& sentence = story.sentences[at];
  return sentence.part == Part::tail || story.text[sentence.span.start] == '(';
}

// A story that names one country, and that not in its credits only, nor by what may be a language ("English question
// papers"), is a domestic one: "The suspects were produced before the Matugama court."
void add_focus_of_only(const Story& story, std::vector<Country>& countries) {
  if (countries.size() != 1 || countries.front().focus) return;
  const std::vector<CountryMention>& mentions = countries.front().mentions;
  countries.front().focus = std::any_of(mentions.begin(), mentions.end(), [&](const CountryMention& mention) {
    return mention.kind != CountryMentionKind::demonym && !is_in_credit(story, mention);
  });
}

// How often the text names the country outside the dateline, and where.
struct Naming {
  std::size_t outside = 0;
  bool in_dateline = false, in_headline = false, early = false;
};

Naming read_naming(const Story& story, const Country& country) {
  Naming naming;
  for (const CountryMention& mention : country.mentions) {
    if (story.structure.dateline && story.structure.dateline->span.contains(mention.span)) {
      naming.in_dateline = true;
      continue;
    }
    ++naming.outside;
    naming.early |= mention.span.start < kEarlyBytes;
    naming.in_headline |= story.structure.headline && story.structure.headline->contains(mention.span);
  }
  return naming;
}

// Editors file a story under the place it was sent from, and so does the model; what it is about comes before that
// where it is named three times as often: "LONDON (Reuters) - Wilbur Ross is likely to bid for banks in Spain". With it
// go those of the headline that stand between them, "Qatar wealth fund keen to buy U.S.'s Citi shares", and no others.
// The scores stay with the ranks.
void put_story_before_dateline(const Story& story, std::vector<Country>& countries) {
  constexpr std::size_t kTimesAsOften = 3;
  const auto is_open = [](const Country& country) { return !country.focus; };
  const auto count =
      static_cast<std::size_t>(std::find_if(countries.begin(), countries.end(), is_open) - countries.begin());
  if (!story.structure.dateline || count < 2) return;
  std::vector<Naming> namings;
  std::vector<double> scores;
  for (std::size_t i = 0; i < count; ++i) {
    namings.push_back(read_naming(story, countries[i]));
    scores.push_back(countries[i].score);
  }
  const auto move_before = [](auto& list, std::size_t from, std::size_t to) {
    const auto at = list.begin() + static_cast<std::ptrdiff_t>(from);
    std::rotate(list.begin() + static_cast<std::ptrdiff_t>(to), at, at + 1);
  };
  for (std::size_t i = count; i-- > 0;) {
    const Naming sent_from = namings[i];
    if (!sent_from.in_dateline || sent_from.in_headline) continue;
    const std::size_t enough = kTimesAsOften * std::max<std::size_t>(sent_from.outside, 1);
    const auto is_ahead = [&](const Naming& naming) {
      return naming.early && !naming.in_dateline && naming.outside >= enough;
    };
    std::size_t end = count;  // behind the last that comes before it
    while (end > i + 1 && !is_ahead(namings[end - 1])) --end;
    std::size_t place = i;
    for (std::size_t k = i + 1; k < end; ++k) {
      if (!is_ahead(namings[k]) && !namings[k].in_headline) continue;
      move_before(namings, k, place);
      move_before(countries, k, place++);
    }
  }
  for (std::size_t i = 0; i < count; ++i) countries[i].score = scores[i];
}

}  // namespace

std::vector<Country> resolve_countries(const Story& story, const std::vector<PlaceCandidate>& candidates,
                                       const Lexicon& lexicon) {
  std::vector<Country> countries = collect_countries(story, candidates, lexicon);
  const LinearModel model(lexicon.blob.section("model/countries"), kCountryFeatureSet, kCountryColumns);
  if (!score_countries(story, model, countries)) add_focus_of_market(story, lexicon, model, countries);
  if (!model.empty()) add_focus_of_only(story, countries);
  std::sort(countries.begin(), countries.end(), is_before);
  put_story_before_dateline(story, countries);
  return countries;
}

}  // namespace wirecut
