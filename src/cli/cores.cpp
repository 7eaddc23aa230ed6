#include "cli/cores.h"

#include <sched.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

namespace wirecut {

namespace {

std::optional<unsigned> affinity_cores() {
  cpu_set_t cores;
  if (::sched_getaffinity(0, sizeof cores, &cores) != 0) return std::nullopt;
  return static_cast<unsigned>(CPU_COUNT(&cores));
}

// "200000" microseconds in each "100000" -> 2. A quota of "max" or -1 is none.
std::optional<unsigned> share(const std::string& quota, const std::string& period) {
  const double allowed = std::atof(quota.c_str()), every = std::atof(period.c_str());
  if (allowed <= 0 || every <= 0) return std::nullopt;
  return static_cast<unsigned>(std::ceil(allowed / every));
}

// The tightest limit of the group and of those above it, in the unified hierarchy; else the one of the old hierarchy.
std::optional<unsigned> group_cores() {
  std::optional<unsigned> least;
  const auto take = [&](std::optional<unsigned> cores) {
    if (cores) least = std::min(least.value_or(*cores), *cores);
  };
  std::string line, group;
  for (std::ifstream groups("/proc/self/cgroup"); std::getline(groups, line);)
    if (line.starts_with("0::")) group = line.substr(3);
  for (;;) {
    std::string quota, period;
    if (std::ifstream limit("/sys/fs/cgroup" + group + "/cpu.max"); limit >> quota >> period)
      take(share(quota, period));
    const std::size_t slash = group.rfind('/');
    if (slash == std::string::npos) break;
    group.resize(slash);
  }
  std::string quota, period;
  std::ifstream old_quota("/sys/fs/cgroup/cpu/cpu.cfs_quota_us"), old_period("/sys/fs/cgroup/cpu/cpu.cfs_period_us");
  if (old_quota >> quota && old_period >> period) take(share(quota, period));
  return least;
}

std::optional<unsigned> slurm_cores() {
  const char* value = std::getenv("SLURM_CPUS_PER_TASK");
  if (value == nullptr) return std::nullopt;
  const std::string_view text = value;
  unsigned cores = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), cores);
  if (code != std::errc() || end != text.data() + text.size() || cores == 0) return std::nullopt;
  return cores;
}

}  // namespace

unsigned usable_cores() {
  unsigned cores = affinity_cores().value_or(std::thread::hardware_concurrency());
  for (const std::optional<unsigned> limit : {group_cores(), slurm_cores()})
    if (limit) cores = std::min(cores, *limit);
  return std::max(cores, 1u);
}

}  // namespace wirecut
