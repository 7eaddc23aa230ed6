#include "names_gold.h"

#include <algorithm>
#include <array>
#include <bit>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <stdexcept>
#include <unordered_map>

#include "code_points.h"
#include "structure/structure.h"
#include "tokens/tokens.h"

namespace wirecut {
namespace {

EntityType parse_type(const std::string& name) {
  if (name == "person") return EntityType::person;
  if (name == "organization") return EntityType::organization;
  if (name == "location") return EntityType::location;
  return EntityType::misc;
}

// The token that the tokeniser makes of a lone word; empty where it makes several.
std::optional<Token> lone_token(const std::string& word, const Lexicon& lexicon, Tokenization& tokenization) {
  Story story;
  story.text = word;
  tokenize(story, lexicon, tokenization);
  if (tokenization.tokens.size() != 1) return std::nullopt;
  return tokenization.tokens[0];
}

}  // namespace

std::vector<GoldStory> read_gold_stories(const std::string& folder, const Lexicon& lexicon) {
  std::vector<GoldStory> stories;
  std::unordered_map<std::string, std::size_t> by_id;
  std::ifstream input(folder + "/input.jsonl"), gold(folder + "/gold.jsonl");
  if (!input || !gold) throw std::runtime_error(folder + ": no input.jsonl or gold.jsonl");
  Tokenization tokenization;
  for (std::string line; std::getline(input, line);) {
    const auto record = nlohmann::json::parse(line);
    GoldStory& added = stories.emplace_back();
    added.story.id = record.at("id");
    added.story.text = record.at("text");
    by_id[added.story.id] = stories.size() - 1;
    added.story.structure = parse_structure(added.story, lexicon);
    tokenize(added.story, lexicon, tokenization);
    added.story.tokens = tokenization.tokens;
    added.story.sentences = tokenization.sentences;
  }
  for (std::string line; std::getline(gold, line);) {
    const auto record = nlohmann::json::parse(line);
    GoldStory& story = stories.at(by_id.at(record.at("id")));
    const auto offsets = code_point_offsets(story.story.text);
    for (const auto& entity : record.at("entities"))
      story.names.push_back(
          {{offsets.at(entity.at("start")), offsets.at(entity.at("end"))}, parse_type(entity.at("type"))});
  }
  return stories;
}

std::vector<NameLabel> project_labels(const GoldStory& gold, std::size_t positions, std::size_t& lost) {
  std::vector<NameLabel> labels(positions, kOutside);
  for (const GoldName& name : gold.names) {
    for (std::uint32_t s = 0; s < gold.story.sentences.size(); ++s) {
      const Sentence& sentence = gold.story.sentences[s];
      if (!sentence.span.overlaps(name.span)) continue;
      std::uint32_t first = sentence.first_token, end = sentence.end_token;
      while (first < end && gold.story.tokens[first].span.end <= name.span.start) ++first;
      while (end > first && gold.story.tokens[end - 1].span.start >= name.span.end) --end;
      if (first == end) break;
      const bool fits = gold.story.tokens[first].span.start == name.span.start &&
                        gold.story.tokens[end - 1].span.end == name.span.end;
      if (!fits) ++lost;
      const EntityType type = fits ? name.type : EntityType::misc;
      for (std::uint32_t i = first; i < end; ++i) {
        const NamePlace place = place_within(i, first, end);
        labels[NameStory::position(i, s)] = name_label(type, place);
      }
      break;
    }
  }
  return labels;
}

Vocabulary read_vocabulary(const std::string& path, const Lexicon& lexicon) {
  Vocabulary words;
  std::ifstream in(path);
  if (!path.empty() && !in) throw std::runtime_error(path + ": can't be read");
  Tokenization tokenization;
  for (std::string line; std::getline(in, line);) {
    std::array<std::string, 4> cells;
    std::size_t start = 0;
    for (std::string& cell : cells) {
      const std::size_t end = std::min(line.find('\t', start), line.size());
      cell = line.substr(start, end - start);
      start = std::min(end + 1, line.size());
    }
    const auto token = lone_token(cells[0], lexicon, tokenization);
    if (!token) continue;
    const WordShape shape = shape_of(cells[0], *token);
    NamesWord& word = words[NamesModel::check_of(token->hash)];
    word.class_100 = static_cast<std::uint8_t>(std::stoi(cells[1]) + 1);
    word.class_500 = static_cast<std::uint16_t>(std::stoi(cells[2]) + 1);
    word.class_2000 = static_cast<std::uint16_t>(std::stoi(cells[3]) + 1);
    NamesWord& lower = words[NamesModel::check_of(token->lower_hash)];
    if (lower.usual_check != 0) continue;
    lower.usual_check = NamesModel::check_of(token->hash);
    lower.usual_shape = static_cast<std::uint8_t>(shape);
  }
  for (auto& [check, word] : words) word.check = check;
  return words;
}

void learn_uses(const std::vector<TrainStory>& stories, Vocabulary& vocabulary) {
  constexpr double kSeldom = 0.005;     // a share of uses that counts as none
  constexpr std::uint32_t kOften = 10;  // a word seen less often may yet be part of any name
  struct Uses {
    std::uint32_t all = 0, inside = 0, alone = 0, at_edge = 0;
    bool is_plain = false;
  };
  std::map<std::uint32_t, Uses> uses_of;
  std::size_t lost = 0;
  for (const TrainStory& story : stories) {
    const auto& tokens = story.names.tokens;
    const auto labels = project_labels(story.gold, tokens.size(), lost);
    for (std::size_t at = 0; at < tokens.size(); ++at) {
      if (tokens[at].form == 0) continue;
      const bool plain = is_plain(tokens[at].shape);
      if (plain && is_plain(tokens[at - 1].shape) && is_plain(tokens[at + 1].shape)) continue;
      Uses& uses = uses_of[tokens[at].form];
      uses.is_plain = plain;
      ++uses.all;
      if (labels[at] == kOutside) continue;
      ++uses.inside;
      if (place_of(labels[at]) == NamePlace::unit) ++uses.alone;
      if (place_of(labels[at]) != NamePlace::inside) ++uses.at_edge;
    }
  }
  for (const auto& [form, uses] : uses_of) {
    if (!uses.is_plain && uses.all < kOften) continue;
    const double seldom = kSeldom * uses.all;
    const NameUse use = uses.inside <= seldom    ? NameUse::never
                        : uses.at_edge <= seldom ? NameUse::between
                        : uses.alone <= seldom   ? NameUse::with_others
                                                 : NameUse::any;
    if (uses.is_plain && use == NameUse::never) continue;  // so are all plain words that weren't seen
    NamesWord& word = vocabulary[form];
    word.check = form;
    word.use = use;
  }
}

std::vector<NamesWord> vocabulary_slots(const Vocabulary& vocabulary) {
  std::vector<NamesWord> slots(std::bit_ceil(vocabulary.size() * 5 / 4 + 1));
  for (const auto& [check, word] : vocabulary) {
    std::size_t at = NamesModel::word_home(check) & (slots.size() - 1);
    while (slots[at].check != 0) at = (at + 1) & (slots.size() - 1);
    slots[at] = word;
  }
  return slots;
}

}  // namespace wirecut
