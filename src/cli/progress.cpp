#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace wirecut {

namespace {

constexpr auto kPause = std::chrono::milliseconds(100);
constexpr std::string_view kEraseLine = "\r\x1b[K";

bool is_smart_terminal() {
  const char* terminal = std::getenv("TERM");
  return ::isatty(STDERR_FILENO) != 0 && terminal != nullptr && std::string_view(terminal) != "dumb";
}

}  // namespace

Progress::Progress(ProgressMode mode, bool quiet, bool records_to_terminal)
    : enabled_(mode == ProgressMode::always ||
               (mode == ProgressMode::automatic && !quiet && !records_to_terminal && is_smart_terminal())) {}

void Progress::show(std::uint64_t stories, std::uint64_t errors, std::uint64_t bytes, std::uint64_t total_bytes) {
  if (!enabled_) return;
  const Clock::time_point now = Clock::now();
  if (now - last_ < kPause) return;
  last_ = now;
  shown_ = true;
  const double seconds = std::chrono::duration<double>(now - began_).count();
  const double rate = static_cast<double>(bytes) / seconds;
  fmt::print(stderr, "{}{} stories, {:.1f} MB/s, {} errors", kEraseLine, stories, rate / 1e6, errors);
  if (total_bytes >= bytes && bytes > 0)
    fmt::print(stderr, ", {:.0f} s left", static_cast<double>(total_bytes - bytes) / rate);
  std::fflush(stderr);
}

void Progress::clear() {
  if (shown_) fmt::print(stderr, "{}", kEraseLine);
  shown_ = false;
}

}  // namespace wirecut
