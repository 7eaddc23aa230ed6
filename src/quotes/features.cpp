// Templates after the linear models of PolNeAR's own baselines and of Citron (Newell et al. 2018): words, tags and
// shapes in a window, the state of the marks, and the distance to verbs of saying. Templates are numbered by their
// order, and each multiplies its value by a number of its own: words that share a row in one template don't in the
// next. Combinations of small attributes are packed side by side, a word's hash has small ones added above its lower
// half.

#include "quotes/features.h"

#include <algorithm>
#include <cstdlib>

namespace wirecut {
namespace {

// Adds the features of one item in the order of their templates, from `first_template` on.
template <class Sink>
class Templates {
 public:
  Templates(Sink& sink, unsigned first_template) : into_(sink), sink_(sink), template_(first_template) {}
  ~Templates() { into_ = sink_; }
  Templates(const Templates&) = delete;
  Templates& operator=(const Templates&) = delete;

  void add_label(std::uint64_t value) { sink_.add(row<kLabelBits>(value)); }
  void add_item(std::uint64_t value) { sink_.add(row<kRoleBits - 1>(value) << 1); }
  void add_role(std::uint64_t value) { sink_.add(row<kRoleBits>(value) | 1U << kRoleBits); }

 private:
  template <unsigned kBits>
  std::uint32_t row(std::uint64_t value) {
    ++template_;
    return static_cast<std::uint32_t>((value * (mix(template_) | 1)) >> (64 - kBits));
  }
  // splitmix64; folded away where the calls are inlined, since a template's number is a constant.
  static constexpr std::uint64_t mix(std::uint64_t x) {
    x = (x * 0x9e3779b97f4a7c15ULL ^ x >> 30) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ x >> 27) * 0x94d049bb133111ebULL;
    return x ^ x >> 31;
  }

