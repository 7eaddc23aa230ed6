// Semantic role labelling in small: the label model finds cues with what it sees as sources and contents of the whole
// paragraph; the role model then asks again for each cue, so that every source and content belongs to one cue from the
// start and two cues may share a source; the judge, a logistic model, says how likely the whole is right.

#include "quotes/attributions.h"

#include <algorithm>

#include "quotes/clauses.h"
#include "quotes/label_features.h"
#include "quotes/split_quotations.h"
#include "quotes/subjects.h"

namespace wirecut {
namespace {

constexpr std::int32_t kMostForced = 60;  // content that the role model finds less likely than this is not tried
constexpr float kSettledScore = 4;        // log-odds: of an attribution that the form of its sentence settles

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

const RoleItem& role_item(const ChainModel& model, std::uint32_t at, ParagraphScratch& scratch) {
  RoleItem& item = scratch.role_items[at];
  if (scratch.role_item_read[at] != 0) return item;
  scratch.role_item_read[at] = 1;
  PairedRowSum weights(model.weights);
  add_item_features(scratch.view.at(at), weights);
  return item = {weights.first(), weights.second()};
}

// What the role model says of the items of `range`, which lie on one side of the cue.
void emit_roles(const ChainModel& model, const CueView& cue, ItemRange range, ParagraphScratch& scratch,
                Lanes* emissions) {
  const ParagraphView& view = scratch.view;
  CuePlace place;
  Lanes of_cue = {};
  for (std::uint32_t i = range.first; i < range.end; ++i, ++emissions) {
    if (const CuePlace here = place_at(view, cue, i); i == range.first || here != place) {
      RowSum weights(model.weights);
      add_cue_features(cue, here, weights);
      of_cue = weights.sum();
      place = here;
    }
    const RoleItem& item = role_item(model, i, scratch);
    RowSum weights(model.weights);
    add_role_features(view.at(i), cue, place, weights);
    *emissions = bounded(weights.sum() + of_cue + (place.is_behind() ? item.behind : item.before));
    if (view[i].is_unit) *emissions = restricted(*emissions, allowed_roles(true));
  }
}

std::uint64_t margin_bucket(std::int32_t margin) {
  constexpr std::int32_t kLimits[] = {8, 12, 19, 30, 48, 76, 121, 193, 308};  // each 8/5 of the one before
  std::uint64_t bucket = 0;
  for (std::int32_t limit : kLimits) bucket += limit < margin ? 1 : 0;
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
  scratch.view.read(items);
  const ParagraphView& view = scratch.view;
  Lattice& lattice = scratch.label_lattice;
  lattice.make_room(items.size());
  std::fill_n(lattice.best.begin(), items.size(), std::uint8_t{0});
  for_each_run(view, [&](std::size_t first, std::size_t end) {
    for (std::size_t i = first; i < end; ++i) {
      RowSum weights(model.weights);
      add_label_features(view.at(i), weights);
      lattice.emissions[i] = bounded(weights.sum());
      if (view[i].is_unit) lattice.emissions[i] = restricted(lattice.emissions[i], allowed_labels(true));
      lattice.states[i] = transition_state(view.at(i));
    }
    decode(model, kLabelShape, first, end, lattice);
  });
  scratch.view.set_labels({lattice.best.data(), items.size()});
  if (scratch.role_items.size() < items.size()) scratch.role_items.resize(items.size());
  scratch.role_item_read.assign(items.size(), 0);
}

void propose_cues(std::span<const Item> items, std::int32_t extra_margin, ParagraphScratch& scratch) {
  const ParagraphView& view = scratch.view;
  constexpr auto kBeginCue = static_cast<std::size_t>(Label::begin_cue);
  scratch.attributions.clear();
  const Lattice& lattice = scratch.label_lattice;
  const auto add = [&](std::uint32_t first, std::uint32_t end, std::int32_t margin) {
    if (!view.has_marks() && !has_cue_word(items.subspan(first, end - first))) return;
    Attribution& attribution = scratch.attributions.emplace_back();
    attribution.cue = {first, end};
    attribution.cue_margin = margin;
  };
  for_each_run(view, [&](std::size_t first, std::size_t run_end) {
    const auto last = static_cast<std::uint32_t>(run_end);
    for (auto i = static_cast<std::uint32_t>(first); i < last;) {
      const std::uint32_t at = i++;
      if (view.label(at) == Label::begin_cue) {
        while (i < last && view.label(i) == Label::in_cue) ++i;
        add(at, i, -lattice.margin(at, static_cast<std::size_t>(Label::outside)));
      } else if (view.label(at) != Label::in_cue && !view[at].is_unit) {
        if (const std::int32_t margin = lattice.margin(at, kBeginCue); margin > -extra_margin) add(at, i, margin);
      }
    }
  });
}

void find_roles(const ChainModel& model, Attribution& attribution, ParagraphScratch& scratch) {
  const ParagraphView& view = scratch.view;
  const CueView cue = view_cue(view, attribution.cue.first, attribution.cue.end);
  const ItemRange window = role_window(view, cue.first, cue.end);
  const std::uint32_t count = window.end - window.first;
  Lattice& lattice = scratch.role_lattice;
  lattice.make_room(count);
  std::copy_n(scratch.label_lattice.states.begin() + window.first, count, lattice.states.begin());
  Lanes* emissions = lattice.emissions.data();
  emit_roles(model, cue, {window.first, cue.first}, scratch, emissions);
  std::fill(emissions + (cue.first - window.first), emissions + (cue.end - window.first), restricted(Lanes{}, 1));
  emit_roles(model, cue, {cue.end, window.end}, scratch, emissions + (cue.end - window.first));
  decode(model, kRoleShape, 0, count, lattice);
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
      labelled += scratch.view.label(i) >= Label::begin_content ? 1 : 0;
      ++total;
    }
  const std::uint64_t kind = units == 0 ? 0 : units == total ? 2 : 1;
  const std::uint64_t length =
      std::min<std::uint64_t>(words, 4) + (words > 7) + (words > 12) + (words > 20) + (words > 35);
  const std::uint64_t agreed = total == 0 ? 0 : labelled * 4 / total;
  const std::uint64_t cue_sure = signed_bucket(attribution.cue_margin);
  const std::uint64_t content_sure = signed_bucket(attribution.content_margin);
  const std::uint64_t source_sure = !attribution.has_source()    ? 30
                                    : attribution.source_by_rule ? 31
                                                                 : margin_bucket(attribution.source_margin);
  const bool source_labelled =
      attribution.has_source() && scratch.view.label(attribution.source.first) == Label::begin_source;
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

void find_attributions(std::span<const Item> items, const Lexicon& lexicon, const QuoteModel& model,
                       ParagraphScratch& scratch) {
  label_paragraph(items, model.labels, scratch);
  propose_cues(items, model.header.extra_cue_margin, scratch);
  FeatureList features;
  for (Attribution& attribution : scratch.attributions) {
    find_roles(model.roles, attribution, scratch);
    find_source_by_rule(items, lexicon, attribution);
    add_judge_features(items, attribution, scratch, features);
    attribution.score = 0;
    for (std::size_t i = 0; i < features.count; ++i) attribution.score += model.judge[features.rows[i]];
    if (scratch.view.has_marks() && read_split_quotation(items, lexicon, attribution))
      attribution.score = std::max(attribution.score, kSettledScore);
    else if (attribution.content_count > 0)
      finish_clause(items, attribution);
  }
  std::erase_if(scratch.attributions, [](const Attribution& attribution) { return attribution.content_count == 0; });
}

}  // namespace wirecut
