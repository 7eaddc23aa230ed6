#include "cli/cli.h"

#include <fmt/format.h>
#include <unistd.h>

#include <csignal>
#include <exception>

#include "cli/messages.h"
#include "cli/options.h"
#include "cli/run.h"

namespace wirecut {

namespace {

int print_schema() {
  fmt::print("{}", record_schema());
  return kAllRead;
}

int print_version() {
  fmt::print("wirecut {} (record wirecut/1, data {})\n", WIRECUT_VERSION, Analyzer().data_digest());
  return kAllRead;
}

}  // namespace

int run_wirecut(int argc, const char* const* argv) {
  std::signal(SIGPIPE, SIG_DFL);  // a closed pipe ends the program without a word, whatever the parent has set
  try {
    const ParsedOptions parsed = parse_options(argc, argv);
    if (!parsed.options) return parsed.exit_code;
    switch (parsed.options->action) {
      case Action::print_schema:
        return print_schema();
      case Action::print_version:
        return print_version();
      case Action::analyze:
        return analyze_all(*parsed.options);
    }
  } catch (const std::bad_alloc&) {
    complain("out of memory");
  } catch (const std::exception& error) {
    complain(error.what());
  }
  return kCouldNotGoOn;
}

}  // namespace wirecut
