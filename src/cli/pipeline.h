// Work on many threads, written in the order in which it was read.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/inputs.h"
#include "wirecut/result.h"

namespace wirecut {

// What became of one job: bytes for the output, and what the writer must know of it.
struct Done {
  std::shared_ptr<const InputFile> file;
  bool ends_input = false;     // the last of its input; without a story
  bool changed = false;        // and the input changed while it was read
  std::string bytes;           // of the record
  std::optional<Error> error;  // the story could not be read
  std::uint64_t text_bytes = 0;
};

// Jobs that one thread takes together, in the order of reading.
using Batch = std::vector<Job>;

struct Pipeline {
  std::function<Batch()> read;  // called by one thread at a time; empty: there is nothing more
  // Called once on each thread that has work; what it returns is the thread's own.
  std::function<std::function<std::vector<Done>(Batch)>()> make_worker;
  std::function<bool(Done&&)> write;          // one at a time, in the order of reading; false: stop
  std::function<bool()> flush;                // nothing more is ready; false: stop
  std::size_t max_waiting_bytes = 64u << 20;  // of finished records that wait for one before them
};

// Runs until read() gives nothing or write() says stop. An exception in any part ends the run and is thrown here.
void run_pipeline(const Pipeline& pipeline, unsigned threads);

}  // namespace wirecut
