#include "resolve/place_crowds.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "lexicon/first_not.h"
#include "lexicon/word_map.h"
#include "resolve/place_features.h"

namespace wirecut {
namespace {

constexpr float kCellsPerDegree =
    2;  // a cell is 55 km high; with those around it, a place has 55 to 110 km to each side
constexpr std::int32_t kCellsOfRow = 720;

bool is_point(const GazetteerEntry& entry) {
  return entry.latitude && (entry.kind == PlaceKind::city || entry.kind == PlaceKind::county);
}

std::int32_t cell_of(const GazetteerEntry& entry) {
  return static_cast<std::int32_t>((*entry.latitude + 90) * kCellsPerDegree) * kCellsOfRow +
         static_cast<std::int32_t>((*entry.longitude + 180) * kCellsPerDegree);
}

}  // namespace

std::uint32_t PlaceCrowds::add(RowRange rows, bool counted, const Gazetteer& gazetteer) {
  const auto first = static_cast<std::uint32_t>(cells_.size());
  for (std::uint32_t row = rows.first; counted && row < std::min(rows.end, rows.first + kMostReadings); ++row) {
    const GazetteerEntry entry = gazetteer.entry(row);
    if (is_point(entry) && (entry.log_population > 0 || entry.kind == PlaceKind::county))
      cells_.push_back(cell_of(entry));
  }
  std::sort(cells_.begin() + first, cells_.end());
  cells_.erase(std::unique(cells_.begin() + first, cells_.end()), cells_.end());
  const auto end = static_cast<std::uint32_t>(cells_.size());
  names_.push_back({first, end, 1 / std::sqrt(static_cast<float>(std::max(1u, end - first)))});
  return static_cast<std::uint32_t>(names_.size() - 1);
}

void PlaceCrowds::sum_up() {
  std::vector<std::pair<std::int32_t, float>> all;
  all.reserve(cells_.size());
  for (const Name& name : names_)
    for (std::uint32_t c = name.first_cell; c < name.end_cell; ++c) all.emplace_back(cells_[c], name.weight);
  std::sort(all.begin(), all.end());
  for (const auto& [cell, weight] : all) {
    if (!sums_.empty() && sums_.back().first == cell)
      sums_.back().second += weight;
    else
      sums_.emplace_back(cell, weight);
  }
}

float PlaceCrowds::around(const GazetteerEntry& entry, std::uint32_t own) const {
  if (!is_point(entry) || sums_.empty()) return 0;
  const std::int32_t middle = cell_of(entry);
  float sum = 0;
  for (const std::int32_t row : {middle - kCellsOfRow, middle, middle + kCellsOfRow}) {
    std::size_t at = first_not(sums_, [&](const auto& count) { return count.first < row - 1; });
    for (; at < sums_.size() && sums_[at].first <= row + 1; ++at) sum += sums_[at].second;
  }
  const Name& name = names_[own];
  for (std::uint32_t c = name.first_cell; c < name.end_cell; ++c) {
    const std::int32_t gap = std::abs(cells_[c] - middle);
    if (gap <= 1 || std::abs(gap - kCellsOfRow) <= 1) sum -= name.weight;
  }
  return sum;
}

void PlaceContext::count_crowds() {
  crowd_name_.assign(candidates_.size(), kNone);
  std::vector<std::uint32_t> order;
  order.reserve(candidates_.size());
  for (std::size_t i = 0; i < candidates_.size(); ++i) {
    const bool is_country = candidates_[i].evidence == PlaceEvidence::country_name;
    const std::uint32_t least = is_country ? 2 : 1;  // a country with towns of its name
    if ((is_country || candidates_[i].evidence == PlaceEvidence::place) && candidates_[i].entries.size() >= least)
      order.push_back(static_cast<std::uint32_t>(i));
  }
  const auto first_row = [&](std::uint32_t i) { return candidates_[i].entries.first; };
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return std::pair(first_row(a), a) < std::pair(first_row(b), b); });
  // Persons and countries have a town of their name near to anything.
  const auto is_doubtful = [&](std::uint32_t i) {
    return candidates_[i].evidence == PlaceEvidence::country_name ||
           (name_of_[i] != kNone && story_.names[name_of_[i]].type == EntityType::person);
  };
  for (auto first = order.begin(), end = first; first != order.end(); first = end) {
    end = std::find_if(first, order.end(), [&](std::uint32_t i) { return first_row(i) != first_row(*first); });
    const bool counted = !std::all_of(first, end, is_doubtful);
    const std::uint32_t name = crowds_.add(candidates_[*first].entries, counted, lexicon_.gazetteer);
    std::for_each(first, end, [&](std::uint32_t i) { crowd_name_[i] = name; });
  }
  crowds_.sum_up();
}

