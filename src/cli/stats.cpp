#include "cli/stats.h"

#include <fmt/format.h>
#include <sys/resource.h>
#include <time.h>

#include <iterator>
#include <string_view>
#include <utility>

#include "record/names.h"

namespace wirecut {

namespace {

constexpr std::array<std::string_view, kStages> kStageNames = {"structure", "tokens", "names",  "parts of speech",
                                                               "entities",  "dates",  "places", "quotes"};

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

double clock_seconds(clockid_t clock) {
  timespec now{};
  ::clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

}  // namespace

StageTimes::Time thread_time() { return {clock_seconds(CLOCK_MONOTONIC), clock_seconds(CLOCK_THREAD_CPUTIME_ID)}; }

void add_time(StageTimes::Time& sum, const StageTimes::Time& from, const StageTimes::Time& to) {
  sum.wall += to.wall - from.wall;
  sum.cpu += to.cpu - from.cpu;
}

std::string format_stats(const Stats& stats) {
  std::string out;
  const auto line = [&]<class... Parts>(fmt::format_string<Parts...> format, Parts&&... parts) {
    fmt::format_to(std::back_inserter(out), format, std::forward<Parts>(parts)...);
  };
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  const double wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - stats.began).count();
  const double cpu = seconds(usage.ru_utime) + seconds(usage.ru_stime);
  const double megabytes = static_cast<double>(stats.text_bytes) / 1e6;

  line("stories          {}\n", stats.stories);
  if (stats.stories_kept > 0) line("kept             {} of them from the run before\n", stats.stories_kept);
  line("errors           {}\n", stats.errors);
  for (std::size_t kind = 0; kind < stats.errors_by_kind.size(); ++kind)
    if (stats.errors_by_kind[kind] > 0)
      line("  {:<14} {}\n", name_of(static_cast<ErrorKind>(kind)), stats.errors_by_kind[kind]);
  line("bytes read       {}\nbytes of text    {}\nbytes of records {}\n", stats.bytes_read, stats.text_bytes,
       stats.record_bytes);
  line("wall time        {:.3f} s ({:.2f} MB/s of text)\n", wall, megabytes / wall);
  line("CPU time         {:.3f} s ({:.2f} MB/s of text)\n", cpu, megabytes / cpu);
  line("peak memory      {:.1f} MB\n", static_cast<double>(usage.ru_maxrss) / 1024);
  line("stage               wall s     CPU s      MB/s\n");
  const auto stage = [&](std::string_view name, const StageTimes::Time& time) {
    line("  {:<15} {:>8.3f}  {:>8.3f}  {:>8.1f}\n", name, time.wall, time.cpu, megabytes / (time.cpu + 1e-9));
  };
  stage("read", stats.reading);
  for (std::size_t i = 0; i < kStages; ++i) stage(kStageNames[i], stats.stages.stages[i]);
  stage("record", stats.recording);
  return out;
}

}  // namespace wirecut
