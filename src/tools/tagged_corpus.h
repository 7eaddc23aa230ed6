// Sentences with a part-of-speech tag a token, from treebanks and machine-tagged news, for train_pos.
// Treebank tokens are made ours first: "15" "-" "year" is one token here, and the tags are those of PosTag.
#pragma once

#include <fmt/format.h>
#include <zlib.h>
#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "split.h"
#include "tagger/pos_tags.h"

namespace wirecut {

struct Example {
  std::vector<std::string> words;
  std::vector<PosTag> tags;
};

// Calls row(line) for every line of a file, compressed or not.
template <class Row>
void for_each_line(const std::string& path, Row&& row) {
  gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) throw std::runtime_error(path + ": can't be read");
  std::string line;
  char buffer[1 << 16];
  while (const int n = gzread(file, buffer, sizeof buffer)) {
    if (n < 0) throw std::runtime_error(path + ": damaged");
    for (int i = 0; i < n; ++i) {
      if (buffer[i] != '\n') {
        line += buffer[i];
        continue;
      }
      row(std::string_view(line));
      line.clear();
    }
  }
  if (!line.empty()) row(std::string_view(line));
  gzclose(file);
}

// Tags of the treebanks that PosTag doesn't have.
inline constexpr struct {
  std::string_view name;
  PosTag tag;
} kForeignTags[] = {{"``", PosTag::quote}, {"HYPH", PosTag::colon}, {"NFP", PosTag::SYM}, {"ADD", PosTag::NN},
                    {"GW", PosTag::NN},    {"XX", PosTag::FW},      {"AFX", PosTag::JJ}};

inline PosTag parse_tag(std::string_view name) {
  for (const auto& row : kForeignTags)
    if (row.name == name) return row.tag;
  const auto at = std::find(kPosTagNames.begin(), kPosTagNames.end(), name);
  if (at == kPosTagNames.end()) throw std::runtime_error(fmt::format("no such tag: {}", name));
  return static_cast<PosTag>(at - kPosTagNames.begin());
}

inline constexpr struct {
  std::string_view as_written, ours;
} kSpellings[] = {{"-LRB-", "("}, {"-RRB-", ")"}, {"-LSB-", "["}, {"-RSB-", "]"}, {"-LCB-", "{"}, {"-RCB-", "}"}};

inline std::string spell(std::string_view word) {
  for (const auto& row : kSpellings)
    if (row.as_written == word) return std::string(row.ours);
  std::string out;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (word.size() > 3 && word.substr(i, 3) == "’") {
      out += '\'';
      i += 2;
    } else {
      out += word[i];
    }
  }
  return out;
}

struct Row {
  std::string word, tag, relation;
  std::size_t head = 0;
  bool glued = false;  // no space behind it
};

// "15-year term": the joined word modifies what follows, an adjective; "vice-president": the tag of its last part.
inline PosTag joined_tag(const std::vector<Row>& rows, std::size_t first, std::size_t last) {
  const PosTag own = parse_tag(rows[last].tag);
  bool modifies = false, proper = true;
  for (std::size_t i = first; i <= last; ++i) {
    const bool inside = rows[i].head >= first + 1 && rows[i].head <= last + 1;
    if (!inside && rows[i].head > last + 1 && (rows[i].relation == "compound" || rows[i].relation == "amod"))
      modifies = true;
    if (rows[i].tag != "HYPH" && rows[i].tag != "NNP" && rows[i].tag != "NNPS") proper = false;
  }
  if (proper || !modifies) return own;
  const bool noun_like = own == PosTag::NN || own == PosTag::NNS || own == PosTag::VBN || own == PosTag::VBD ||
                         own == PosTag::VBG || own == PosTag::RB || own == PosTag::IN || own == PosTag::RP;
  return noun_like ? PosTag::JJ : own;
}

inline Example make_example(const std::vector<Row>& rows) {
  Example example;
  const auto joins = [&](std::size_t i) {
    return i + 2 < rows.size() && rows[i + 1].tag == "HYPH" && rows[i + 1].word == "-" && rows[i].glued &&
           rows[i + 1].glued;
  };
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::size_t first = i;
    std::string word = spell(rows[i].word);
    while (joins(i)) {
      word += '-' + spell(rows[i + 2].word);
      i += 2;
    }
    PosTag tag = i == first ? parse_tag(rows[i].tag) : joined_tag(rows, first, i);
    if (word == "to" || word == "To" || word == "TO")
      tag = PosTag::TO;  // EWT tells the preposition apart, news doesn't
    if (word == "''" || word == "\"" || word == "``") tag = PosTag::quote;
    if (const PosTag fixed = punctuation_tag(word); fixed != PosTag::none) tag = fixed;
    example.words.push_back(std::move(word));
    example.tags.push_back(tag);
  }
  return example;
}

