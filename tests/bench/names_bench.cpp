// Tokens a second (items_per_second) of the tokeniser, of the name tagger with it, and of the part-of-speech tagger
// alone; the size of the model and its lists.
//   names_bench [FILE of running text, stories parted by blank lines ...]; without one, an invented story.

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "tagger/names_model.h"
#include "tagger/tagger.h"
#include "tokens/tokens.h"

namespace wirecut {
namespace {

constexpr std::string_view kStory =
    "President Ada Okonkwo-Baker will visit Berlin next week, her office said on Tuesday. She is to meet business "
    "leaders of the Nordwind Group and the German finance minister, Karl Brandt, before flying to Oslo.\n\n"
    "\"We expect frank talks,\" said Brandt's spokeswoman, Lena Vogt. The two countries signed a $1.2 billion "
    "agreement in 2019, but the U.N. has since warned that the projects near Lake Tanga are years behind schedule.\n";

// WIRECUT_BENCH_TEXT names a file of running text; it is cut into stories of some 3,000 bytes.
std::vector<Story> read_stories() {
  std::string text(kStory);
  if (const char* path = std::getenv("WIRECUT_BENCH_TEXT")) {
    std::ifstream in(path, std::ios::binary);
    text.assign(std::istreambuf_iterator<char>(in), {});
  }
  std::vector<Story> stories;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', std::min(start + 3000, text.size() - 1)), text.size() - 1) + 1;
    stories.emplace_back().text = text.substr(start, end - start);
    start = end;
  }
  return stories;
}

void run(benchmark::State& state, bool with_names) {
  const Lexicon lexicon(embedded_bytes());
  std::vector<Story> stories = read_stories();
  const auto scratch = make_tagger_scratch();
  Tokenization tokenization;
  std::int64_t tokens = 0, bytes = 0;
  for (auto _ : state)
    for (Story& story : stories) {
      tokenize(story, lexicon, tokenization);
      std::swap(story.tokens, tokenization.tokens);
      std::swap(story.sentences, tokenization.sentences);
      if (with_names) benchmark::DoNotOptimize(find_names(story, lexicon, *scratch));
      tokens += static_cast<std::int64_t>(story.tokens.size());
      bytes += static_cast<std::int64_t>(story.text.size());
    }
  if (with_names) {
    const std::string_view model = lexicon.blob.section("model/names");
    state.counters["features"] = static_cast<double>(NamesModel(model).feature_count());
    state.counters["model_bytes"] = static_cast<double>(model.size());
    for (const char* list : {"lexicon/name_lists", "lexicon/person_names", "lexicon/city_names"})
      state.counters["list_bytes"] += static_cast<double>(lexicon.blob.section(list).size());
  }
  state.SetItemsProcessed(tokens);
  state.SetBytesProcessed(bytes);
}

// Over tokens made before: what the stage "parts of speech" of --stats does.
void BM_PartsOfSpeech(benchmark::State& state) {
  const Lexicon lexicon(embedded_bytes());
  std::vector<Story> stories = read_stories();
  const auto scratch = make_tagger_scratch();
  std::int64_t tokens = 0;
  for (Story& story : stories) {
    Tokenization tokenization;
    tokenize(story, lexicon, tokenization);
    story.tokens = std::move(tokenization.tokens);
    story.sentences = std::move(tokenization.sentences);
    tokens += static_cast<std::int64_t>(story.tokens.size());
  }
  for (auto _ : state)
    for (Story& story : stories) tag_parts_of_speech(story, lexicon, *scratch);
  state.SetItemsProcessed(state.iterations() * tokens);
}

void BM_Tokens(benchmark::State& state) { run(state, false); }
void BM_TokensAndNames(benchmark::State& state) { run(state, true); }
BENCHMARK(BM_Tokens)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_TokensAndNames)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_PartsOfSpeech)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace wirecut

BENCHMARK_MAIN();
