// Any bytes as a part-of-speech model: refused by a message, or used without a crash, each word getting a tag that
// exists. The input is the model itself, or, so that the reader gets past the sizes, what fills a model of fitting
// sizes.

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "tagger/pos_model.h"
#include "wirecut/analyzer.h"

namespace {

constexpr std::string_view kText =
    "Ms. Okonkwo-Baker's office said on Tuesday that 1,200 grelkers won't be blimped before May 3rd, 'as agreed'.";

wirecut::Story read_story() {
  const wirecut::Analyzer analyzer;
  const auto scratch = analyzer.make_scratch();
  wirecut::Story story;
  story.text = kText;
  analyzer.analyze(story, {}, *scratch);
  return story;
}

std::string filled_model(std::string_view filling) {
  wirecut::PosHeader header{};
  std::memcpy(header.magic, wirecut::kPosMagic, sizeof header.magic);
  header.feature_set = wirecut::kPosFeatureSet;
  header.word_slots = 1u << (filling.size() % 5);
  header.habit_buckets = 1 + static_cast<std::uint32_t>(filling.size() % 2);
  header.buckets = 1 + static_cast<std::uint32_t>(filling.size() % 3);
  std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
  const std::size_t places = header.buckets * wirecut::kPosBucket;
  const std::size_t size = bytes.size() + header.word_slots * sizeof(wirecut::PosWordSlot) +
                           places * (sizeof(std::uint16_t) + sizeof(wirecut::PosRow)) +
                           header.habit_buckets * wirecut::kPosBucket * sizeof(wirecut::PosHabit);
  for (std::size_t i = 0; bytes.size() < size; ++i) bytes += filling.empty() ? '\0' : filling[i % filling.size()];
  return bytes;
}

void tag_story(const std::string& bytes, const wirecut::Story& story) {
  std::optional<wirecut::PosModel> model;
  try {
    model.emplace(bytes);
  } catch (const std::runtime_error&) {
    return;
  }
  if (model->empty()) return;
  std::vector<wirecut::PosWord> words(2, wirecut::edge_word());
  for (const wirecut::Token& token : story.tokens) words.push_back(model->describe(token, story.words(token.span)));
  words.resize(words.size() + 2, wirecut::edge_word());
  std::vector<wirecut::PosTag> tags(story.tokens.size());
  model->tag(words, tags);
  for (wirecut::PosTag tag : tags)
    if (tag == wirecut::PosTag::none || static_cast<std::size_t>(tag) >= wirecut::kPosTagCount) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const wirecut::Story story = read_story();
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  tag_story(bytes, story);
  tag_story(filled_model(bytes), story);
  return 0;
}
