// The pipeline: reads as the table of contents of a story. Each stage sees the layers above it, none below.

#include "wirecut/analyzer.h"

#include <fmt/format.h>
#include <time.h>

#include "dates/dates.h"
#include "entities/entities.h"
#include "entities/known_parts.h"
#include "entities/user_names.h"
#include "lexicon/lexicon.h"
#include "places/places.h"
#include "quotes/quotes.h"
#include "resolve/dateline.h"
#include "resolve/dates.h"
#include "resolve/home.h"
#include "resolve/places.h"
#include "resolve/speakers.h"
#include "structure/structure.h"
#include "tagger/tagger.h"
#include "tokens/tokens.h"

namespace wirecut {

namespace {

double seconds_of(clockid_t clock) {
  timespec now{};
  ::clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

// Gives the time since the last call to the stage that has just ended; costs a branch where nobody asks.
class StageClock {
 public:
  explicit StageClock(StageTimes* times) : times_(times) {
    if (times_ != nullptr) last_ = now();
  }
  void ended(Stage stage) {
    if (times_ == nullptr) return;
    const StageTimes::Time time = now();
    (*times_)[stage].wall += time.wall - last_.wall;
    (*times_)[stage].cpu += time.cpu - last_.cpu;
    last_ = time;
  }

 private:
  static StageTimes::Time now() { return {seconds_of(CLOCK_MONOTONIC), seconds_of(CLOCK_THREAD_CPUTIME_ID)}; }

  StageTimes* times_;
  StageTimes::Time last_;
};

}  // namespace

struct Analyzer::Parts {
  Lexicon lexicon{embedded_bytes()};
  TimeWords time_words{lexicon};
};

struct Analyzer::Scratch {
  Tokenization tokenization;
  std::shared_ptr<TaggerScratch> tagger = make_tagger_scratch();
  std::shared_ptr<PlaceScratch> places = make_place_scratch();
  std::shared_ptr<QuoteScratch> quotes = make_quote_scratch();
};

Analyzer::Analyzer() : parts_(std::make_unique<Parts>()) {
  check_name_model(parts_->lexicon);
  check_pos_model(parts_->lexicon);
}
Analyzer::~Analyzer() = default;

std::shared_ptr<Analyzer::Scratch> Analyzer::make_scratch() const { return std::make_shared<Scratch>(); }

bool Analyzer::is_home(std::string_view near) const { return wirecut::is_home(near, parts_->lexicon); }

std::string Analyzer::data_digest() const { return fmt::format("{:016x}", parts_->lexicon.blob.digest()); }

void Analyzer::analyze(std::span<Story* const> stories, const AnalyzeOptions& options, Scratch& scratch,
                       StageTimes* times) const {
  StageClock clock(times);
  const Lexicon& lexicon = parts_->lexicon;
  const Home home = home_of(options.near, lexicon);
  const auto wanted = [&](unsigned layers) { return (options.layers & layers) != 0; };
  // Each stage begins with the story that the one before it ended with, which the caches still have.
  bool backwards = false;
  const auto run = [&](Stage stage, auto read) {
    for (std::size_t i = 0; i < stories.size(); ++i) {
      Story& story = *stories[backwards ? stories.size() - 1 - i : i];
      if (!story.error) read(story);
    }
    backwards = !backwards;
    clock.ended(stage);
  };

  run(Stage::structure, [&](Story& story) {
    std::optional<Transmission> framed = std::move(story.structure.transmission);  // the reader's: the wire sent it
    story.structure = parse_structure(story, lexicon);
    if (framed) story.structure.transmission = std::move(framed);
  });
  run(Stage::tokens, [&](Story& story) {
    tokenize(story, lexicon, scratch.tokenization);
    std::swap(story.tokens, scratch.tokenization.tokens);
    std::swap(story.sentences, scratch.tokenization.sentences);
  });
  run(Stage::names, [&](Story& story) {
    if (wanted(kEntities | kQuotes | kPlaces | kCountries | kDates))
      correct_names(story, lexicon, story.names = find_names(story, lexicon, *scratch.tagger));
    if (options.names != nullptr) options.names->apply(story, story.names);
  });
  if (wanted(kEntities | kQuotes | kDates))
    run(Stage::parts_of_speech, [&](Story& story) { tag_parts_of_speech(story, lexicon, *scratch.tagger); });
  if (wanted(kEntities | kQuotes))
    run(Stage::entities, [&](Story& story) { story.entities = find_entities(story, lexicon, options.names); });
  run(Stage::dates, [&](Story& story) {
    const std::vector<DateExpression> expressions = find_dates(story, parts_->time_words);
    story.published = resolve_published(story, expressions, options.published, lexicon);
    // Without it all of the story's weekdays stay open: nobody should find out by reading them.
    if (!story.metadata.published.empty() && !story.published)
      story.warnings.push_back("the day of publication was not understood");
    complete_dateline(story.structure.dateline, story.published);
    if (wanted(kDates)) story.dates = resolve_dates(story, expressions, lexicon);
  });
  if (wanted(kPlaces | kCountries))
    run(Stage::places, [&](Story& story) {
      take_home(story, story.structure.dateline, home, lexicon);
      const std::vector<PlaceCandidate> candidates = find_places(story, lexicon);
      story.places = resolve_places(story, candidates, home, lexicon, *scratch.places);
      follow_place(story, story.structure.dateline);
      story.countries = resolve_countries(story, candidates, lexicon);
    });
  if (wanted(kQuotes)) {
    run(Stage::quotes, [&](Story& story) { story.quotes = find_quotes(story, lexicon, *scratch.quotes); });
    // Apart, so that it doesn't drive the models from the caches: 3 % of the stage (tests/bench/bench.sh).
    run(Stage::quotes, [&](Story& story) { resolve_speakers(story, lexicon, story.quotes, story.entities); });
  }
}

void Analyzer::analyze(Story& story, const AnalyzeOptions& options, Scratch& scratch) const {
  Story* const one = &story;
  analyze({&one, 1}, options, scratch);
}

}  // namespace wirecut
