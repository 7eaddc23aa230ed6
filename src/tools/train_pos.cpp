// Trains the part-of-speech model (data/model/pos.bin).
//   train_pos --gold ewt-train.conllu.gz --silver news.conll.gz --silver-ids stories.jsonl --classes classes.tsv.gz
//             --dev ewt-dev.conllu.gz --out pos.bin
// An averaged structured perceptron (Collins 2002), greedy from left to right on its own tags, each wrong tag's score
// raised by a margin; the average of several runs over the data in different orders. A feature exists once a mistake
// touched it; those touched seldom or with small weights are dropped, the rest is kept in 8 bits.
// Treebank tokens are made ours first: "15" "-" "year" is one token here, and the tags are those of PosTag.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <fmt/format.h>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>
#include <zlib.h>

#include "tagger/pos_model.h"

namespace wirecut {
namespace {

struct Example {
  std::vector<std::string> words;
  std::vector<PosTag> tags;
};

struct Options {
  std::vector<std::string> gold, silver, silver_ids, dev;
  std::string classes, out;
  unsigned epochs = 4, runs = 2, min_updates = 3;
  std::size_t max_class_words = 40000;
  double margin = 1.0, prune = 0.02, capitals = 0.04, hide = 0.05;
  double pure = 0.999;
  unsigned pure_count = 12;
  unsigned gold_copies = 2;
};

// ---- reading

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

std::vector<std::string_view> split(std::string_view line, char at) {
  std::vector<std::string_view> cells;
  for (std::size_t start = 0; start <= line.size();) {
    const std::size_t end = std::min(line.find(at, start), line.size());
    cells.push_back(line.substr(start, end - start));
    start = end + 1;
  }
  return cells;
}

// Tags of the treebanks that PosTag doesn't have.
constexpr struct {
  std::string_view name;
  PosTag tag;
} kForeignTags[] = {{"``", PosTag::quote}, {"HYPH", PosTag::colon}, {"NFP", PosTag::SYM}, {"ADD", PosTag::NN},
                    {"GW", PosTag::NN},    {"XX", PosTag::FW},      {"AFX", PosTag::JJ}};

PosTag parse_tag(std::string_view name) {
  for (const auto& row : kForeignTags)
    if (row.name == name) return row.tag;
  const auto at = std::find(kPosTagNames.begin(), kPosTagNames.end(), name);
  if (at == kPosTagNames.end()) throw std::runtime_error(fmt::format("no such tag: {}", name));
  return static_cast<PosTag>(at - kPosTagNames.begin());
}

constexpr struct {
  std::string_view as_written, ours;
} kSpellings[] = {{"-LRB-", "("}, {"-RRB-", ")"}, {"-LSB-", "["}, {"-RSB-", "]"}, {"-LCB-", "{"}, {"-RCB-", "}"}};

std::string spell(std::string_view word) {
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
PosTag joined_tag(const std::vector<Row>& rows, std::size_t first, std::size_t last) {
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

Example make_example(const std::vector<Row>& rows) {
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
    if (word == "to" || word == "To" || word == "TO") tag = PosTag::TO;  // EWT tells the preposition apart, news doesn't
    if (word == "''" || word == "\"" || word == "``") tag = PosTag::quote;
    if (const PosTag fixed = punctuation_tag(word); fixed != PosTag::none) tag = fixed;
    example.words.push_back(std::move(word));
    example.tags.push_back(tag);
  }
  return example;
}

// CoNLL-U (columns: form 2, tag 5, head 7, relation 8, SpaceAfter in 10).
std::vector<Example> read_treebank(const std::string& path) {
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
  return examples;
}

// Machine-tagged news: index, form, lemma, tag ...; "# story = ID" opens a story, of which only those of `ids` count.
std::vector<Example> read_silver(const std::string& path, const std::unordered_set<std::string>& ids) {
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
    if (wanted && cells.size() > 3 && cells[3] != "_") rows.push_back({std::string(cells[1]), std::string(cells[3]), "", 0, false});
  });
  if (!rows.empty()) examples.push_back(make_example(rows));
  return examples;
}

std::unordered_set<std::string> read_ids(const std::vector<std::string>& paths) {
  std::unordered_set<std::string> ids;
  for (const std::string& path : paths)
    for_each_line(path, [&](std::string_view line) { ids.insert(nlohmann::json::parse(line).at("id").get<std::string>()); });
  return ids;
}

// Word, then its class among 100, 500 and 2,000, by falling frequency: the 500 are used.
std::vector<std::pair<std::string, std::uint16_t>> read_classes(const std::string& path, std::size_t limit) {
  std::vector<std::pair<std::string, std::uint16_t>> classes;
  if (path.empty()) return classes;
  for_each_line(path, [&](std::string_view line) {
    const auto cells = split(line, '\t');
    if (cells.size() < 4 || classes.size() >= limit) return;
    classes.emplace_back(spell(cells[0]), static_cast<std::uint16_t>(std::atoi(std::string(cells[2]).c_str()) + 1));
  });
  return classes;
}

// ---- headlines: some sentences once more in capitals, or with each word capitalised

std::string upper(std::string word) {
  for (char& c : word)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  return word;
}
std::string lower(std::string word) {
  for (char& c : word)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return word;
}

void add_headlines(std::vector<Example>& examples, double share) {
  std::mt19937 random(7);
  std::uniform_real_distribution<double> uniform;
  const std::size_t count = examples.size();
  for (std::size_t i = 0; i < count; ++i) {
    const double draw = uniform(random);
    if (draw > 2 * share || examples[i].words.size() > 25) continue;
    Example copy = examples[i];
    for (std::string& word : copy.words) {
      if (draw < share) word = upper(word);
      else if (word.size() > 3 && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 32);
    }
    if (draw >= share && copy.tags.back() == PosTag::period) {
      copy.words.pop_back();
      copy.tags.pop_back();
    }
    if (!copy.words.empty()) examples.push_back(std::move(copy));
  }
}

// ---- the words: which have one tag only, which set of tags, which class

std::uint32_t next_power_of_two(std::size_t n) {
  std::uint32_t power = 1;
  while (power < n) power *= 2;
  return power;
}

struct WordFacts {
  std::map<PosTag, unsigned> counts;
  unsigned total = 0;
};

std::string build_words(const std::vector<Example>& examples, const Options& options) {
  std::map<std::string, WordFacts> facts;
  for (const Example& e : examples)
    for (std::size_t i = 0; i < e.words.size(); ++i) {
      WordFacts& f = facts[e.words[i]];
      ++f.counts[e.tags[i]];
      ++f.total;
    }
  std::map<std::string, PosWordSlot> slots;
  for (const auto& [word, word_class] : read_classes(options.classes, options.max_class_words))
    slots[word] = {0, word_class, 0, 0};
  // A set of tags holds those of at least 2 % of a word's uses; the 254 commonest sets have a number.
  std::map<std::vector<PosTag>, unsigned> set_sizes;
  std::map<std::string, std::vector<PosTag>> sets;
  for (const auto& [word, f] : facts) {
    if (f.total < 3 || punctuation_tag(word) != PosTag::none) continue;
    PosWordSlot& slot = slots[word];
    std::vector<PosTag>& set = sets[word];
    for (const auto& [tag, n] : f.counts) {
      if (n >= 0.02 * f.total) set.push_back(tag);
      if (f.total >= options.pure_count && n >= options.pure * f.total) slot.only_tag = static_cast<std::uint8_t>(tag);
    }
    if (f.total < 8) set.push_back(PosTag::none);  // seldom seen: other tags are likely
    set_sizes[set] += f.total;
  }
  std::vector<std::pair<unsigned, std::vector<PosTag>>> order;
  for (const auto& [set, n] : set_sizes) order.emplace_back(n, set);
  std::sort(order.rbegin(), order.rend());
  std::map<std::vector<PosTag>, std::uint8_t> set_ids;
  for (std::size_t i = 0; i < order.size() && i < 254; ++i) set_ids[order[i].second] = static_cast<std::uint8_t>(i + 1);
  std::size_t only = 0;
  for (const auto& [word, set] : sets) {
    const auto found = set_ids.find(set);
    slots[word].tag_set = found == set_ids.end() ? std::uint8_t{255} : found->second;
    only += slots[word].only_tag != 0;
  }
  std::vector<PosWordSlot> table(next_power_of_two(slots.size() * 5 / 4));
  const auto mask = static_cast<std::uint32_t>(table.size() - 1);
  for (auto& [word, slot] : slots) {
    const std::uint64_t hash = hash_word(word);
    slot.check = static_cast<std::uint32_t>(hash >> 32);
    std::uint32_t at = static_cast<std::uint32_t>(hash) & mask;
    while (table[at].check != 0) at = (at + 1) & mask;
    table[at] = slot;
  }
  fmt::print("{} words, {} of one tag, {} sets of tags, {} slots\n", slots.size(), only, order.size(), table.size());
  return {reinterpret_cast<const char*>(table.data()), table.size() * sizeof(PosWordSlot)};
}

std::string pack_model(const std::string& words, const std::vector<PosFeatureSlot>& slots,
                       const std::vector<std::uint16_t>& units) {
  PosHeader header{};
  std::memcpy(header.magic, kPosMagic, sizeof kPosMagic);
  header.feature_set = kPosFeatureSet;
  header.word_slots = static_cast<std::uint32_t>(words.size() / sizeof(PosWordSlot));
  header.feature_slots = static_cast<std::uint32_t>(slots.size());
  header.units = static_cast<std::uint32_t>(units.size());
  std::string out(reinterpret_cast<const char*>(&header), sizeof header);
  out += words;
  out.append(reinterpret_cast<const char*>(slots.data()), slots.size() * sizeof slots[0]);
  out.append(reinterpret_cast<const char*>(units.data()), units.size() * sizeof units[0]);
  return out;
}

// ---- training

// A sentence as the features see it, edges included.
std::vector<PosWord> describe_all(const PosModel& model, const Example& example) {
  std::vector<PosWord> words(2, edge_word());
  for (const std::string& text : example.words) {
    Token token;
    token.hash = hash_word(text);
    token.lower_hash = hash_word(lower(text));
    words.push_back(model.describe(token, text));
  }
  words.resize(words.size() + 2, edge_word());
  return words;
}

struct Weights {
  std::array<float, kPosTagCount> now{};
  std::array<double, kPosTagCount> sum{};  // of each change times the moment it came
  unsigned updates = 0;
};

class Perceptron {
 public:
  Perceptron(const PosModel& words, const Options& options) : words_(words), options_(options) {}

