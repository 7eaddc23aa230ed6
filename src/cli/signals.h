// SIGINT and SIGTERM as a request to finish what is in hand.
#pragma once

namespace wirecut {

// From now on the first SIGINT or SIGTERM only sets what the two functions below tell; a second one ends the process at
// once. A signal that is ignored stays ignored (nohup). Call once, before there are threads.
void catch_stop_signals();

// The signal that came first; 0: none yet.
int stop_signal();

// Becomes readable when a signal has come: for poll(). -1 before catch_stop_signals().
int stop_descriptor();

}  // namespace wirecut
