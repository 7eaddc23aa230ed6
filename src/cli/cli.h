// The program: options in, exit code out.
#pragma once

namespace wirecut {

// Never throws; what stops the run is told on standard error.
int run_wirecut(int argc, const char* const* argv);

}  // namespace wirecut