  void train(const std::vector<Example>& examples, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<std::size_t> order(examples.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::uniform_real_distribution<double> uniform;
    std::vector<PosWord> words;
    std::vector<std::vector<PosWord>> described;
    for (const Example& e : examples) described.push_back(describe_all(words_, e));
    for (unsigned epoch = 0; epoch < options_.epochs; ++epoch) {
      std::shuffle(order.begin(), order.end(), random);
      std::size_t wrong = 0, tokens = 0;
      for (std::size_t at : order) {
        words = described[at];
        for (PosWord& word : words)
          if (word.tag_set != 0 && word.only_tag == PosTag::none && uniform(random) < options_.hide) hide(word);
        wrong += learn(words, examples[at].tags);
        tokens += examples[at].tags.size();
      }
      fmt::print("  epoch {}: {:.2f} % wrong, {} features\n", epoch + 1, 100.0 * static_cast<double>(wrong) / static_cast<double>(tokens), rows_.size());
      std::fflush(stdout);
    }
  }

  // Adds the averaged weights, divided by `runs`, to `into`.
  void add_average(unsigned runs, std::unordered_map<std::uint64_t, std::array<double, kPosTagCount>>& into) const {
    for (const auto& [key, index] : index_) {
      const Weights& w = rows_[index];
      if (w.updates < options_.min_updates) continue;
      auto& average = into[key];
      for (std::size_t t = 0; t < kPosTagCount; ++t)
        average[t] += (static_cast<double>(w.now[t]) - w.sum[t] / static_cast<double>(moment_)) / runs;
    }
  }

 private:
  // Makes a word one that was never seen, or its affixes would never be learnt: unseen words are rare in training.
  static void hide(PosWord& word) {
    word.form = word.lower = 0;
    word.tag_set = 0;
  }

  std::size_t learn(const std::vector<PosWord>& words, const std::vector<PosTag>& gold) {
    PosTag before = PosTag::none, second = PosTag::none;
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < gold.size(); ++i) {
      const PosWord& word = words[i + 2];
      PosTag tag = word.only_tag;
      if (tag == PosTag::none) {
        tag = decide(&word, before, second, gold[i]);
        ++moment_;
      }
      wrong += tag != gold[i];
      second = before;
      before = tag;
    }
    return wrong;
  }

