// Who relayed a quote, told by the words around its cue:
//   "TASS quoted Lavrov as saying"     a verb of quoting between the two: the first relays, the second speaks
//   "Lavrov was quoted by TASS as saying", "Lavrov was quoted as saying by TASS"    the other way round
//   "Lavrov told Reuters"              an outlet behind a verb of telling
//   "said in an interview with CNN"    an outlet behind "with" or "to"
//   "Lavrov said, TASS reported."      an outlet and a verb of reporting at the sentence's end
// Only names of the list of agencies, papers and broadcasters relay; one who is told something may be anybody.

#include <algorithm>

#include "lexicon/word_map.h"
#include "quotes/drafts.h"
#include "quotes/link.h"
#include "quotes/subject_phrases.h"

namespace wirecut {
namespace {

constexpr std::uint64_t kAs = hash_word("as"), kThe = hash_word("the"), kWith = hash_word("with"),
                        kBy = hash_word("by"), kTo = hash_word("to"), kInterview = hash_word("interview");
constexpr auto kQuoting = word_list({"quoted", "quotes", "quoting", "cited", "cites", "citing"});
constexpr auto kReporting = word_list({"reported", "reports", "said", "cited"});

class RelayFinder {
 public:
  RelayFinder(const Story& story, const Lexicon& lexicon, const QuoteItems& items)
      : story_(story), lexicon_(lexicon), items_(items) {}

  void find(Draft& draft) const {
    if (is_empty(draft.cue)) return;
    paragraph_ = items_.paragraphs[draft.paragraph];
    if (find_quoting(draft) || find_told(draft)) return;
    find_reported(draft);
  }

  // Is the whole of these words an outlet's name?
  bool is_outlet(std::uint32_t paragraph, const ItemRange& range) const {
    paragraph_ = items_.paragraphs[paragraph];
    const ItemRange outlet = outlet_at(range.first);
    return !is_empty(outlet) && outlet.end == range.end;
  }

 private:
  const Item& item(std::uint32_t i) const { return items_.items[i]; }

  // The outlet whose name begins at item `i`, an article left out.
  ItemRange outlet_at(std::uint32_t i) const {
    if (i < paragraph_.end_item && item(i).word == kThe) ++i;
    if (i >= paragraph_.end_item || item(i).is_unit() || !story_.tokens[item(i).first_token].has(kCapitalized))
      return {};
    const std::uint32_t first = item(i).first_token;
    const std::uint32_t limit = std::min<std::uint32_t>(static_cast<std::uint32_t>(story_.tokens.size()), first + 6);
    const PhraseMatch match =
        find_longest(lexicon_.agencies, story_.tokens, first, limit, [](const Token& t) { return t.lower_hash; });
    if (match.rows.empty()) return {};
    std::uint32_t end = i;
    while (end < paragraph_.end_item && item(end).end_token <= match.end_token) ++end;
    return {i, end};
  }

  // X quoted Y as saying: found from either side, whichever word the model took for the cue and whomever for the
  // source.
  bool find_quoting(Draft& draft) const {
    constexpr std::uint32_t kReach = 14;
    const std::uint32_t low = std::max(paragraph_.first_item, draft.cue.first > kReach ? draft.cue.first - kReach : 0);
    std::uint32_t verb = draft.cue.end;
    for (std::uint32_t i = draft.cue.end; i-- > low;)
      if (kQuoting.of(item(i).word)) {
        verb = i;
        break;
      }
    if (verb == draft.cue.end || item(verb).sentence != item(draft.cue.first).sentence) return false;
    std::uint32_t as = verb + 1;
    while (as < paragraph_.end_item && as < verb + kReach && item(as).word != kAs) ++as;
    const bool saying =
        as + 1 < paragraph_.end_item && item(as).word == kAs && item(as + 1).cue_form == CueForm::gerund;
    if (!saying) return false;
    if (is_passive(verb)) return find_quoted_by(verb, as, draft);
    if (as == verb + 1) return false;
    const std::uint32_t end = verb_group(verb);
    std::uint32_t first = end;
    while (first > paragraph_.first_item && end - first < 8 && is_plain(first - 1)) --first;
    draft.source = {verb + 1, as};
    for (ItemRange& range : draft.contents)  // "Lavrov as saying" is none of his words
      if (range.first <= as + 1 && as + 2 < range.end) range.first = as + 2;
    draft.via = first < end ? ItemRange{first, end} : subject_at(end);
    return true;
  }

  // "Roe, who met Doe, quoted her as saying": the subject of the verb at item `verb`; empty where in doubt.
  ItemRange subject_at(std::uint32_t verb) const {
    const std::uint32_t offset = paragraph_.first_item;
    const auto own = std::span(items_.items).subspan(offset, paragraph_.end_item - offset);
    return moved(subject_before(own, lexicon_, verb - offset), offset);
  }

  // Where the verbs and adverbs that end with the verb at `verb` begin: "has widely quoted".
  std::uint32_t verb_group(std::uint32_t verb) const {
    while (verb > paragraph_.first_item && (item(verb - 1).is_verb || item(verb - 1).has_tag(PosTag::RB))) --verb;
    return verb;
  }

