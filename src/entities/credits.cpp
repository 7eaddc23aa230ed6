// Credits are lists, and need a grammar of four words rather than a tagger, which sees no sentence in them and takes
// "Miral Poe" for a firm: TASK by ITEM [in PLACE] ((, | and | & | ;) ITEM [in PLACE])*, where TASK says what the
// persons did, an ITEM is two or three capitalised words, and a PLACE one or two.

#include "entities/credits.h"

#include "entities/known_parts.h"
#include "lexicon/word_map.h"

namespace wirecut {
namespace {

class CreditReader {
 public:
  CreditReader(const Story& story, const Lexicon& lexicon, const Sentence& sentence, std::vector<Name>& found)
      : story_(story), lexicon_(lexicon), end_(sentence.end_token), found_(found) {}

  void read(std::uint32_t first) {
    for (std::uint32_t i = first + 1; i < end_; ++i)
      if (story_.tokens[i].lower_hash == hash_word("by") && is_task(i - 1)) i = read_list(i + 1) - 1;
  }

 private:
  bool is_task(std::uint32_t i) const {  // "(By Jane Roe)" opens with a bracket
    static constexpr auto kTasks = word_list({"reporting", "writing", "editing", "written", "edited", "compiled", "("});
    return kTasks.of(story_.tokens[i].lower_hash);
  }

  bool has_outlet_word(std::uint32_t i, std::uint32_t end) const {
    static constexpr auto kWords =
        word_list({"agency",   "associated", "bureau",    "desk", "desks",      "editorial", "foundation",
                   "newsroom", "newsrooms",  "newswires", "news", "press",      "radio",     "reuters",
                   "service",  "services",   "staff",     "team", "television", "tv",        "unit"});
    while (i < end && !kWords.of(story_.tokens[i].lower_hash)) ++i;
    return i < end;
  }

  bool is_separator(std::uint32_t i) const {
    static constexpr auto kSeparators = word_list({",", ";", "and", "&"});
    return i < end_ && kSeparators.of(story_.tokens[i].hash);
  }
  bool is_in(std::uint32_t i) const { return i < end_ && story_.tokens[i].hash == hash_word("in"); }
  bool is_closed(std::uint32_t i) const {
    static constexpr auto kClosing = word_list({")", "]", "."});
    return i >= end_ || is_separator(i) || kClosing.of(story_.tokens[i].hash);
  }

  // Behind the capitalised words from `i` on, and small ones between them: "Pedro da Costa".
  std::uint32_t end_of_words(std::uint32_t i) const {
    static constexpr auto kParticles =
        word_list({"da", "de", "del", "der", "di", "dos", "al", "el", "bin", "van", "von"});
    std::uint32_t end = i;
    for (; i < end_ && story_.tokens[i].kind == TokenKind::word; ++i) {
      if (story_.tokens[i].lower_hash == hash_word("by")) break;  // of the next task: "Editing By"
      if (story_.tokens[i].has(kCapitalized))
        end = i + 1;
      else if (!kParticles.of(story_.tokens[i].hash))
        break;
    }
    return end;
  }

  bool is_place(std::uint32_t first, std::uint32_t end) const {
    const Span span{story_.tokens[first].span.start, story_.tokens[end - 1].span.end};
    return !lexicon_.gazetteer.find(story_.words(span)).empty();
  }

  // Returns where the list ends. Longer runs of words are two names with the comma forgotten, or a desk.
  std::uint32_t read_list(std::uint32_t i) {
    bool behind_place = false;  // "in Paris and New York"
    while (true) {
      if (i + 1 < end_ && is_task(i)) ++i;  // "Editing John Poe"
      const std::uint32_t first = i;
      i = end_of_words(first);
      if (i == first || !(is_closed(i) || is_in(i))) return i;
      const bool has_place = is_in(i);
      const bool is_town = behind_place && !has_place && is_place(first, i);
      if (i - first >= 2 && i - first <= 3 && !is_town && !has_outlet_word(first, i))
        found_.push_back(make_name(story_, first, i, EntityType::person));
      behind_place = has_place;
      if (has_place) {
        const std::uint32_t place = i + 1;
        i = end_of_words(place);
        if (i == place || !is_closed(i)) return i;
        if (i - place <= 2 && !has_state(i)) found_.push_back(make_name(story_, place, i, EntityType::location));
      }
      if (!is_separator(i)) return i;
      while (is_separator(i)) ++i;  // ", and"
    }
  }

  // "Washington, D.C.", "Raleigh N.C.": words that end at `end`.
  bool has_state(std::uint32_t end) const {
    return story_.tokens[end - 1].has(kAbbreviation) ||
           (end + 1 < end_ && is_separator(end) && story_.tokens[end + 1].has(kAbbreviation));
  }

  const Story& story_;
  const Lexicon& lexicon_;
  const std::uint32_t end_;
  std::vector<Name>& found_;
};

}  // namespace

std::vector<Name> find_credited(const Story& story, const Lexicon& lexicon) {
  std::vector<Name> found;
  for (const Sentence& sentence : story.sentences)
    if (sentence.part == Part::tail) CreditReader(story, lexicon, sentence, found).read(sentence.first_token);
  return found;
}

}  // namespace wirecut
