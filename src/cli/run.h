// One run: all inputs through the pipeline to the output.
#pragma once

#include "cli/options.h"

namespace wirecut {

// Returns the exit code. Throws std::bad_alloc, and std::runtime_error where the embedded data is damaged.
int analyze_all(const Options& options);

}  // namespace wirecut
