// Semantic role labelling in small: the label model finds cues with what it sees as sources and contents of the whole
// paragraph; the role model then asks again for each cue, so that every source and content belongs to one cue from the
// start and two cues may share a source; the judge, a logistic model, says how likely the whole is right.

#include "quotes/attributions.h"

#include <algorithm>

namespace wirecut {
namespace {

constexpr std::int32_t kMostForced = 60;  // content that the role model finds less likely than this is not tried

void count_runs(ParagraphScratch& scratch) {
  const std::size_t count = scratch.labels.size();
  scratch.sources_before.assign(count + 1, 0);
  scratch.cues_before.assign(count + 1, 0);
  for (std::size_t i = 0; i < count; ++i) {
    scratch.sources_before[i + 1] =
        static_cast<std::uint16_t>(scratch.sources_before[i] + (scratch.labels[i] == Label::begin_source ? 1 : 0));
    scratch.cues_before[i + 1] =
        static_cast<std::uint16_t>(scratch.cues_before[i] + (scratch.labels[i] == Label::begin_cue ? 1 : 0));
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
  const std::size_t count = window.end - window.first;
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
      if (attribution.content_count < Attribution::kMostContents)
        attribution.contents[attribution.content_count++] = range;
    } else if (!attribution.has_source() || distance(range) < distance(attribution.source)) {
      attribution.source = range;
      attribution.source_margin = -lattice.margin(i, 0);
    }
    i = end;
  }
}

// A cue without content is no attribution: where the best labelling has none, the likeliest place for one to begin is
// given it. Returns what that loses, 0 where nothing had to be done.
std::int32_t force_content(const ChainModel& model, const ItemRange& window, Lattice& lattice) {
  constexpr auto kBegin = static_cast<std::size_t>(Role::begin_content);
  const std::size_t count = window.end - window.first;
  std::size_t likeliest = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (lattice.best[i] == kBegin) return 0;
    if (lattice.margin(i, kBegin) > lattice.margin(likeliest, kBegin)) likeliest = i;
  }
  const std::int32_t loss = lattice.margin(likeliest, kBegin);
  if (loss < -kMostForced) return 0;
  lattice.emissions[likeliest][kBegin] = static_cast<std::int16_t>(lattice.emissions[likeliest][kBegin] - loss + 1);
  decode(model, kRoleShape, 0, count, lattice);
  return std::min(loss, -1);
}

const PairedLanes& sum_item(const ParagraphView& view, const ChainModel& model, std::size_t at,
                            ParagraphScratch& scratch) {
  PairedLanes& sums = scratch.item_sums[at];
  if (scratch.has_item_sum[at]) return sums;
  PairedRowSum weights(model.weights);
  add_item_features(view, scratch.labelled(), at, weights);
  scratch.has_item_sum[at] = true;
  return sums = {weights.first(), weights.second()};
}

std::uint64_t margin_bucket(std::int32_t margin) {
  std::uint64_t bucket = 0;
  for (std::int32_t limit = 8; limit < margin && bucket < 9; limit = limit * 8 / 5) ++bucket;
  return bucket;
}

std::uint64_t signed_bucket(std::int32_t margin) {
  return margin < 0 ? 20 + margin_bucket(-margin) : margin_bucket(margin);
}

// The judge's features, in rows of their own: the template's number is mixed in.
struct JudgeFeatures {
  FeatureList& list;
  std::uint64_t number = 0;

  explicit JudgeFeatures(FeatureList& features) : list(features) { list.count = 0; }
  void add(std::uint64_t value) {
    list.add(static_cast<std::uint32_t>(mix_bits(value + ++number * 0x9e3779b97f4a7c15ULL) % kJudgeBuckets));
  }
};

}  // namespace

bool is_read(const QuoteItems& items, std::size_t paragraph) {
  const ItemParagraph& at = items.paragraphs[paragraph];
  if (at.part != Part::body && at.part != Part::headline && at.part != Part::head) return false;
  return std::any_of(items.items.begin() + at.first_item, items.items.begin() + at.end_item, may_attribute);
}