void PlaceContext::read_crowd(std::size_t candidate, PlaceReadings& into) const {
  constexpr float kLeast = 0.01f, kSome = 0.5f;
  if (crowd_name_[candidate] == kNone) return;
  const auto log_crowd = [](float crowd) { return crowd < kLeast ? 0.0f : std::log2(1 + crowd) / 2; };
  float most = 0;
  for (std::size_t i = 0; i < into.entries.size(); ++i) {
    const float crowd = crowds_.around(into.entries[i], crowd_name_[candidate]);
    const float logged = log_crowd(crowd);
    if (logged > 0) into.features[i].set(ReadingFeature::crowd, logged);
    into.features[i].flag(ReadingFeature::small_in_crowd,
                          crowd > kSome && class_of(into.entries[i]) == PlaceClass::small);
    most = std::max(most, logged);
  }
  if (most == 0) return;
  for (std::size_t i = 0; i < into.entries.size(); ++i)
    into.features[i].set(ReadingFeature::behind_most_crowded, most - into.features[i].value(ReadingFeature::crowd));
}

// "Liverpool, Yarmouth and Windsor": each of them joined to the next one, unless that is the state of the first.
void PlaceContext::join_lists() {
  static constexpr auto kJoints = word_list({",", ";", "&", "and", "or"});
  constexpr std::uint32_t kMostJoints = 2;  // ", and"
  joined_.assign(candidates_.size(), false);
  for (std::size_t i = 0; i + 1 < candidates_.size(); ++i) {
    const PlaceCandidate &left = candidates_[i], &right = candidates_[i + 1];
    if (left.evidence != PlaceEvidence::place || right.evidence != PlaceEvidence::place || qualifiers_[i]) continue;
    if (right.first_token <= left.end_token || right.first_token > left.end_token + kMostJoints) continue;
    bool joined = true;
    for (std::uint32_t t = left.end_token; t < right.first_token; ++t) joined &= kJoints.of(story_.tokens[t].hash);
    joined_[i] = joined;
  }
}

// Whether the other members of its list are in its country.
void PlaceContext::read_list(std::size_t candidate, const GazetteerEntry& entry, ReadingFeatures& features) const {
  constexpr std::size_t kReach = 6;
  if (entry.kind == PlaceKind::country || entry.country.empty()) return;
  int others = 0, same = 0;
  const auto meet = [&](std::size_t i) {
    const auto& other = neighbours_[i];
    if (!other || other->country.empty() || other->kind == PlaceKind::country) return;
    if (candidates_[i].entries.first == candidates_[candidate].entries.first) return;
    ++others;
    same += other->country == entry.country;
  };
  for (std::size_t i = candidate; i > 0 && candidate - i < kReach && joined_[i - 1]; --i) meet(i - 1);
  for (std::size_t i = candidate; i + 1 < candidates_.size() && i - candidate < kReach && joined_[i]; ++i) meet(i + 1);
  if (others == 0) return;
  features.set(ReadingFeature::list_agrees, static_cast<float>(same) / static_cast<float>(others));
  features.flag(ReadingFeature::list_disagrees, same == 0);
}

}  // namespace wirecut
