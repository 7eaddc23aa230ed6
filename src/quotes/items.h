// Turns a story into what the quote models look at: paragraphs of items. An item is a token, or a whole quoted stretch
// of three words or more (measured on PolNeAR: 98 % of stretches of six words or more are content as a whole, so a
// model that could cut one in two only errs more often).
#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <vector>

#include "lexicon/lexicon.h"
#include "quotes/marks.h"
#include "wirecut/story.h"

namespace wirecut {

enum class MarkState : std::uint8_t { outside, mark, first_inside, inside, unit };

// Classes of cues.tsv, in the order of their names there; `none` for words that aren't in it.
enum class CueClass : std::uint8_t { none, act, according, ask, noun, say, show, tell, think, write };
enum class CueForm : std::uint8_t { none, adverb, base, gerund, past, plural, prep, present };

// What a word does to the clause around it.
enum class Boundary : std::uint8_t { none, comma, stop, that, wh, conjunction, subordinator, to, dash, paren, colon };

inline constexpr std::uint32_t kNoStretch = ~std::uint32_t{0};

struct Item {
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;
  std::uint32_t stretch = kNoStretch;  // of a unit: index into QuoteItems::stretches
  std::uint16_t sentence = 0;          // counted within the paragraph; a stretch is never cut
  std::uint16_t word_count = 0;        // of a unit: its words; else 0 or 1
  std::uint64_t word = 0;              // lower_hash, or of a unit its length, opening and last mark
  std::uint64_t lemma = 0;             // of a cue its lemma, else `word`
  std::uint64_t suffix = 0;            // last three letters and shape
  std::uint16_t word_class = 0;        // as of the story, or kUnitClass
  std::uint8_t pos = 0;                // PosTag, or above them for units
  std::uint8_t shape = 0;
  std::uint8_t name = 0;  // 0, or EntityType + 1; kInsideName is added behind a name's first word
  MarkState mark = MarkState::outside;
  CueClass cue_class = CueClass::none;
  CueForm cue_form = CueForm::none;
  Boundary boundary = Boundary::none;
  bool is_verb = false;        // by its tag; by the lexicon where no tagger ran
  bool is_strong_cue = false;  // a verb of saying, telling, asking, writing; "according"
  bool ends_sentence = false;

  bool is_unit() const { return stretch != kNoStretch; }
  bool has_tag(PosTag tag) const { return pos == static_cast<std::uint8_t>(tag); }

  static constexpr std::uint16_t kUnitClass = 600;  // above those of words
  static constexpr std::uint8_t kInsideName = 8;
  bool begins_name(EntityType type) const { return name == static_cast<std::uint8_t>(type) + 1; }
  bool is_inside_name() const { return name > kInsideName; }
  bool goes_on_with_name(EntityType type) const { return name == static_cast<std::uint8_t>(type) + 1 + kInsideName; }
  bool is_in_name(EntityType type) const { return begins_name(type) || goes_on_with_name(type); }
};

using Items = std::span<const Item>;

inline bool has_one_of(const Item& item, std::initializer_list<PosTag> tags) {
  return std::any_of(tags.begin(), tags.end(), [&](PosTag tag) { return item.has_tag(tag); });
}

inline bool is_noun_or_pronoun(const Item& item) {
  return has_one_of(item, {PosTag::NN, PosTag::NNS, PosTag::NNP, PosTag::NNPS, PosTag::PRP});
}

inline bool is_noun_or_name(const Item& item) { return is_noun_or_pronoun(item) || item.name != 0; }

// A comma, but not that of "Poe, Roe & Co"
inline bool parts_phrases(const Item& item) { return item.boundary == Boundary::comma && !item.is_inside_name(); }

// "Instruments" in "Acme Instruments Inc." is none, whatever its tag.
inline bool is_verb(const Item& item) { return item.is_verb && item.name == 0; }

inline bool is_finite_verb(const Item& item) {
  return has_one_of(item, {PosTag::VBD, PosTag::VBZ, PosTag::VBP, PosTag::MD});
}

bool is_form_of_be(const Item& item);

inline bool is_outside_marks(const Item& item) { return item.mark == MarkState::outside; }

// Do the items of a cue hold a word of saying, or the colon or dash that can stand for one? Behind a cue that doesn't,
// only what stands in marks is said.
bool has_cue_word(std::span<const Item> cue);

// Of a word: two letters or more, none of them small.
bool is_in_capitals(const Item& word);

// Of a unit: “No way, no,”
bool ends_in_comma(const Item& unit);
bool ends_in_stop(const Item& unit);
bool ends_in_full_stop(const Item& unit);
bool opens_with_capital(const Item& unit);

// Items [first, end).
struct ItemRange {
  std::uint32_t first = 0;
  std::uint32_t end = 0;
};

inline bool is_empty(const ItemRange& range) { return range.first >= range.end; }

// From items of a part to those of the whole, where the part begins at item `by`; empty stays empty.
inline ItemRange moved(const ItemRange& range, std::uint32_t by) {
  return is_empty(range) ? ItemRange{} : ItemRange{range.first + by, range.end + by};
}

// The words in marks that begin at `first`, or end before `end`: a unit, or fewer words with their marks; empty where
// none do, or where a mark is missing.
ItemRange marked_at(Items items, std::uint32_t first);
ItemRange marked_before(Items items, std::uint32_t end);

struct ItemParagraph {
  std::uint32_t first_item = 0;
  std::uint32_t end_item = 0;
  Part part = Part::body;
  bool has_marked = false;  // a stretch in quotation marks
};

// One row of cues.tsv.
struct CueWord {
  std::uint64_t lemma = 0;  // its hash
  CueClass cue_class = CueClass::none;
  CueForm form = CueForm::none;
};

// Filled by build_items; reused from story to story of one lexicon.
struct QuoteItems {
  std::vector<Item> items;
  std::vector<ItemParagraph> paragraphs;
  std::vector<MarkedStretch> stretches;
  std::vector<Mark> marks;         // scratch
  std::vector<CueWord> cue_words;  // all rows, read with the first story

  std::span<const Item> of_paragraph(std::size_t index) const {
    const ItemParagraph& at = paragraphs[index];
    return {items.data() + at.first_item, at.end_item - at.first_item};
  }
};

// Reads: text, tokens, sentences, pos_tags, word_classes, names. Clears `into` and keeps its capacity.
void build_items(const Story& story, const Lexicon& lexicon, QuoteItems& into);

}  // namespace wirecut
