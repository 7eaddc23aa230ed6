// Semantic role labelling in small: the label model finds cues with what it sees as sources and contents of the whole
// paragraph; the role model then asks again for each cue, so that every source and content belongs to one cue from the
// start and two cues may share a source; the judge, a logistic model, says how likely the whole is right.

#include "quotes/attributions.h"

#include <algorithm>

namespace wirecut {
namespace {

void allow(Scores& scores, std::initializer_list<std::size_t> labels, std::size_t count) {
  for (std::size_t label = 0; label < count; ++label)
    if (std::find(labels.begin(), labels.end(), label) == labels.end()) scores[label] = kImpossible;
}

void count_runs(ParagraphScratch& scratch) {
  const std::size_t count = scratch.labels.size();
  scratch.sources_before.assign(count + 1, 0);
  scratch.cues_before.assign(count + 1, 0);
  for (std::size_t i = 0; i < count; ++i) {
    scratch.sources_before[i + 1] = static_cast<std::uint16_t>(scratch.sources_before[i] + (scratch.labels[i] == Label::begin_source ? 1 : 0));
    scratch.cues_before[i + 1] = static_cast<std::uint16_t>(scratch.cues_before[i] + (scratch.labels[i] == Label::begin_cue ? 1 : 0));
  }
}

// Sources and contents of the decoded roles; of several sources the one nearest to the cue.
void read_roles(const ItemRange& window, Attribution& attribution, const Lattice& lattice) {
  attribution.source = {};
  attribution.content_count = 0;
  attribution.content_margin = attribution.source_margin = 1 << 20;
  const auto distance = [&](const ItemRange& range) {
    return range.end <= attribution.cue.first ? attribution.cue.first - range.end : range.first - attribution.cue.end;
  };
  const std::size_t count = lattice.best.size();
  for (std::size_t i = 0; i < count;) {
    const auto role = static_cast<Role>(lattice.best[i]);
    if (role != Role::begin_source && role != Role::begin_content) {
      ++i;
      continue;
    }
    const auto inside = static_cast<std::uint8_t>(lattice.best[i] + 1);
    std::size_t end = i + 1;
    while (end < count && lattice.best[end] == inside) ++end;
    const ItemRange range{window.first + static_cast<std::uint32_t>(i), window.first + static_cast<std::uint32_t>(end)};
    std::int32_t loss = lattice.margin(i, 0);
    if (end < count) loss = std::max(loss, lattice.margin(end, inside));
    if (role == Role::begin_content) {
      attribution.content_margin = std::min(attribution.content_margin, -loss);
      if (attribution.content_count < Attribution::kMostContents) attribution.contents[attribution.content_count++] = range;
    } else if (!attribution.has_source() || distance(range) < distance(attribution.source)) {
      attribution.source = range;
      attribution.source_margin = -lattice.margin(i, 0);
    }
    i = end;
  }
}

std::uint64_t margin_bucket(std::int32_t margin) {
  std::uint64_t bucket = 0;
  for (std::int32_t limit = 8; limit < margin && bucket < 9; limit = limit * 8 / 5) ++bucket;
  return bucket;
}

}  // namespace

void label_paragraph(std::span<const Item> items, const ChainModel& model, ParagraphScratch& scratch) {
  count_context(items, scratch.context);
  const ParagraphView view{items, scratch.context};
  Lattice& lattice = scratch.label_lattice;
  lattice.resize(items.size());
  FeatureList features;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (scratch.context[i].is_quiet) {
      lattice.emissions[i] = {};
      allow(lattice.emissions[i], {0}, kLabelCount);
    } else {
      add_label_features(view, i, features);
      lattice.emissions[i] = sum_weights(model, features);
    }
    if (items[i].is_unit()) allow(lattice.emissions[i], {0, 5, 6}, kLabelCount);
    lattice.states[i] = static_cast<std::uint8_t>(transition_state(items, i));
  }
  decode(model, kLabelShape, lattice);
  scratch.labels.resize(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) scratch.labels[i] = static_cast<Label>(lattice.best[i]);
  count_runs(scratch);
}

void propose_cues(std::span<const Item> items, std::int32_t extra_margin, ParagraphScratch& scratch) {
  constexpr auto kBeginCue = static_cast<std::size_t>(Label::begin_cue);
  scratch.attributions.clear();
  const auto count = static_cast<std::uint32_t>(items.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    Attribution attribution;
    if (scratch.labels[i] == Label::begin_cue) {
      std::uint32_t end = i + 1;
      while (end < count && scratch.labels[end] == Label::in_cue) ++end;
      attribution.cue = {i, end};
      attribution.cue_margin = -scratch.label_lattice.margin(i, static_cast<std::size_t>(Label::outside));
      i = end - 1;
    } else if (scratch.labels[i] != Label::in_cue && !items[i].is_unit() &&
               scratch.label_lattice.margin(i, kBeginCue) > -extra_margin) {
      attribution.cue = {i, i + 1};
      attribution.cue_margin = scratch.label_lattice.margin(i, kBeginCue);
    } else {
      continue;
    }
    scratch.attributions.push_back(attribution);
  }
}