  Sink& into_;
  Sink sink_;  // a copy that nothing points to, so that its sums stay in registers
  std::uint64_t template_;
};

// Attributes of seven bits side by side; never 0, which every template would send to the same row.
template <class... Parts>
constexpr std::uint64_t pack(Parts... parts) {
  std::uint64_t packed = 1;
  ((packed = packed << 7 | static_cast<std::uint64_t>(parts)), ...);
  return packed;
}
constexpr std::uint64_t with(std::uint64_t word, std::uint64_t packed) { return word + (packed << 32); }

const Item kEdge = [] {
  Item item;
  item.word = item.lemma = item.suffix = 77;
  item.pos = 99;
  return item;
}();

// Buckets of the distances -kFar .. kFar: 0 to 5 as they are, then ever wider ones; 16 more for those backwards.
constexpr std::int64_t kFar = 26;
constexpr auto kDistanceBuckets = [] {
  std::array<std::uint8_t, 2 * kFar + 1> buckets{};
  for (std::int64_t distance = -kFar; distance <= kFar; ++distance) {
    const std::int64_t d = distance < 0 ? -distance : distance;
    const std::int64_t bucket = d <= 5 ? d : d <= 7 ? 6 : d <= 10 ? 7 : d <= 15 ? 8 : d <= 25 ? 9 : 10;
    buckets[static_cast<std::size_t>(distance + kFar)] = static_cast<std::uint8_t>(distance < 0 ? 16 + bucket : bucket);
  }
  return buckets;
}();

std::uint64_t distance_bucket(std::int64_t distance) {
  return kDistanceBuckets[static_cast<std::size_t>(std::clamp(distance, -kFar, kFar) + kFar)];
}

std::uint64_t few(std::int64_t count, std::int64_t most) {
  return static_cast<std::uint64_t>(std::min(std::abs(count), most));
}

struct Window {
  const ParagraphView& paragraph;
  std::int64_t at;
  const Item& operator[](std::int64_t offset) const {
    const std::int64_t i = at + offset;
    return static_cast<std::size_t>(i) >= paragraph.items.size() ? kEdge : paragraph.items[static_cast<std::size_t>(i)];
  }
};

const Item& item_at(const ParagraphView& paragraph, std::int32_t i) {
  return i < 0 ? kEdge : paragraph.items[static_cast<std::size_t>(i)];
}

std::uint64_t cue_code(const Item& item) {  // below 80
  return static_cast<std::uint64_t>(item.cue_class) * 8 + static_cast<std::uint64_t>(item.cue_form);
}

template <class Sink>
void add_word_features(const Window& w, Templates<Sink>& f) {
  const Item &m1 = w[-1], &i0 = w[0], &p1 = w[1];
  f.add_label(m1.word);
  f.add_label(p1.word);
  f.add_label(i0.lemma);
  f.add_label(i0.suffix);
  f.add_label(pack(m1.shape, 0, i0.shape, 0, p1.shape));
}

template <class Sink>
void add_tag_features(const Window& w, Templates<Sink>& f) {
  const Item &m2 = w[-2], &m1 = w[-1], &i0 = w[0], &p1 = w[1], &p2 = w[2];
  f.add_label(pack(m1.pos, i0.pos));
  f.add_label(pack(i0.pos, p1.pos));
  f.add_label(pack(m1.pos, i0.pos, p1.pos));
  f.add_label(pack(m1.mark, i0.mark, p1.mark));
  f.add_label(pack(m2.mark, m1.mark, i0.mark, p1.mark, p2.mark));
  f.add_label(pack(m1.name, i0.name, p1.name));
  f.add_label(pack(cue_code(m1), cue_code(i0), cue_code(p1)));
  f.add_label(pack(cue_code(m2), cue_code(p2), i0.pos));
  f.add_label(pack(cue_code(i0), i0.pos, m1.pos));
}

// The item's place among the words of saying and the verbs of its sentence.
template <class Sink>
void add_distance_features(const ParagraphView& paragraph, const Window& w, Templates<Sink>& f) {
  const ItemContext& here = paragraph.context[static_cast<std::size_t>(w.at)];
  const Item& i0 = w[0];
  const Item &left_cue = item_at(paragraph, here.left_cue), &right_cue = item_at(paragraph, here.right_cue);
  const std::uint64_t left = here.left_cue < 0 ? 99 : distance_bucket(w.at - here.left_cue);
  const std::uint64_t right = here.right_cue < 0 ? 99 : distance_bucket(here.right_cue - w.at);
  const auto since = [&](auto member, std::int32_t i) -> std::uint64_t {
    return i < 0 ? 9 : few(here.*member - paragraph.context[static_cast<std::size_t>(i)].*member, 4);
  };
  const std::uint64_t left_commas = since(&ItemContext::commas, here.left_cue),
                      left_verbs = since(&ItemContext::verbs, here.left_cue),
                      right_commas = since(&ItemContext::commas, here.right_cue),
                      right_verbs = since(&ItemContext::verbs, here.right_cue);
  const std::int32_t behind_left =
      here.left_cue < 0 ? -1 : std::min(here.left_cue + 1, static_cast<std::int32_t>(w.at));
  const std::uint64_t b0 = i0.pos, b1 = w[1].pos, a1 = w[-1].pos;
  f.add_label(pack(left, b0));
  f.add_label(pack(left, right, i0.mark));
  f.add_label(with(left_cue.lemma, left));
  f.add_label(with(right_cue.lemma, right));
  f.add_label(pack(left, left_commas, b0));
  f.add_label(with(item_at(paragraph, behind_left).word, left));
  f.add_label(pack(left_verbs, left_commas, a1, b0));
  f.add_label(pack(right_verbs, right_commas, b0, b1));
  f.add_label(with(item_at(paragraph, here.boundary).word, pack(since(&ItemContext::verbs, here.boundary), b0)));

  const ItemContext& first = paragraph.context[static_cast<std::size_t>(here.sentence_first)];
  const ItemContext& last = paragraph.context[static_cast<std::size_t>(here.sentence_end - 1)];
  f.add_label(pack(few(last.units - first.units, 2), few(here.units - first.units, 2), b0));
  f.add_label(pack(distance_bucket(here.sentence_end - w.at), left, i0.mark));
}

constexpr unsigned kLabelTemplates = 0, kItemTemplates = 200, kRoleTemplates = 300;

std::uint64_t label_at(const LabelView& labelled, std::int64_t i) {
  return static_cast<std::size_t>(i) >= labelled.labels.size()
             ? 8
             : static_cast<std::uint64_t>(labelled.labels[static_cast<std::size_t>(i)]);
}

}  // namespace

