// What --stats prints at the end of a run.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <string>

#include "wirecut/analyzer.h"

namespace wirecut {

struct Stats {
  std::chrono::steady_clock::time_point began = std::chrono::steady_clock::now();
  std::uint64_t stories = 0, errors = 0, bytes_read = 0, text_bytes = 0, record_bytes = 0, stories_kept = 0;
  std::array<std::uint64_t, 5> errors_by_kind{};  // by ErrorKind
  StageTimes stages;                              // of all threads together
  StageTimes::Time reading, recording;
};

// Several lines, each ended by a line feed.
std::string format_stats(const Stats& stats);

// Seconds, of the clock on the wall and of this thread's processor.
StageTimes::Time thread_time();

void add_time(StageTimes::Time& sum, const StageTimes::Time& from, const StageTimes::Time& to);

}  // namespace wirecut