// CoNLL-U (columns: form 2, tag 5, head 7, relation 8, SpaceAfter in 10).
inline std::vector<Example> read_treebank(const std::string& path) {
  std::vector<Example> examples;
  std::vector<Row> rows;
  for_each_line(path, [&](std::string_view line) {
    if (line.empty()) {
      if (!rows.empty()) examples.push_back(make_example(rows));
      rows.clear();
      return;
    }
    if (line[0] == '#') return;
    const auto cells = split(line, '\t');
    if (cells.size() < 10 || cells[0].find_first_not_of("0123456789") != std::string_view::npos) return;
    rows.push_back({std::string(cells[1]), std::string(cells[4]), std::string(cells[7]),
                    static_cast<std::size_t>(std::atoi(std::string(cells[6]).c_str())),
                    cells[9].find("SpaceAfter=No") != std::string_view::npos});
  });
  if (!rows.empty()) examples.push_back(make_example(rows));
  return examples;
}

// Machine-tagged news: index, form, lemma, tag ...; "# story = ID" opens a story, of which only those of `ids` count.
inline std::vector<Example> read_silver(const std::string& path, const std::unordered_set<std::string>& ids) {
  std::vector<Example> examples;
  std::vector<Row> rows;
  bool wanted = false;
  constexpr std::string_view kStory = "# story = ";
  for_each_line(path, [&](std::string_view line) {
    if (line.substr(0, kStory.size()) == kStory) wanted = ids.contains(std::string(line.substr(kStory.size())));
    if (line.empty() || line[0] == '#') {
      if (!rows.empty()) examples.push_back(make_example(rows));
      rows.clear();
      return;
    }
    const auto cells = split(line, '\t');
    if (wanted && cells.size() > 3 && cells[3] != "_")
      rows.push_back({std::string(cells[1]), std::string(cells[3]), "", 0, false});
  });
  if (!rows.empty()) examples.push_back(make_example(rows));
  return examples;
}

inline std::unordered_set<std::string> read_ids(const std::vector<std::string>& paths) {
  std::unordered_set<std::string> ids;
  for (const std::string& path : paths)
    for_each_line(path,
                  [&](std::string_view line) { ids.insert(nlohmann::json::parse(line).at("id").get<std::string>()); });
  return ids;
}

// Word, then its class among 100, 500 and 2,000, by falling frequency: the 500 are used.
inline std::vector<std::pair<std::string, std::uint16_t>> read_classes(const std::string& path, std::size_t limit) {
  std::vector<std::pair<std::string, std::uint16_t>> classes;
  if (path.empty()) return classes;
  for_each_line(path, [&](std::string_view line) {
    const auto cells = split(line, '\t');
    if (cells.size() < 4 || classes.size() >= limit) return;
    classes.emplace_back(spell(cells[0]), static_cast<std::uint16_t>(std::atoi(std::string(cells[2]).c_str()) + 1));
  });
  return classes;
}

inline std::string upper(std::string word) {
  for (char& c : word)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  return word;
}
inline std::string lower(std::string word) {
  for (char& c : word)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return word;
}

// Headlines: adds a `share` of the sentences once more in capitals, and as many with each longer word capitalised and
// no full stop.
inline void add_headlines(std::vector<Example>& examples, double share) {
  constexpr std::size_t kMostWords = 25, kLongWord = 4;
  std::mt19937 random(7);
  std::uniform_real_distribution<double> uniform;
  const std::size_t count = examples.size();
  for (std::size_t i = 0; i < count; ++i) {
    const double draw = uniform(random);
    if (draw > 2 * share || examples[i].words.size() > kMostWords) continue;
    Example copy = examples[i];
    for (std::string& word : copy.words) {
      if (draw < share)
        word = upper(word);
      else if (word.size() >= kLongWord)
        word[0] = upper(word.substr(0, 1))[0];
    }
    if (draw >= share && copy.tags.back() == PosTag::period) {
      copy.words.pop_back();
      copy.tags.pop_back();
    }
    if (!copy.words.empty()) examples.push_back(std::move(copy));
  }
}

}  // namespace wirecut
