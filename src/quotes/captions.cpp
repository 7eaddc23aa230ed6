// A caption is read from the quotation to the left, to the border of what stands before: words in capitals with what
// parts them, or, before a colon or in a line of their own, words without a verb that open with a name. The speaker is
// the name there, up to the first comma or preposition.

#include "quotes/captions.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "lexicon/word_map.h"
#include "lexicon/word_use.h"

namespace wirecut {
namespace {

// The words in front of a quotation, up to a full stop, another quotation, or a change from capitals to other words.
struct Caption {
  ItemRange words;
  bool in_capitals = true;
  bool has_verb = false;
};

// Reads from `end` to the left, no further than `limit`; nothing where the words go on for too long. `keeps_on`: words
// in capitals needn't be the whole of it.
std::optional<Caption> read_caption(const Story& story, const QuoteItems& items, std::uint32_t limit, std::uint32_t end,
                                    bool keeps_on) {
  constexpr std::uint32_t kLongest = 40;
  Caption caption{{end, end}};
  std::uint32_t& first = caption.words.first;
  const auto goes_on = [&](std::uint32_t i) {
    const Item& item = items.items[i];
    const bool is_abbreviation = i + 1 < end && items.items[i + 1].boundary == Boundary::comma;  // "CO., NEW YORK"
    return !item.is_unit() && (item.boundary != Boundary::stop || is_abbreviation);
  };
  for (; first > limit && goes_on(first - 1); --first) {
    const Item& item = items.items[first - 1];
    const bool has_no_case = has_one_of(item, {PosTag::POS, PosTag::CD});  // `JANE ROE ON THE BANK's PLANS, MARCH 1`
    const bool is_capital = item.word_count == 0 || has_no_case || is_in_capitals(first_token(story, item));
    if (!is_capital && caption.in_capitals && first < end && !keeps_on) break;
    if (end - first == kLongest && caption.in_capitals) break;  // headlines in front of it
    if (end - first == kLongest) return std::nullopt;
    caption.in_capitals = caption.in_capitals && is_capital;
    caption.has_verb = caption.has_verb || item.is_verb;
  }
  return caption;
}

// What the caption begins with, up to its first comma or preposition, or one of those that join titles: `COMMENTS:
// MAYOR JANE ROE ON THE VOTE`, `GOVERNOR OF THE BANK JANE ROE`.
ItemRange opening_of(const QuoteItems& items, const Caption& caption, bool joins_titles = false) {
  static constexpr auto kJoining = word_list({"at", "for", "of"});
  std::uint32_t first = caption.words.end;
  while (first > caption.words.first && items.items[first - 1].boundary != Boundary::colon) --first;
  while (first < caption.words.end && items.items[first].word_count == 0) ++first;  // "- - -", "*"
  ItemRange opening{first, first};
  const auto ends_opening = [&](const Item& item) {
    const bool joins = joins_titles && kJoining.of(item.word);
    const bool is_preposition = item.has_tag(PosTag::IN) && !item.is_inside_name() && !joins;
    return item.boundary == Boundary::comma || is_preposition || item.word == hash_word("on");
  };
  while (opening.end < caption.words.end && !ends_opening(items.items[opening.end])) ++opening.end;
  return opening;
}

constexpr std::uint32_t kMostWords = 4;  // of a name

// The name that the opening ends with. A caption that is the name alone is one in capitals only.
ItemRange name_in(const QuoteItems& items, const Caption& caption) {
  const std::uint32_t end = caption.words.end;
  ItemRange name = opening_of(items, caption);
  while (name.first < name.end && !items.items[name.first].begins_name(EntityType::person)) ++name.first;
  // "LETTER TO MAYOR JANE ROE", "SHOPPERS BUY JOHN DEERE"
  for (std::uint32_t i = caption.words.first; i < name.first; ++i)
    if (has_one_of(items.items[i], {PosTag::IN, PosTag::TO}) || items.items[i].boundary == Boundary::to ||
        is_finite_verb(items.items[i]))
      return {};
  const bool is_whole = name.end == end && !(caption.in_capitals && person_at(items, name.first, end).end == end);
  const bool is_name = name.end > name.first && name.end - name.first <= kMostWords;
  return is_name && !is_whole ? name : ItemRange{};
}

// `SUBODH KUMAR, CHIEF STRATEGIST, STRELSAU`: the words before what only a person is, where no name was seen in them.
ItemRange described_in(const QuoteItems& items, const Lexicon& lexicon, const Caption& caption) {
  const ItemRange opening = opening_of(items, caption);
  const auto rest = items_of(items, {opening.end, caption.words.end});
  const bool has_role = !rest.empty() && rest.front().boundary == Boundary::comma &&
                        std::any_of(rest.begin(), rest.end(),
                                    [&](const Item& item) { return has_use(lexicon.titles, item.word, "role"); });
  const std::uint32_t words = opening.end - opening.first;
  return has_role && words > 1 && words <= kMostWords ? opening : ItemRange{};
}

// `PEOPLE'S BANK GOVERNOR ZHOU XIAO ON PRICES`: the words behind the last title, where no name was seen in them.
ItemRange titled_in(const QuoteItems& items, const Lexicon& lexicon, const Caption& caption) {
  ItemRange name = opening_of(items, caption, true);
  for (std::uint32_t i = name.end; i-- > name.first;) {
    if (!has_use(lexicon.titles, items.items[i].word, "role")) continue;
    name.first = i + 1;
    const std::uint32_t words = name.end - name.first;
    if (is_empty(name)) return {};
    const auto in = items_of(items, name);
    const bool has_given_name = !lexicon.given_names.find_word(in.front().word).empty();  // "MARK ROE": no verb
    const bool is_plain = std::all_of(in.begin(), in.end(), [&](const Item& item) {
      return item.word_count > 0 && item.boundary == Boundary::none && (has_given_name || !is_finite_verb(item)) &&
             !has_one_of(item, {PosTag::CD, PosTag::IN});
    });
    const bool is_firm = std::any_of(in.begin(), in.end(),  // "JANE ROE SENIOR ECONOMIST ACME BANK"
                                     [](const Item& item) { return item.begins_name(EntityType::organization); });
    const bool may_be_person = is_plain && words > 1 && words <= kMostWords && (!is_firm || has_given_name);
    return may_be_person ? name : ItemRange{};
  }
  return {};
}

// `PRESIDENT FACES QUESTIONS ON WAR: "When will it end?" asked Jane Roe.`: the sentence goes on behind the quotation at
// `unit` with a verb of saying, so what stands in front of it is a headline.
bool is_said_behind(const QuoteItems& items, std::uint32_t unit) {
  for (std::uint32_t i = unit; i + 1 < items.items.size() && !items.items[i].ends_sentence; ++i) {
    if (items.items[i + 1].is_unit()) return false;
    if (items.items[i + 1].is_strong_cue) return true;
  }
  return false;
}

// `ROE ON PRICES: "..."`: a word that ends the name of a person elsewhere in the story; `surnames` is sorted. In
// `ROE ON THE "BIG BANG" IN STRELSAU` the quotation at `unit` is of the caption.
ItemRange surname_in(const QuoteItems& items, const std::vector<std::uint64_t>& surnames, const Caption& caption,
                     std::uint32_t unit) {
  const ItemRange opening = opening_of(items, caption);
  if (unit + 1 < items.items.size() && !items.items[unit].ends_sentence && is_in_capitals(items.items[unit + 1]))
    return {};
  const bool has_topic = opening.end < caption.words.end && items.items[opening.end].word == hash_word("on");
  if (is_empty(opening) || opening.end - opening.first > kMostWords || !has_topic ||
      !std::binary_search(surnames.begin(), surnames.end(), items.items[opening.end - 1].word))
    return {};
  return {opening.end - 1, opening.end};
}

// `ON ITALY: "..."`, `On currencies: "..."`
bool is_topic(const QuoteItems& items, const Caption& caption) {
  return !is_empty(caption.words) && items.items[caption.words.first].word == hash_word("on");
}

// `On the share move: "..."` right behind a quotation, which ended at `end`.
bool is_plain_topic(const Story& story, const QuoteItems& items, std::uint32_t end, std::uint32_t unit) {
  if (unit < end + 3 || items.items[unit - 1].boundary != Boundary::colon) return false;
  const auto caption = read_caption(story, items, end, unit - 1, true);
  return caption && !caption->has_verb && caption->words.first == end && is_topic(items, *caption);
}

std::vector<std::uint64_t> surnames_of(const Story& story) {
  std::vector<std::uint64_t> surnames;
  for (const Name& name : story.names)
    if (name.type == EntityType::person && name.end_token > name.first_token)
      surnames.push_back(story.tokens[name.end_token - 1].lower_hash);
  std::sort(surnames.begin(), surnames.end());
  return surnames;
}

}  // namespace

ItemRange person_at(const QuoteItems& items, std::uint32_t first, std::uint32_t end) {
  ItemRange name{first, first};
  if (first >= end || !items.items[first].begins_name(EntityType::person)) return name;
  do {
    ++name.end;
  } while (name.end < end && items.items[name.end].goes_on_with_name(EntityType::person));
  return name;
}

ItemRange caption_speaker(const Story& story, const QuoteItems& items, std::uint32_t paragraph, std::uint32_t unit) {
  const bool is_line_above = unit == items.paragraphs[paragraph].first_item;
  if (is_line_above && (paragraph == 0 || items.paragraphs[paragraph - 1].part != items.paragraphs[paragraph].part))
    return {};
  const std::uint32_t limit = items.paragraphs[paragraph - (is_line_above ? 1 : 0)].first_item;
  const bool has_colon = unit > limit && items.items[unit - 1].boundary == Boundary::colon;
  const std::uint32_t end = unit - (has_colon ? 1 : 0);
  if (const auto capitals = read_caption(story, items, limit, end, false); capitals && capitals->in_capitals)
    if (const ItemRange name = name_in(items, *capitals); !is_empty(name)) return name;
  if (!is_line_above && !has_colon) return {};
  const auto caption = read_caption(story, items, limit, end, true);
  if (!caption || caption->has_verb) return {};
  const ItemRange name = name_in(items, *caption);
  return name.first == caption->words.first ? name : ItemRange{};
}

void add_captioned(const Story& story, const Lexicon& lexicon, const QuoteItems& items, DraftScratch& scratch) {
  std::optional<std::vector<std::uint64_t>> surnames;  // once a caption asked for them
  for (std::uint32_t p = 0; p < items.paragraphs.size(); ++p) {
    const ItemParagraph& at = items.paragraphs[p];
    if (at.part != Part::body || !at.has_marked) continue;
    std::int32_t last = -1;  // the draft of the stretch before, where nothing but captions stands between
    std::uint32_t behind_last = at.first_item;
    for (std::uint32_t unit = at.first_item; unit < at.end_item; ++unit) {
      if (!items.items[unit].is_unit() || scratch.owner[unit] >= 0) continue;
      const bool has_colon = unit > at.first_item && items.items[unit - 1].boundary == Boundary::colon;
      const auto capitals = read_caption(story, items, at.first_item, unit - (has_colon ? 1 : 0), false);
      const bool in_capitals = capitals && capitals->in_capitals && !is_empty(capitals->words);
      const bool may_have_tag = ends_in_comma(items.items[unit]);  // `Roe, the mayor: “No,” Roe said`
      ItemRange name = unit > at.first_item && !may_have_tag ? caption_speaker(story, items, p, unit) : ItemRange{};
      if (is_empty(name) && in_capitals && !may_have_tag) {
        if (!surnames) surnames = surnames_of(story);
        name = described_in(items, lexicon, *capitals);
        if (is_empty(name) && !is_said_behind(items, unit)) name = titled_in(items, lexicon, *capitals);
        if (is_empty(name)) name = surname_in(items, *surnames, *capitals, unit);
      }
      const bool has_topic = (in_capitals && is_topic(items, *capitals) && capitals->words.first == behind_last) ||
                             (last >= 0 && is_plain_topic(story, items, behind_last, unit));
      if (!is_empty(name)) {
        const ItemRange cue = has_colon ? ItemRange{unit - 1, unit} : ItemRange{};
        last = static_cast<std::int32_t>(
            add_draft({.contents = {{unit, unit + 1}}, .source = name, .cue = cue, .paragraph = p}, scratch));
      } else if (last >= 0 && !may_have_tag && (unit == behind_last || has_topic)) {
        add_content({unit, unit + 1}, static_cast<std::uint32_t>(last), scratch);
      } else {
        last = -1;
      }
      behind_last = unit + 1;
    }
  }
}

}  // namespace wirecut
