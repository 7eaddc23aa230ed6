// A signal handler can reach nothing but globals, so the number of the signal and a pipe are the only ones of wirecut.
// The pipe wakes a thread that waits for input: a flag alone would be seen too late, or never.

#include "cli/signals.h"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>

namespace wirecut {

namespace {

std::atomic<int> first_signal = 0;
static_assert(std::atomic<int>::is_always_lock_free);
int wake_pipe[2] = {-1, -1};

extern "C" void handle_stop(int signal) {
  const int saved = errno;
  int none = 0;
  if (!first_signal.compare_exchange_strong(none, signal)) {
    std::signal(signal, SIG_DFL);
    ::raise(signal);
  } else if (::write(wake_pipe[1], "!", 1) < 0) {
    // The pipe is only ever written once; the flag has the news anyway.
  }
  errno = saved;
}

void catch_signal(int signal) {
  struct sigaction action {};
  if (::sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN) return;
  action = {};
  action.sa_handler = handle_stop;
  action.sa_flags = SA_RESTART;
  ::sigaction(signal, &action, nullptr);
}

}  // namespace

void catch_stop_signals() {
  if (::pipe2(wake_pipe, O_CLOEXEC | O_NONBLOCK) != 0) return;
  catch_signal(SIGINT);
  catch_signal(SIGTERM);
}

int stop_signal() { return first_signal; }

int stop_descriptor() { return wake_pipe[0]; }

}  // namespace wirecut
