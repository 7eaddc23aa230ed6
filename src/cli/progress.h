// One line on standard error while a run goes on.
#pragma once

#include <chrono>
#include <cstdint>

#include "cli/options.h"

namespace wirecut {

class Progress {
 public:
  // Under ProgressMode::automatic only where standard error is a terminal that knows control characters, and records
  // don't go to it.
  Progress(ProgressMode mode, bool quiet, bool records_to_terminal);
  ~Progress() { clear(); }

  // Shows where the run is, ten times a second at most. `total_bytes` is 0 where it isn't known.
  void show(std::uint64_t stories, std::uint64_t errors, std::uint64_t bytes, std::uint64_t total_bytes);

  // Takes the line away, so that something else can be printed.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  bool enabled_;
  bool shown_ = false;
  Clock::time_point began_ = Clock::now();
  Clock::time_point last_ = began_;
};

}  // namespace wirecut
