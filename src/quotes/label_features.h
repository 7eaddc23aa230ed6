// The features of the label model. All of them are added for every item: thirty loads without a branch take less time
// than memories of the sums of some, which a third of the items missed (tests/bench/bench.sh, the stage "quotes").
#pragma once

#include <cstdint>

#include "quotes/paragraph.h"
#include "quotes/templates.h"

namespace wirecut {

// The templates add rows to a sink of rows.h; `at` is an item of a ParagraphView, read with its neighbours.
template <class Sink>
[[gnu::always_inline]] inline void add_label_features(const ItemView* at, Sink& sink) {
  const std::uint64_t a1 = at[-1].pos(), b0 = at->pos(), b1 = at[1].pos();
  const std::uint64_t left = distance_of(at->left), right = distance_of(at->right), left_commas = commas_of(at->left);
  const std::uint64_t own_class = class_value(*at);
  add_label<1>(at[-1].word, sink);
  add_label<2>(at[1].word, sink);
  add_label<3>(at->lemma, sink);
  add_label<4>(at->suffix, sink);
  add_label<5>(pack(at[-1].shape(), 0, at->shape(), 0, at[1].shape()), sink);
  add_label<6>(pack(a1, b0), sink);
  add_label<7>(pack(b0, b1), sink);
  add_label<8>(pack(a1, b0, b1), sink);
  add_label<9>(pack(at[-1].mark(), at->mark(), at[1].mark()), sink);
  add_label<10>(pack(at[-2].mark(), at[-1].mark(), at->mark(), at[1].mark(), at[2].mark()), sink);
  add_label<11>(pack(at[-1].name(), at->name(), at[1].name()), sink);
  add_label<12>(pack(at[-1].cue(), at->cue(), at[1].cue()), sink);
  add_label<13>(pack(at[-2].cue(), at[2].cue(), b0), sink);
  add_label<14>(pack(at->cue(), b0, a1), sink);
  add_label<15>(pack(left, b0), sink);
  add_label<16>(pack(left, right, at->mark()), sink);
  add_label<17>(with(at->left_lemma, left), sink);
  add_label<18>(with(at->right_lemma, right), sink);
  add_label<19>(pack(left, left_commas, b0), sink);
  add_label<20>(with(at->behind_left, left), sink);
  add_label<21>(pack(verbs_of(at->left), left_commas, a1, b0), sink);
  add_label<22>(pack(verbs_of(at->right), commas_of(at->right), b0, b1), sink);
  add_label<23>(with(at->boundary_word, pack(at->boundary_verbs, b0)), sink);
  add_label<24>(pack(std::uint64_t{at->units_around} >> 2, at->units_around & 3U, b0), sink);
  add_label<25>(pack(at->to_end, left, at->mark()), sink);
  add_label<26>(own_class, sink);
  add_label<27>(class_value(at[-1]), sink);
  add_label<28>(class_value(at[1]), sink);
  add_label<29>(with(own_class, left), sink);
  add_label<30>(with(own_class, right), sink);
}

}  // namespace wirecut