void count_context(std::span<const Item> items, std::vector<ItemContext>& context) {
  const auto count = static_cast<std::int32_t>(items.size());
  context.assign(items.size(), {});
  ItemContext now;
  for (std::int32_t i = 0; i < count; ++i) {
    const Item& item = items[static_cast<std::size_t>(i)];
    context[static_cast<std::size_t>(i)] = now;
    if (item.is_strong_cue) now.left_cue = i;
    if (item.boundary != Boundary::none) now.boundary = i;
    if (item.boundary == Boundary::comma) ++now.commas;
    if (item.is_verb) ++now.verbs;
    if (item.is_unit()) ++now.units;
    if (item.name != 0 && item.name < Item::kInsideName) ++now.names;
    if (item.ends_sentence) {
      now.left_cue = now.boundary = -1;
      now.sentence_first = i + 1;
    }
  }
  std::int32_t right_cue = -1, sentence_end = count;
  for (std::int32_t i = 0, first = 0; i < count; ++i) {
    bool is_quiet = true;
    for (; i < count; ++i) {
      is_quiet = is_quiet && !may_attribute(items[static_cast<std::size_t>(i)]);
      if (items[static_cast<std::size_t>(i)].ends_sentence) break;
    }
    for (; first <= std::min(i, count - 1); ++first) context[static_cast<std::size_t>(first)].is_quiet = is_quiet;
  }
  for (std::int32_t i = count; i-- > 0;) {
    const Item& item = items[static_cast<std::size_t>(i)];
    if (item.ends_sentence) {
      right_cue = -1;
      sentence_end = i + 1;
    }
    context[static_cast<std::size_t>(i)].right_cue = right_cue;
    context[static_cast<std::size_t>(i)].sentence_end = sentence_end;
    if (item.is_strong_cue) right_cue = i;
  }
}

std::size_t transition_state(std::span<const Item> items, std::size_t at) {
  const Item& item = items[at];
  if (item.is_unit()) return 1;
  if (at > 0 && items[at - 1].ends_sentence) return 2;
  if (at > 0 && items[at - 1].is_unit()) return 3;
  return item.mark == MarkState::outside ? 0 : 4;
}

template <class Sink>
void add_label_features(const ParagraphView& paragraph, std::size_t at, Sink& sink) {
  Templates templates(sink, kLabelTemplates);
  const Window window{paragraph, static_cast<std::int64_t>(at)};
  add_word_features(window, templates);
  add_tag_features(window, templates);
  add_distance_features(paragraph, window, templates);
}

template <class Sink>
void add_item_features(const ParagraphView& paragraph, const LabelView& labelled, std::size_t at, Sink& sink) {
  Templates f(sink, kItemTemplates);
  const Window w{paragraph, static_cast<std::int64_t>(at)};
  const Item &m2 = w[-2], &m1 = w[-1], &i0 = w[0], &p1 = w[1];
  const auto label = [&](std::int64_t offset) { return label_at(labelled, w.at + offset); };
  f.add_item(pack(m2.pos, m1.pos, i0.pos));
  f.add_item(m1.word);
  f.add_item(p1.word);
  f.add_item(pack(m1.name, i0.name, p1.name));
  f.add_item(pack(label(-1), label(0), label(1)));
  f.add_item(pack(label(0), label(1), label(2), label(3), i0.pos));
}

CueView view_cue(const ParagraphView& paragraph, std::uint32_t first, std::uint32_t end) {
  std::uint32_t head = first;
  for (std::uint32_t i = first; i < end; ++i)
    if (paragraph.items[i].is_verb || paragraph.items[i].cue_class != CueClass::none) head = i;
  const Item* before = first == 0 ? &kEdge : &paragraph.items[first - 1];
  const Item* after = end >= paragraph.items.size() ? &kEdge : &paragraph.items[end];
  return {first,  end,   &paragraph.items[head],
          before, after, first == static_cast<std::uint32_t>(paragraph.context[first].sentence_first)};
}