void find_roles(std::span<const Item> items, const ChainModel& model, Attribution& attribution, ParagraphScratch& scratch) {
  const ParagraphView view{items, scratch.context};
  const CueView cue{attribution.cue.first, attribution.cue.end, scratch.labels, scratch.sources_before, scratch.cues_before};
  const ItemRange window = role_window(view, cue.first, cue.end);
  Lattice& lattice = scratch.role_lattice;
  lattice.resize(window.end - window.first);
  FeatureList features;
  for (std::uint32_t i = window.first; i < window.end; ++i) {
    Scores& scores = lattice.emissions[i - window.first];
    if (i >= cue.first && i < cue.end) {
      scores = {};
      allow(scores, {0}, kRoleCount);
    } else {
      add_role_features(view, cue, i, features);
      scores = sum_weights(model, features);
      if (items[i].is_unit()) allow(scores, {0, 3, 4}, kRoleCount);
    }
    lattice.states[i - window.first] = static_cast<std::uint8_t>(transition_state(items, i));
  }
  decode(model, kRoleShape, lattice);
  read_roles(window, attribution, lattice);
}

void add_judge_features(std::span<const Item> items, const Attribution& attribution, const ParagraphScratch& scratch,
                        FeatureList& features) {
  FeatureList& f = features;
  f.clear(0x30000);
  const auto pack = [](std::uint64_t a, std::uint64_t b, std::uint64_t c = 0) { return a * 1000003 + b * 1009 + c; };
  std::uint32_t head = attribution.cue.first;
  for (std::uint32_t i = attribution.cue.first; i < attribution.cue.end; ++i)
    if (items[i].is_verb || items[i].cue_class != CueClass::none) head = i;
  const Item& verb = items[head];
  std::uint64_t words = 0, units = 0, labelled = 0, total = 0;
  for (std::size_t c = 0; c < attribution.content_count; ++c)
    for (std::uint32_t i = attribution.contents[c].first; i < attribution.contents[c].end; ++i) {
      words += items[i].word_count;
      units += items[i].is_unit() ? 1 : 0;
      labelled += scratch.labels[i] >= Label::begin_content ? 1 : 0;
      ++total;
    }
  const std::uint64_t kind = units == 0 ? 0 : units == total ? 2 : 1;
  const std::uint64_t length = std::min<std::uint64_t>(words, 4) + (words > 7) + (words > 12) + (words > 20) + (words > 35);
  const std::uint64_t agreed = total == 0 ? 0 : labelled * 4 / total;
  const std::uint64_t cue_sure = attribution.cue_margin < 0 ? 20 + margin_bucket(-attribution.cue_margin) : margin_bucket(attribution.cue_margin);
  const std::uint64_t content_sure = margin_bucket(attribution.content_margin);
  const std::uint64_t source_sure = attribution.has_source() ? margin_bucket(attribution.source_margin) : 30;
  const bool source_labelled = attribution.has_source() && scratch.labels[attribution.source.first] == Label::begin_source;
  const bool content_first = attribution.content_count > 0 && attribution.contents[0].first < attribution.cue.first;
  const bool same_sentence = attribution.has_source() && items[attribution.source.first].sentence == items[attribution.cue.first].sentence;
  f.add(pack(cue_sure, kind));
  f.add(pack(content_sure, kind));
  f.add(pack(source_sure, kind));
  f.add(pack(cue_sure, content_sure));
  f.add(pack(source_sure, content_sure));
  f.add(pack(agreed, kind, content_sure));
  f.add(pack(length, kind));
  f.add(verb.lemma);
  f.add(pack(static_cast<std::uint64_t>(verb.cue_class), static_cast<std::uint64_t>(verb.cue_form), kind));
  f.add(pack(static_cast<std::uint64_t>(verb.cue_class), agreed, kind));
  f.add(pack(verb.pos, kind, attribution.has_source()));
  f.add(pack(attribution.content_count, kind, content_first));
  f.add(pack(source_labelled, same_sentence, kind));
  f.add(pack(std::min<std::uint64_t>(attribution.cue.end - attribution.cue.first, 5), kind));
  f.add(pack(length, content_sure, static_cast<std::uint64_t>(verb.cue_class)));
  if (attribution.content_count > 0) {
    const ItemRange& first = attribution.contents[0];
    const ItemRange& last = attribution.contents[attribution.content_count - 1];
    f.add(pack(items[first.first].pos, first.first > 0 ? items[first.first - 1].pos : 99, kind));
    f.add(items[first.first].word);
    f.add(pack(items[last.end - 1].pos, last.end < items.size() ? items[last.end].pos : 99, kind));
    f.add(pack(last.end < items.size() ? static_cast<std::uint64_t>(items[last.end].boundary) : 77, kind));
  }
  if (attribution.has_source()) {
    f.add(items[attribution.source.end - 1].word);
    f.add(pack(items[attribution.source.first].pos, items[attribution.source.end - 1].pos,
               std::min<std::uint64_t>(attribution.source.end - attribution.source.first, 6)));
  }
  for (std::size_t i = 0; i < f.count; ++i) f.buckets[i] %= kJudgeBuckets;
}

void find_attributions(std::span<const Item> items, const QuoteModel& model, ParagraphScratch& scratch) {
  label_paragraph(items, model.labels, scratch);
  propose_cues(items, model.header.extra_cue_margin, scratch);
  FeatureList features;
  for (Attribution& attribution : scratch.attributions) {
    find_roles(items, model.roles, attribution, scratch);
    add_judge_features(items, attribution, scratch, features);
    attribution.score = 0;
    for (std::size_t i = 0; i < features.count; ++i) attribution.score += model.judge[features.buckets[i]];
  }
  std::erase_if(scratch.attributions, [](const Attribution& attribution) { return attribution.content_count == 0; });
}

}  // namespace wirecut