  // The tag by the weights so far; those change where it is wrong or right by too little.
  PosTag decide(const PosWord* word, PosTag before, PosTag second, PosTag gold) {
    std::array<float, kPosTagCount> scores{};
    keys_.clear();
    emit_pos_features(word, before, second, [&](std::uint64_t key) { keys_.push_back(key); });
    for (std::uint64_t key : keys_)
      if (const auto found = index_.find(key); found != index_.end())
        for (std::size_t t = 0; t < kPosTagCount; ++t) scores[t] += rows_[found->second].now[t];
    const std::size_t right = static_cast<std::size_t>(gold);
    const auto best = static_cast<std::size_t>(std::max_element(scores.begin() + 1, scores.end()) - scores.begin());
    std::size_t rival = right == 1 ? 2 : 1;
    for (std::size_t t = 1; t < kPosTagCount; ++t)
      if (t != right && scores[t] > scores[rival]) rival = t;
    if (scores[right] < scores[rival] + static_cast<float>(options_.margin)) update(right, rival);
    return static_cast<PosTag>(best);
  }

  void update(std::size_t right, std::size_t rival) {
    for (std::uint64_t key : keys_) {
      const auto [at, is_new] = index_.try_emplace(key, static_cast<std::uint32_t>(rows_.size()));
      if (is_new) rows_.emplace_back();
      Weights& w = rows_[at->second];
      ++w.updates;
      w.now[right] += 1;
      w.now[rival] -= 1;
      w.sum[right] += static_cast<double>(moment_);
      w.sum[rival] -= static_cast<double>(moment_);
    }
  }