  // No verb, mark or border of a clause.
  bool is_plain(std::uint32_t i) const {
    return !item(i).is_unit() && item(i).boundary == Boundary::none && !item(i).is_verb && !item(i).ends_sentence;
  }

  // "was quoted", "has been widely quoted"; not "has quoted".
  bool is_passive(std::uint32_t verb) const {
    while (verb > paragraph_.first_item && item(verb - 1).has_tag(PosTag::RB)) --verb;
    return verb > paragraph_.first_item && is_form_of_be(item(verb - 1));
  }

  // `X was quoted by Y as saying`, `X was quoted as saying by Y`; without Y as well. `verb`, `as`: of the items,
  // "quoted" and "as".
  bool find_quoted_by(std::uint32_t verb, std::uint32_t as, Draft& draft) const {
    constexpr std::uint32_t kMostWords = 8;
    const std::uint32_t end = verb_group(verb);
    std::uint32_t first = end;
    while (first > paragraph_.first_item && end - first < kMostWords && is_plain(first - 1)) --first;
    if (first < end) draft.source = {first, end};
    const std::uint32_t saying = as + 1;
    std::uint32_t said = saying + 1;  // where what was said may begin
    ItemRange outlet = item(verb + 1).word == kBy && as > verb + 2 ? outlet_at(verb + 2) : ItemRange{};
    if (said < paragraph_.end_item && item(said).word == kBy) {
      outlet = outlet_at(said + 1);
      said = is_empty(outlet) ? said : outlet.end;
    }
    if (!is_empty(outlet)) draft.via = outlet;
    for (ItemRange& range : draft.contents)
      if (range.first <= saying && said < range.end) range.first = said;
    return first < end;
  }

  bool find_told(Draft& draft) const {
    constexpr std::uint32_t kReach = 8;
    for (std::uint32_t i = draft.cue.first; i < paragraph_.end_item && i < draft.cue.end + kReach && !item(i).is_unit();
         ++i) {
      const bool inside_cue = i < draft.cue.end;
      if (!inside_cue && item(i).boundary != Boundary::none && item(i).boundary != Boundary::to) return false;
      const bool tells = item(i).cue_class == CueClass::tell && inside_cue;
      const bool speaks_to =
          (item(i).word == kWith && i > draft.cue.first && i > 0 && item(i - 1).word == kInterview) ||
          (item(i).word == kTo && inside_cue);
      if (!tells && !speaks_to) continue;
      if (const ItemRange outlet = outlet_at(i + 1); !is_empty(outlet)) {
        draft.via = outlet;
        return true;
      }
    }
    return false;
  }

  bool find_reported(Draft& draft) const {
    if (is_empty(draft.source)) return false;
    constexpr std::uint32_t kReach = 100;
    for (std::uint32_t i = draft.cue.end; i + 2 < paragraph_.end_item && i < draft.cue.end + kReach; ++i) {
      if (item(i).ends_sentence) return false;
      if (item(i).boundary != Boundary::comma) continue;
      const ItemRange outlet = outlet_at(i + 1);
      if (is_empty(outlet) || outlet.end + 1 >= paragraph_.end_item || !kReporting.of(item(outlet.end).word)) continue;
      if (item(outlet.end + 1).boundary != Boundary::stop) continue;
      draft.via = outlet;
      for (ItemRange& range : draft.contents)  // ", TASS reported" is not what Lavrov said
        if (range.first < i && i < range.end) range.end = i;
      return true;
    }
    return false;
  }

  const Story& story_;
  const Lexicon& lexicon_;
  const QuoteItems& items_;
  mutable ItemParagraph paragraph_;
};

}  // namespace

void drop_reporters(const Story& story, const Lexicon& lexicon, const QuoteItems& items, std::uint32_t paragraph,
                    std::vector<Attribution>& attributions) {
  const RelayFinder finder(story, lexicon, items);
  const std::uint32_t offset = items.paragraphs[paragraph].first_item;
  const auto reports_another = [&](std::size_t index) {  // attributions are in the order of their cues
    const Attribution& outer = attributions[index];
    if (!outer.has_source() || outer.content_count != 1 || outer.contents[0].end > outer.cue.first) return false;
    const ItemRange& content = outer.contents[0];
    bool holds_another = false;
    for (std::size_t i = index; i-- > 0 && attributions[i].cue.first > content.first;)
      holds_another |= attributions[i].has_source() && content.first <= attributions[i].source.first &&
                       attributions[i].cue.end < content.end;
    return holds_another && finder.is_outlet(paragraph, {outer.source.first + offset, outer.source.end + offset});
  };
  std::vector<bool> drop;
  for (std::size_t i = 0; i < attributions.size(); ++i) drop.push_back(reports_another(i));
  std::size_t at = 0;
  std::erase_if(attributions, [&](const Attribution&) { return drop[at++]; });
}

void find_relays(const Story& story, const Lexicon& lexicon, const QuoteItems& items, DraftScratch& scratch) {
  const RelayFinder finder(story, lexicon, items);
  for (Draft& draft : scratch.drafts) finder.find(draft);
}

}  // namespace wirecut
