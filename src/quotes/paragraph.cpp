#include "quotes/paragraph.h"

#include <algorithm>
#include <cstdlib>

namespace wirecut {
namespace {

constexpr std::uint64_t kEdgeWord = 77;
constexpr std::uint8_t kEdgePos = 99;

ItemView edge() {
  ItemView view;
  view.word = view.lemma = view.suffix = kEdgeWord;
  view.pos = kEdgePos;
  view.label = kEdgeLabel;
  return view;
}

// A window of `count` fields, one item farther on.
std::uint64_t slid(std::uint64_t window, unsigned count, std::uint64_t next) {
  return lowest_fields(window << kFieldBits, count) | next;
}

void copy_attributes(const Item& item, ItemView& view) {
  view.word = item.word;
  view.lemma = item.lemma;
  view.suffix = item.suffix;
  view.sentence = item.sentence;
  view.word_class = item.word_class;
  view.pos = item.pos;
  view.shape = item.shape;
  view.name = item.name;
  view.mark = static_cast<std::uint8_t>(item.mark);
  view.cue =
      static_cast<std::uint8_t>(static_cast<unsigned>(item.cue_class) * 8 + static_cast<unsigned>(item.cue_form));
  view.boundary = item.boundary;
  view.is_verb = item.is_verb;
  view.is_strong_cue = item.is_strong_cue;
  view.is_unit = item.is_unit();
  view.ends_sentence = item.ends_sentence;
  view.label = 0;
}

}  // namespace

bool may_attribute(const Item& item) {
  return item.cue_class == CueClass::according || item.cue_form == CueForm::adverb ||
         (item.cue_class != CueClass::none && item.is_verb) || item.mark != MarkState::outside ||
         item.boundary == Boundary::colon;
}

void ParagraphView::read(std::span<const Item> items) {
  size_ = items.size();
  views_.resize(std::max(views_.size(), size_ + 2 * kEdges));
  std::fill_n(begin() - kEdges, kEdges, edge());
  std::fill_n(begin() + size_, kEdges, edge());
  has_marks_ = false;
  std::uint64_t counts = 0;
  for (std::size_t first = 0, end = 0; first < size_; first = end) {
    bool is_quiet = true;
    do {
      copy_attributes(items[end], begin()[end]);
      is_quiet = is_quiet && !may_attribute(items[end]);
      has_marks_ = has_marks_ || items[end].mark != MarkState::outside;
    } while (!items[end++].ends_sentence && end < size_);
    for (std::size_t i = first; i < end; ++i) {
      ItemView& view = begin()[i];
      view.sentence_first = static_cast<std::uint32_t>(first);
      view.sentence_end = static_cast<std::uint32_t>(end);
      view.units_around = 0;
      view.is_quiet = is_quiet;
    }
    if (is_quiet) continue;
    count_forwards(first, end, counts);
    count_backwards(first, end);
  }
  for_each_run(*this, [&](std::size_t first, std::size_t end) { open_windows(first, end); });
}

void ParagraphView::open_windows(std::size_t first, std::size_t end) {
  std::uint64_t marks = 0, cues = 0, shapes = 0, tags = 0, names = 0;
  const auto take = [&](const ItemView& two_behind, const ItemView& behind) {
    marks = slid(marks, 5, two_behind.mark);
    cues = slid(cues, 5, two_behind.cue);
    shapes = slid(shapes << kFieldBits, 6, behind.shape);
    tags = slid(tags, 4, behind.pos);
    names = slid(names, 3, behind.name);
  };
  // What stands in the first item's windows before the last that they take in.
  for (const ItemView* view = at(first) - kEdges; view != at(first); ++view) take(view[2], view[1]);
  for (ItemView* view = begin() + first; view != begin() + end; ++view) {
    take(view[2], view[1]);
    view->marks = marks;
    view->cues = cues;
    view->shapes = shapes;
    view->tags = static_cast<std::uint32_t>(tags);
    view->names = static_cast<std::uint32_t>(names);
  }
}

void ParagraphView::set_labels(std::span<const std::uint8_t> labels) {
  constexpr std::uint64_t kCounts[kLabelCount] = {0, kSourceCount, 0, kCueCount, 0, 0,
                                                  0};  // of begin_source, begin_cue
  std::uint64_t counts = 0, window = kEdgeLabel;
  for (std::size_t i = 0; i < 3; ++i) window = slid(window, 5, i < size_ ? labels[i] : kEdgeLabel);
  for (std::size_t i = 0; i < size_; ++i) {
    ItemView& view = begin()[i];
    view.label = labels[i];
    view.labels = window = slid(window, 5, i + 3 < size_ ? labels[i + 3] : kEdgeLabel);
    view.counts += counts;
    view.counts_behind = view.counts + kCounts[labels[i]];
    counts += kCounts[labels[i]];
  }
}

// What a pass over a sentence has counted since the last cue.
struct ParagraphView::SinceCue {
  std::int64_t at = -1;  // of the cue; -1: there is none
  std::uint64_t lemma = kEdgeWord;
  int commas = 0, verbs = 0;

  void count(const ItemView& view) {
    commas += view.boundary == Boundary::comma ? 1 : 0;
    verbs += view.is_verb ? 1 : 0;
  }
  std::uint32_t way_from(std::int64_t item) const {
    return at < 0 ? kNoWay : pack_way(distance_bucket(std::abs(item - at)), few(commas, 4), few(verbs, 4));
  }
};

void ParagraphView::count_forwards(std::size_t first, std::size_t end, std::uint64_t& counts) {
  SinceCue cue;
  std::uint64_t behind_cue = kEdgeWord, boundary_word = kEdgeWord;
  int boundary_verbs = -1;  // -1: no boundary yet
  int units = 0;
  for (auto i = static_cast<std::int64_t>(first); i < static_cast<std::int64_t>(end); ++i) {
    ItemView& view = begin()[i];
    if (cue.at >= 0 && cue.at + 1 == i) behind_cue = view.word;
    view.left = cue.way_from(i);
    view.left_lemma = cue.lemma;
    view.behind_left = behind_cue;
    view.boundary_word = boundary_word;
    view.boundary_verbs = boundary_verbs < 0 ? std::uint8_t{kNoCount} : few(boundary_verbs, 4);
    view.counts = counts;
    view.units_around = few(units, 2);

    if (view.is_strong_cue) cue = {i, view.lemma};
    cue.count(view);
    if (view.boundary != Boundary::none) {
      boundary_word = view.word;
      boundary_verbs = 0;
    }
    if (boundary_verbs >= 0 && view.is_verb) ++boundary_verbs;
    if (view.boundary == Boundary::comma) counts += kCommaCount;
    if (view.is_unit) counts += kUnitCount, ++units;
    if (view.name != 0 && view.name < Item::kInsideName) counts += kNameCount;
  }
}

void ParagraphView::count_backwards(std::size_t first, std::size_t end) {
  SinceCue cue;
  const unsigned units_but_the_last = begin()[end - 1].units_around;
  for (auto i = static_cast<std::int64_t>(end); i-- > static_cast<std::int64_t>(first);) {
    ItemView& view = begin()[i];
    cue.count(view);
    view.right = cue.way_from(i);
    view.right_lemma = cue.lemma;
    view.to_end = distance_bucket(static_cast<std::int64_t>(end) - i);
    view.units_around = static_cast<std::uint16_t>(view.units_around | units_but_the_last << kFieldBits);
    if (view.is_strong_cue) cue = {i, view.lemma};
  }
}

}  // namespace wirecut
