// Templates after the linear models of PolNeAR's own baselines and of Citron (Newell et al. 2018): words, tags and shapes
// in a window, the state of the marks, and the distance to verbs of saying. Templates are numbered by their order; a
// combination of attributes is one sum of products, mixed when it is hashed.

#include "quotes/features.h"

#include <algorithm>
#include <cstdlib>

namespace wirecut {
namespace {

constexpr std::uint64_t kLabelSeed = 0x10000;
constexpr std::uint64_t kRoleSeed = 0x20000;

// Large odd factors that keep the parts of a combination apart.
constexpr std::uint64_t kA = 0xff51afd7ed558ccdULL, kB = 0xc4ceb9fe1a85ec53ULL, kC = 0x9fb21c651e98df25ULL,
                        kD = 0xd6e8feb86659fd93ULL, kE = 0xa0761d6478bd642fULL;

template <class T>
constexpr std::uint64_t num(T value) {
  return static_cast<std::uint64_t>(value) + 1;
}

const Item kEdge = [] {
  Item item;
  item.word = item.lemma = item.suffix = 77;
  item.pos = 99;
  return item;
}();

std::uint64_t distance_bucket(std::int64_t distance) {
  const std::int64_t d = std::abs(distance);
  const std::int64_t bucket = d <= 5 ? d : d <= 7 ? 6 : d <= 10 ? 7 : d <= 15 ? 8 : d <= 25 ? 9 : 10;
  return static_cast<std::uint64_t>(distance < 0 ? 16 + bucket : bucket);
}

std::uint64_t few(std::int64_t count, std::int64_t most) { return static_cast<std::uint64_t>(std::min(std::abs(count), most)); }

struct Window {
  const ParagraphView& paragraph;
  std::int64_t at;
  const Item& operator[](std::int64_t offset) const {
    const std::int64_t i = at + offset;
    return i < 0 || i >= static_cast<std::int64_t>(paragraph.items.size()) ? kEdge : paragraph.items[static_cast<std::size_t>(i)];
  }
};

std::uint64_t cue_code(const Item& item) { return num(item.cue_class) * 8 + num(item.cue_form); }

void add_word_features(const Window& w, FeatureList& f) {
  const Item &m3 = w[-3], &m2 = w[-2], &m1 = w[-1], &i0 = w[0], &p1 = w[1], &p2 = w[2], &p3 = w[3];
  f.add(i0.word);
  f.add(m1.word);
  f.add(p1.word);
  f.add(m2.word);
  f.add(p2.word);
  f.add(m3.word);
  f.add(p3.word);
  f.add(m1.word * kA + i0.word * kB);
  f.add(i0.word * kA + p1.word * kB);
  f.add(m2.word * kA + m1.word * kB);
  f.add(p1.word * kA + p2.word * kB);
  f.add(m1.word * kA + p1.word * kB);
  f.add(i0.lemma);
  f.add(m1.lemma * kA + num(i0.pos) * kB);
  f.add(p1.lemma * kA + num(i0.pos) * kB);
  f.add(i0.suffix);
  f.add(num(m1.shape) * kA + num(i0.shape) * kB + num(p1.shape) * kC);
}

void add_tag_features(const Window& w, FeatureList& f) {
  const Item &m3 = w[-3], &m2 = w[-2], &m1 = w[-1], &i0 = w[0], &p1 = w[1], &p2 = w[2], &p3 = w[3];
  const std::uint64_t a3 = num(m3.pos), a2 = num(m2.pos), a1 = num(m1.pos), b0 = num(i0.pos), c1 = num(p1.pos), c2 = num(p2.pos),
                      c3 = num(p3.pos);
  f.add(b0);
  f.add(a1 * kA + b0 * kB);
  f.add(b0 * kA + c1 * kB);
  f.add(a2 * kA + a1 * kB + b0 * kC);
  f.add(a1 * kA + b0 * kB + c1 * kC);
  f.add(b0 * kA + c1 * kB + c2 * kC);
  f.add(a3 * kA + a2 * kB + a1 * kC);
  f.add(c1 * kA + c2 * kB + c3 * kC);
  f.add(a2 * kA + a1 * kB + b0 * kC + c1 * kD + c2 * kE);
  f.add(num(m1.mark) * kA + num(i0.mark) * kB + num(p1.mark) * kC);
  f.add(num(m2.mark) * kA + num(m1.mark) * kB + num(i0.mark) * kC + num(p1.mark) * kD + num(p2.mark) * kE);
  f.add(num(m1.name) * kA + num(i0.name) * kB + num(p1.name) * kC);
  f.add(cue_code(m1) * kA + cue_code(i0) * kB + cue_code(p1) * kC);
  f.add(cue_code(m2) * kA + cue_code(p2) * kB + b0 * kC);
  f.add(cue_code(i0) * kA + b0 * kB + a1 * kC);
}

// The item's place among the words of saying of its sentence.
void add_distance_features(const ParagraphView& paragraph, const Window& w, FeatureList& f) {
  const auto at = static_cast<std::size_t>(w.at);
  const ItemContext& here = paragraph.context[at];
  const Item& i0 = w[0];
  const auto item = [&](std::int32_t i) -> const Item& { return i < 0 ? kEdge : paragraph.items[static_cast<std::size_t>(i)]; };
  const std::uint64_t left = here.left_cue < 0 ? 99 : distance_bucket(w.at - here.left_cue);
  const std::uint64_t right = here.right_cue < 0 ? 99 : distance_bucket(here.right_cue - w.at);
  const auto commas_since = [&](std::int32_t i) {
    return i < 0 ? 9 : few(here.commas - paragraph.context[static_cast<std::size_t>(i)].commas, 4);
  };
  const auto verbs_since = [&](std::int32_t i) {
    return i < 0 ? 9 : few(here.verbs - paragraph.context[static_cast<std::size_t>(i)].verbs, 4);
  };
  const std::int32_t behind_left = here.left_cue < 0 ? -1 : std::min(here.left_cue + 1, static_cast<std::int32_t>(w.at));
  const std::uint64_t b0 = num(i0.pos), b1 = num(w[1].pos), a1 = num(w[-1].pos);
  f.add(left * kA + b0 * kB);
  f.add(right * kA + b0 * kB);
  f.add(left * kA + right * kB + num(i0.mark) * kC);
  f.add(item(here.left_cue).lemma * kA + left * kB);
  f.add(item(here.right_cue).lemma * kA + right * kB);
  f.add(item(here.left_cue).lemma * kA + i0.word * kB);
  f.add(left * kA + commas_since(here.left_cue) * kB + b0 * kC);
  f.add(right * kA + commas_since(here.right_cue) * kB + b0 * kC);
  f.add(item(behind_left).word * kA + left * kB);
  f.add(verbs_since(here.left_cue) * kA + commas_since(here.left_cue) * kB + a1 * kC + b0 * kD);
  f.add(verbs_since(here.right_cue) * kA + commas_since(here.right_cue) * kB + b0 * kC + b1 * kD);
  f.add(num(item(here.boundary).boundary) * kA + distance_bucket(w.at - here.boundary) * kB + b0 * kC);
  f.add(item(here.boundary).word * kA + verbs_since(here.boundary) * kB + b0 * kC);

  const ItemContext& first = paragraph.context[static_cast<std::size_t>(here.sentence_first)];
  const ItemContext& last = paragraph.context[static_cast<std::size_t>(here.sentence_end - 1)];
  const std::uint64_t units = few(last.units - first.units, 2), place = distance_bucket(w.at - here.sentence_first);
  f.add(units * kA + few(here.units - first.units, 2) * kB + b0 * kC);
  f.add(place * kA + b0 * kB);
  f.add(distance_bucket(here.sentence_end - w.at) * kA + left * kB + num(i0.mark) * kC);
  f.add(item(here.sentence_first).word * kA + few(here.commas - first.commas, 3) * kB + b0 * kC);
  f.add(few(here.verbs - first.verbs, 3) * kA + few(last.verbs - here.verbs, 3) * kB + b0 * kC);
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
    if (item.name != 0 && item.name < 8) ++now.names;
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

void add_label_features(const ParagraphView& paragraph, std::size_t at, FeatureList& features) {
  features.clear(kLabelSeed);
  const Window window{paragraph, static_cast<std::int64_t>(at)};
  add_word_features(window, features);
  add_tag_features(window, features);
  add_distance_features(paragraph, window, features);
}

void add_role_features(const ParagraphView& paragraph, const CueView& cue, std::size_t at, FeatureList& features) {
  FeatureList& f = features;
  f.clear(kRoleSeed);
  const Window w{paragraph, static_cast<std::int64_t>(at)};
  const Item &m1 = w[-1], &i0 = w[0], &p1 = w[1];
  const bool before = at < cue.first;
  const auto near = before ? cue.first : cue.end - 1;
  const std::int64_t distance = static_cast<std::int64_t>(at) - static_cast<std::int64_t>(near);
  const std::uint64_t dist = distance_bucket(distance), side = before ? 1 : at < cue.end ? 2 : 3;
  const auto& items = paragraph.items;
  const auto& context = paragraph.context;
  const std::int64_t sentences = static_cast<std::int64_t>(i0.sentence) - items[cue.first].sentence;
  const std::uint64_t where = side * 16 + static_cast<std::uint64_t>(std::clamp<std::int64_t>(sentences, -2, 2) + 3);
  // The cue's head is its last verb, for "has said", "went on to say"; its lemma, form and neighbours tell how it is built.
  std::uint32_t head = cue.first;
  for (std::uint32_t i = cue.first; i < cue.end; ++i)
    if (items[i].is_verb || items[i].cue_class != CueClass::none) head = i;
  const Item& verb = items[head];
  const Item& cue_before = Window{paragraph, static_cast<std::int64_t>(cue.first)}[-1];
  const Item& cue_after = Window{paragraph, static_cast<std::int64_t>(cue.end) - 1}[1];
  const std::uint64_t b0 = num(i0.pos), a1 = num(m1.pos), c1 = num(p1.pos);
  const auto label = [&](std::int64_t offset) {
    const std::int64_t i = w.at + offset;
    return i < 0 || i >= static_cast<std::int64_t>(cue.labels.size()) ? 9 : num(cue.labels[static_cast<std::size_t>(i)]);
  };
  const std::uint64_t t0 = label(0), labels = label(-1) * 100 + t0 * 10 + label(1);
  const auto between = [&](auto member, std::int64_t most) {
    return few(static_cast<std::int64_t>(context[at].*member) - context[near].*member, most);
  };
  const std::uint64_t commas = between(&ItemContext::commas, 4), verbs = between(&ItemContext::verbs, 4),
                      units = between(&ItemContext::units, 3), names = between(&ItemContext::names, 3);
  // Sources and cues strictly between the item and the cue.
  const std::size_t low = before ? at + 1 : std::min<std::size_t>(cue.end, at), high = before ? cue.first : at;
  const std::uint64_t cues = few(cue.cues[std::max(high, low)] - cue.cues[low], 2);
  const std::uint64_t sources = few(cue.sources[std::max(high, low)] - cue.sources[low], 2);
  const bool cue_opens = cue.first == static_cast<std::uint32_t>(context[cue.first].sentence_first);

  f.add(where * kA + dist * kB);
  f.add(where * kA + num(m1.mark) * kB + num(i0.mark) * kC + num(p1.mark) * kD);
  f.add(where * kA + i0.word * kB);
  f.add(where * kA + b0 * kB);
  f.add(where * kA + a1 * kB + b0 * kC);
  f.add(where * kA + b0 * kB + c1 * kC);
  f.add(side * kA + a1 * kB + b0 * kC + c1 * kD);
  f.add(side * kA + num(w[-2].pos) * kB + a1 * kC + b0 * kD);
  f.add(side * kA + b0 * kB + c1 * kC + num(w[2].pos) * kD);
  f.add(where * kA + verb.lemma * kB);
  f.add(side * kA + verb.lemma * kB + b0 * kC);
  f.add(side * kA + verb.lemma * kB + i0.word * kC);
  f.add(side * kA + verb.lemma * kB + dist * kC);
  f.add(side * kA + cue_code(verb) * kB + a1 * kC + b0 * kD);
  f.add(m1.word * kA + i0.word * kB + side * kC);
  f.add(i0.word * kA + p1.word * kB + side * kC);
  f.add(m1.word * kA + side * kB);
  f.add(p1.word * kA + side * kB);
  f.add(dist * kA + b0 * kB);
  f.add(dist * kA + i0.word * kB);
  f.add(dist * kA + a1 * kB + b0 * kC + c1 * kD);
  f.add(i0.suffix * kA + side * kB);
  f.add(where * kA + labels * kB);
  f.add(where * kA + labels * kB + cues * kC + sources * kD);
  f.add(side * kA + t0 * kB + cues * kC + sources * kD + units * kE);
  f.add(side * kA + cues * kB + b0 * kC);
  f.add(side * kA + verbs * kB + b0 * kC + a1 * kD);
  f.add(side * kA + commas * kB + b0 * kC);
  f.add(side * kA + commas * kB + i0.word * kC);
  f.add(side * kA + commas * kB + verbs * kC + labels * kD);
  f.add(side * kA + cue_after.word * kB + dist * kC);
  f.add(side * kA + cue_before.word * kB + dist * kC);
  f.add(where * kA + cue_after.word * kB + t0 * kC);
  f.add(where * kA + num(cue_before.pos) * kB + num(cue_after.pos) * kC + t0 * kD);
  f.add(where * kA + num(cue_before.pos) * kB + num(verb.pos) * kC + b0 * kD);
  f.add(where * kA + num(verb.pos) * kB + num(cue_after.boundary) * kC + t0 * kD + commas * kE);
  f.add(side * kA + num(i0.name) * kB + names * kC);
  f.add(side * kA + num(i0.name) * kB + num(m1.name) * kC + num(p1.name) * kD + few(distance, 3) * kE);
  f.add(where * kA + (cue_opens ? kB : kC) + t0 * kD);
  f.add(where * kA + num(cue_before.mark) * kB + num(cue_after.mark) * kC + num(i0.mark) * kD + units * kE);
  f.add(where * kA + num(i0.mark) * kB + i0.word * kC + units * kD);
  f.add(side * kA + w[-2].word * kB + b0 * kC);
  f.add(side * kA + w[2].word * kB + b0 * kC);
  f.add(side * kA + num(i0.boundary) * kB + num(p1.boundary) * kC + cues * kD + commas * kE);
  f.add(side * kA + label(1) * kB + label(2) * kC + label(3) * kD + b0 * kE);
  f.add(side * kA + num(m1.boundary) * kB + t0 * kC + cues * kD + sources * kE);
}

ItemRange role_window(const ParagraphView& paragraph, std::uint32_t cue_first, std::uint32_t cue_end) {
  constexpr std::uint32_t kReach = 60;     // items on either side of a cue, at most
  constexpr std::uint32_t kPureUnits = 6;  // sentences that are one quotation, beyond these
  const auto& items = paragraph.items;
  ItemRange range{cue_first, cue_end};
  // A neighbouring sentence matters where it holds a quotation.
  const auto has_unit = [&](std::uint32_t i) {
    const ItemContext& at = paragraph.context[i];
    const auto last = static_cast<std::size_t>(at.sentence_end - 1);
    return paragraph.context[last].units + (items[last].is_unit() ? 1 : 0) > paragraph.context[static_cast<std::size_t>(at.sentence_first)].units;
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
  return item.cue_class == CueClass::according || item.cue_form == CueForm::adverb || (item.cue_class != CueClass::none && item.is_verb) ||
         item.mark != MarkState::outside || item.boundary == Boundary::colon;
}

}  // namespace wirecut
