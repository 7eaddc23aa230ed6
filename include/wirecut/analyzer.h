// The pipeline: from a story's text to all of its layers.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "wirecut/result.h"
#include "wirecut/story.h"

namespace wirecut {

// What to compute and write; the names are those of --only.
enum Layer : std::uint8_t {
  kStructure = 1,
  kEntities = 2,
  kQuotes = 4,
  kCountries = 8,
  kPlaces = 16,
  kDates = 32,
  kAllLayers = 63,
};

// What StageTimes are kept of.
enum class Stage : std::uint8_t { structure, tokens, names, parts_of_speech, entities, dates, places, quotes };
inline constexpr std::size_t kStages = 8;

// Seconds that a thread spent in each stage.
struct StageTimes {
  struct Time {
    double wall = 0, cpu = 0;
  };
  std::array<Time, kStages> stages{};
  Time& operator[](Stage stage) { return stages[static_cast<std::size_t>(stage)]; }
};

class UserNames;  // src/entities/user_names.h

struct AnalyzeOptions {
  std::uint8_t layers = kAllLayers;  // Layer, or'ed; structure and the day of publication are found in any case
  std::optional<std::chrono::year_month_day> published;  // for stories that carry no day; wins over metadata
  std::string near;                                      // the publisher's home, "US" or "US-ID"; empty: not known;
                                                         // a state that nobody knows counts as its country
  const UserNames* names = nullptr;                      // the user's own list, which wins over the model; or none
};

// Holds the data and models; immutable after construction, so any number of threads may share it.
class Analyzer {
 public:
  Analyzer();  // throws std::runtime_error where the embedded data is damaged
  ~Analyzer();
  Analyzer(const Analyzer&) = delete;
  Analyzer& operator=(const Analyzer&) = delete;

  // A worker's memory, reused from story to story; one a thread.
  struct Scratch;
  std::shared_ptr<Scratch> make_scratch() const;

  // Fills the layers of the stories, whose id, text and metadata are set and which nobody has analysed before. Leaves a
  // story with an error as it is. Any text is a story: one that is empty or holds no prose gets empty layers, and bytes
  // that are not UTF-8 are no words (open_stories() hands out none, nor texts beyond the 4 GB that a Span can tell).
  // Never fails; no stories, no work; none of the pointers may be null. Adds to `times`, where it is given, what each
  // stage took. Each stage goes over all the stories before the next begins, while its data and code are warm: a batch
  // of 256 takes a fifth less time than sixteen of 16.
  void analyze(std::span<Story* const> stories, const AnalyzeOptions& options, Scratch& scratch,
               StageTimes* times = nullptr) const;
  void analyze(Story& story, const AnalyzeOptions& options, Scratch& scratch) const;

  // Can AnalyzeOptions::near be this? A country, or a state or province that the data know; not the empty string.
  bool is_home(std::string_view near) const;

  // Digest of the embedded data and models, 16 hex digits.
  std::string data_digest() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace wirecut