void label_paragraph(std::span<const Item> items, const ChainModel& model, ParagraphScratch& scratch) {
  count_context(items, scratch.context);
  const ParagraphView view{items, scratch.context};
  Lattice& lattice = scratch.label_lattice;
  lattice.make_room(items.size());
  scratch.labels.assign(items.size(), Label::outside);
  for_each_run(scratch.context, [&](std::size_t first, std::size_t end) {
    for (std::size_t i = first; i < end; ++i) {
      RowSum weights(model.weights);
      add_label_features(view, i, weights);
      lattice.emissions[i] = bounded(weights.sum());
      if (items[i].is_unit()) lattice.emissions[i] = restricted(lattice.emissions[i], allowed_labels(items[i]));
      lattice.states[i] = static_cast<std::uint8_t>(transition_state(items, i));
    }
    decode(model, kLabelShape, first, end, lattice);
    for (std::size_t i = first; i < end; ++i) scratch.labels[i] = static_cast<Label>(lattice.best[i]);
  });
  count_runs(scratch);
  scratch.item_sums.resize(items.size());
  scratch.has_item_sum.assign(items.size(), false);
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
    } else if (!scratch.context[i].is_quiet && scratch.labels[i] != Label::in_cue && !items[i].is_unit() &&
               scratch.label_lattice.margin(i, kBeginCue) > -extra_margin) {
      attribution.cue = {i, i + 1};
      attribution.cue_margin = scratch.label_lattice.margin(i, kBeginCue);
    } else {
      continue;
    }
    scratch.attributions.push_back(attribution);
  }
}

void find_roles(std::span<const Item> items, const ChainModel& model, Attribution& attribution,
                ParagraphScratch& scratch) {
  const ParagraphView view{items, scratch.context};
  const CueView cue = view_cue(view, attribution.cue.first, attribution.cue.end);
  const ItemRange window = role_window(view, cue.first, cue.end);
  Lattice& lattice = scratch.role_lattice;
  lattice.make_room(window.end - window.first);
  for (std::uint32_t i = window.first; i < window.end; ++i) {
    Lanes& emission = lattice.emissions[i - window.first];
    lattice.states[i - window.first] = scratch.label_lattice.states[i];
    if (i >= cue.first && i < cue.end) {
      emission = restricted(Lanes{}, 1);
      continue;
    }
    const PairedLanes& of_item = sum_item(view, model, i, scratch);
    RowSum weights(model.weights);
    add_role_features(view, scratch.labelled(), cue, i, weights);
    emission = bounded(weights.sum() + (i < cue.first ? of_item.before : of_item.behind));
    if (items[i].is_unit()) emission = restricted(emission, allowed_roles(items[i]));
  }
  decode(model, kRoleShape, 0, window.end - window.first, lattice);
  const std::int32_t loss = force_content(model, window, lattice);
  read_roles(window, attribution, lattice);
  if (loss < 0) attribution.content_margin = loss;
}

void add_judge_features(std::span<const Item> items, const Attribution& attribution, const ParagraphScratch& scratch,
                        FeatureList& features) {
  JudgeFeatures f{features};
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
  const std::uint64_t length =
      std::min<std::uint64_t>(words, 4) + (words > 7) + (words > 12) + (words > 20) + (words > 35);
  const std::uint64_t agreed = total == 0 ? 0 : labelled * 4 / total;
  const std::uint64_t cue_sure = signed_bucket(attribution.cue_margin);
  const std::uint64_t content_sure = signed_bucket(attribution.content_margin);
  const std::uint64_t source_sure = attribution.has_source() ? margin_bucket(attribution.source_margin) : 30;
  const bool source_labelled =
      attribution.has_source() && scratch.labels[attribution.source.first] == Label::begin_source;
  const bool content_first = attribution.content_count > 0 && attribution.contents[0].first < attribution.cue.first;
  const bool same_sentence =
      attribution.has_source() && items[attribution.source.first].sentence == items[attribution.cue.first].sentence;
  f.add(pack(cue_sure, kind));
  f.add(pack(content_sure, kind));
  f.add(pack(source_sure, kind));
  f.add(pack(cue_sure, content_sure));
  f.add(pack(source_sure, content_sure));
  f.add(pack(agreed, kind, content_sure));
  f.add(pack(length, kind));
  f.add(verb.cue_class == CueClass::none ? 0 : verb.lemma);  // other verbs share a weight: none of them is known well
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
}

void find_attributions(std::span<const Item> items, const QuoteModel& model, ParagraphScratch& scratch) {
  label_paragraph(items, model.labels, scratch);
  propose_cues(items, model.header.extra_cue_margin, scratch);
  FeatureList features;
  for (Attribution& attribution : scratch.attributions) {
    find_roles(items, model.roles, attribution, scratch);
    add_judge_features(items, attribution, scratch, features);
    attribution.score = 0;
    for (std::size_t i = 0; i < features.count; ++i) attribution.score += model.judge[features.rows[i]];
  }
  std::erase_if(scratch.attributions, [](const Attribution& attribution) { return attribution.content_count == 0; });
}

}  // namespace wirecut