template <class Sink>
void add_role_features(const ParagraphView& paragraph, const LabelView& labelled, const CueView& cue, std::size_t at,
                       Sink& sink) {
  Templates f(sink, kRoleTemplates);
  const Window w{paragraph, static_cast<std::int64_t>(at)};
  const Item &m1 = w[-1], &i0 = w[0], &p1 = w[1], &verb = *cue.verb, &cue_before = *cue.before, &cue_after = *cue.after;
  const bool before = at < cue.first;
  const std::size_t near = before ? cue.first : cue.end - 1;
  const std::int64_t sentences = static_cast<std::int64_t>(i0.sentence) - paragraph.items[cue.first].sentence;
  const std::uint64_t side = before ? 0 : 1, dist = distance_bucket(w.at - static_cast<std::int64_t>(near));
  const std::uint64_t where = side * 8 + static_cast<std::uint64_t>(std::clamp<std::int64_t>(sentences, -2, 2) + 2);
  const std::uint64_t b0 = i0.pos, a1 = m1.pos, c1 = p1.pos;
  const std::uint64_t t0 = label_at(labelled, w.at), t1 = label_at(labelled, w.at + 1),
                      s1 = label_at(labelled, w.at - 1);
  const ItemContext &here = paragraph.context[at], &there = paragraph.context[near];
  const std::uint64_t commas = few(here.commas - there.commas, 4), units = few(here.units - there.units, 3),
                      names = few(here.names - there.names, 3);
  // Sources and cues strictly between the item and the cue.
  const std::size_t low = before ? at + 1 : cue.end, high = before ? cue.first : at;
  const std::uint64_t cues = few(labelled.cues[high] - labelled.cues[low], 2);
  const std::uint64_t sources = few(labelled.sources[high] - labelled.sources[low], 2);

  f.add_role(pack(where, dist));
  f.add_role(pack(where, m1.mark, i0.mark, p1.mark));
  f.add_role(pack(where, a1, b0));
  f.add_role(pack(where, b0, c1));
  f.add_role(with(verb.lemma, where));
  f.add_role(pack(side, cue_code(verb), a1, b0));
  f.add_role(pack(dist, b0));
  f.add_role(pack(where, s1, t0, t1, cues, sources));
  f.add_role(pack(side, t0, cues, sources, units));
  f.add_role(pack(side, commas, b0));
  f.add_role(with(cue_after.word, dist));
  f.add_role(with(cue_before.word, dist));
  f.add_role(pack(where, cue_before.pos, verb.pos, b0));
  f.add_role(pack(side, i0.name, names));
  f.add_role(pack(where, cue.opens, t0));
  f.add_role(pack(where, cue_before.mark, cue_after.mark, i0.mark, units));
  f.add_role(with(i0.word, pack(where, i0.mark, units)));
  f.add_role(pack(side, i0.boundary, p1.boundary, cues, commas));
  f.add_role(pack(side, m1.boundary, t0, cues, sources));
}

template void add_label_features(const ParagraphView&, std::size_t, FeatureList&);
template void add_label_features(const ParagraphView&, std::size_t, RowSum&);
template void add_item_features(const ParagraphView&, const LabelView&, std::size_t, FeatureList&);
template void add_item_features(const ParagraphView&, const LabelView&, std::size_t, PairedRowSum&);
template void add_role_features(const ParagraphView&, const LabelView&, const CueView&, std::size_t, FeatureList&);
template void add_role_features(const ParagraphView&, const LabelView&, const CueView&, std::size_t, RowSum&);

ItemRange role_window(const ParagraphView& paragraph, std::uint32_t cue_first, std::uint32_t cue_end) {
  constexpr std::uint32_t kReach = 60;     // items on either side of a cue, at most
  constexpr std::uint32_t kPureUnits = 6;  // sentences that are one quotation, beyond these
  const auto& items = paragraph.items;
  ItemRange range{cue_first, cue_end};
  // A neighbouring sentence matters where it holds a quotation.
  const auto has_unit = [&](std::uint32_t i) {
    const ItemContext& at = paragraph.context[i];
    const auto last = static_cast<std::size_t>(at.sentence_end - 1);
    return paragraph.context[last].units + (items[last].is_unit() ? 1 : 0) >
           paragraph.context[static_cast<std::size_t>(at.sentence_first)].units;
  };
  const auto near = [&](std::uint32_t i) {
    const int far = std::abs(static_cast<int>(items[i].sentence) - static_cast<int>(items[cue_first].sentence));
    return far == 0 || (far == 1 && has_unit(i));
  };
  while (range.first > 0 && cue_first - range.first < kReach && near(range.first - 1)) --range.first;
  while (range.end < items.size() && range.end - cue_end < kReach && near(range.end)) ++range.end;
  const auto is_pure = [&](std::uint32_t i) { return items[i].is_unit() && items[i].ends_sentence; };
  for (std::uint32_t n = 0; n < kPureUnits && range.end < items.size() && is_pure(range.end); ++n) ++range.end;
  for (std::uint32_t n = 0; n < kPureUnits && range.first > 0 && is_pure(range.first - 1); ++n) --range.first;
  return range;
}

bool may_attribute(const Item& item) {
  return item.cue_class == CueClass::according || item.cue_form == CueForm::adverb ||
         (item.cue_class != CueClass::none && item.is_verb) || item.mark != MarkState::outside ||
         item.boundary == Boundary::colon;
}

}  // namespace wirecut