  struct KeyHash {
    std::size_t operator()(std::uint64_t key) const { return key; }
  };
  const PosModel& words_;
  const Options& options_;
  std::unordered_map<std::uint64_t, std::uint32_t, KeyHash> index_;
  std::vector<Weights> rows_;
  std::vector<std::uint64_t> keys_;
  std::uint64_t moment_ = 1;
};

using Averages = std::unordered_map<std::uint64_t, std::array<double, kPosTagCount>>;

// Prunes and quantises the weights: the largest ones are cut off at 127 units.
std::string quantise(const Averages& averages, const std::string& words, const Options& options) {
  std::vector<std::uint64_t> keys;
  std::vector<double> sizes;
  for (const auto& [key, row] : averages) {
    keys.push_back(key);
    for (double w : row)
      if (w != 0) sizes.push_back(std::abs(w));
  }
  std::sort(keys.begin(), keys.end());
  std::nth_element(sizes.begin(), sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() * 9995 / 10000), sizes.end());
  const double unit = sizes[sizes.size() * 9995 / 10000] / 127;
  struct Kept {
    std::uint64_t key;
    std::uint32_t offset;
  };
  std::vector<Kept> kept;
  std::vector<std::uint16_t> units(1, 0);  // offset 0 is never used
  for (std::uint64_t key : keys) {
    const auto offset = static_cast<std::uint32_t>(units.size());
    units.push_back(0);
    const auto& row = averages.at(key);
    for (std::size_t t = 1; t < kPosTagCount; ++t) {
      if (std::abs(row[t]) < options.prune) continue;
      const int w = static_cast<int>(std::lround(std::clamp(row[t] / unit, -127.0, 127.0)));
      if (w == 0) continue;
      units.push_back(static_cast<std::uint16_t>(t << 8 | static_cast<std::uint8_t>(w)));
      ++units[offset];
    }
    if (units.size() == offset + 1) units.pop_back();
    else kept.push_back({key, offset});
  }
  if (units.size() > kPosMaxUnits) throw std::runtime_error(fmt::format("{} weights: raise --prune", units.size()));
  std::vector<PosFeatureSlot> slots(next_power_of_two(kept.size() * 5 / 4));
  const auto mask = static_cast<std::uint32_t>(slots.size() - 1);
  for (const Kept& feature : kept) {
    std::uint32_t at = static_cast<std::uint32_t>(feature.key) & mask;
    while (slots[at] != 0) at = (at + 1) & mask;
    slots[at] = static_cast<std::uint32_t>(feature.key >> (32 + kPosOffsetBits)) << kPosOffsetBits | feature.offset;
  }
  std::string model = pack_model(words, slots, units);
  fmt::print("{} features, {} weights, unit {:.4f}, {} bytes\n", kept.size(), units.size() - kept.size(), unit, model.size());
  return model;
}

void report(const PosModel& model, const std::vector<Example>& examples, const std::string& name) {
  std::size_t tokens = 0, right = 0, words = 0, words_right = 0, fixed = 0;
  std::map<std::pair<PosTag, PosTag>, unsigned> confusions;
  for (const Example& e : examples) {
    const std::vector<PosWord> described = describe_all(model, e);
    PosTag before = PosTag::none, second = PosTag::none;
    for (std::size_t i = 0; i < e.tags.size(); ++i) {
      const PosTag tag = best_tag(model, &described[i + 2], before, second);
      const bool is_word = punctuation_tag(e.words[i]) == PosTag::none;
      ++tokens;
      fixed += described[i + 2].only_tag != PosTag::none;
      words += is_word;
      right += tag == e.tags[i];
      words_right += is_word && tag == e.tags[i];
      if (tag != e.tags[i]) ++confusions[{e.tags[i], tag}];
      second = before;
      before = tag;
    }
  }
  const auto share = [](std::size_t part, std::size_t of) { return 100.0 * static_cast<double>(part) / static_cast<double>(of); };
  fmt::print("{}: {:.2f} % of {} tokens, {:.2f} % of {} words, {:.0f} % not scored\n", name, share(right, tokens), tokens,
             share(words_right, words), words, share(fixed, tokens));
  std::vector<std::pair<unsigned, std::pair<PosTag, PosTag>>> worst;
  for (const auto& [pair, n] : confusions) worst.emplace_back(n, pair);
  std::sort(worst.rbegin(), worst.rend());
  for (std::size_t i = 0; i < worst.size() && i < 12; ++i)
    fmt::print(" {}>{}:{}", kPosTagNames[static_cast<std::size_t>(worst[i].second.first)],
               kPosTagNames[static_cast<std::size_t>(worst[i].second.second)], worst[i].first);
  fmt::print("\n");
}

void run(const Options& options) {
  std::vector<Example> examples;
  for (const std::string& path : options.gold)
    for (Example& e : read_treebank(path))
      for (unsigned copy = 0; copy < options.gold_copies; ++copy) examples.push_back(e);
  const std::size_t gold_count = examples.size();
  const std::unordered_set<std::string> ids = read_ids(options.silver_ids);
  for (const std::string& path : options.silver)
    for (Example& e : read_silver(path, ids)) examples.push_back(std::move(e));
  fmt::print("{} sentences by hand, {} by machine\n", gold_count, examples.size() - gold_count);

  const std::string words = build_words(examples, options);
  add_headlines(examples, options.capitals);
  const std::string bare = pack_model(words, std::vector<PosFeatureSlot>(1), {});
  const PosModel word_model(bare);
  Averages averages;
  for (unsigned r = 0; r < options.runs; ++r) {
    Perceptron perceptron(word_model, options);
    perceptron.train(examples, 1000 + r);
    perceptron.add_average(options.runs, averages);
  }
  const std::string bytes = quantise(averages, words, options);
  const PosModel model(bytes);
  for (const std::string& path : options.dev) report(model, read_treebank(path), path);
  std::ofstream out(options.out, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out.flush()) throw std::runtime_error(options.out + ": can't be written");
}

}  // namespace
}  // namespace wirecut

int main(int argc, char** argv) {
  wirecut::Options options;
  CLI::App app("Trains the part-of-speech model");
  app.add_option("--gold", options.gold, "CoNLL-U files tagged by hand")->required();
  app.add_option("--silver", options.silver, "files tagged by machine");
  app.add_option("--silver-ids", options.silver_ids, "JSON Lines whose ids say which stories of --silver count");
  app.add_option("--classes", options.classes, "words and their classes");
  app.add_option("--dev", options.dev, "CoNLL-U files to report on");
  app.add_option("--out", options.out, "the model")->required();
  app.add_option("--epochs", options.epochs);
  app.add_option("--runs", options.runs);
  app.add_option("--min-updates", options.min_updates);
  app.add_option("--class-words", options.max_class_words);
  app.add_option("--margin", options.margin);
  app.add_option("--prune", options.prune);
  app.add_option("--capitals", options.capitals);
  app.add_option("--hide", options.hide);
  app.add_option("--pure", options.pure);
  app.add_option("--pure-count", options.pure_count);
  app.add_option("--gold-copies", options.gold_copies);
  CLI11_PARSE(app, argc, argv);
  try {
    wirecut::run(options);
  } catch (const std::exception& error) {
    fmt::print(stderr, "train_pos: {}\n", error.what());
    return 1;
  }
}
