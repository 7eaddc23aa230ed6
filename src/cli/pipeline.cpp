// No queue between reader, workers and writer, and no thread that only reads or writes: each thread takes the reader's
// lock, reads a batch, lets the lock go, and works on its stories while they are warm in its cache. When done, it
// leaves the records in `waiting`; where they are the next in order and nobody writes, it becomes the writer until the
// next in order aren't there. So one reader and one writer run at any time, stories are never handed from thread to
// thread, and one thread alone runs without waiting for anybody.
//
// Memory: a thread holds one batch; records that wait for a slow one before them are bounded by `max_waiting_bytes`,
// over which nobody reads. The slow one itself is never held up, so that bound can't lock.

#include "cli/pipeline.h"

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace wirecut {

namespace {

class Runner {
 public:
  explicit Runner(const Pipeline& pipeline) : pipeline_(pipeline) {}

  void run(unsigned threads) {
    std::vector<std::jthread> others;
    for (unsigned i = 1; i < threads; ++i) others.emplace_back([this] { work_guarded(); });
    work_guarded();
    others.clear();
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  void work_guarded() {
    try {
      work();
    } catch (...) {
      const std::lock_guard lock(state_);
      if (!failure_) failure_ = std::current_exception();
      stopped_ = true;
      changed_.notify_all();
    }
  }

  void work() {
    std::uint64_t number = 0;
    Batch batch = read(number);
    if (batch.empty()) return;
    const std::function<std::vector<Done>(Batch)> worker = pipeline_.make_worker();
    for (; !batch.empty(); batch = read(number)) deliver(number, worker(std::move(batch)));
  }

  Batch read(std::uint64_t& number) {
    const std::lock_guard reading(reader_);
    {
      std::unique_lock lock(state_);
      changed_.wait(lock, [&] { return stopped_ || waiting_bytes_ <= pipeline_.max_waiting_bytes; });
      if (stopped_) return {};
    }
    if (ended_) return {};
    Batch batch = pipeline_.read();
    ended_ = batch.empty();
    number = next_read_++;
    return batch;
  }

  static std::size_t size_of(const std::vector<Done>& records) {
    std::size_t size = 0;
    for (const Done& done : records) size += done.bytes.size();
    return size;
  }

  void deliver(std::uint64_t number, std::vector<Done> records) {
    std::unique_lock lock(state_);
    waiting_bytes_ += size_of(records);
    waiting_.emplace(number, std::move(records));
    if (writing_) return;
    writing_ = true;
    while (!stopped_ && !waiting_.empty() && waiting_.begin()->first == next_write_) {
      auto node = waiting_.extract(waiting_.begin());
      ++next_write_;
      const bool last_ready = waiting_.empty() || waiting_.begin()->first != next_write_;
      const std::size_t size = size_of(node.mapped());
      lock.unlock();
      const bool go_on = std::all_of(node.mapped().begin(), node.mapped().end(),
                                     [&](Done& done) { return pipeline_.write(std::move(done)); }) &&
                         (!last_ready || pipeline_.flush());
      lock.lock();
      waiting_bytes_ -= size;
      if (!go_on) stopped_ = true;
      changed_.notify_all();
    }
    writing_ = false;
  }

  const Pipeline& pipeline_;

  std::mutex reader_;  // guards the next two, and pipeline_.read
  bool ended_ = false;
  std::uint64_t next_read_ = 0;

  std::mutex state_;  // guards all below
  std::condition_variable changed_;
  std::map<std::uint64_t, std::vector<Done>> waiting_;  // by the place of their batch in the order
  std::size_t waiting_bytes_ = 0;
  std::uint64_t next_write_ = 0;
  bool writing_ = false;
  bool stopped_ = false;
  std::exception_ptr failure_;
};

}  // namespace

void run_pipeline(const Pipeline& pipeline, unsigned threads) { Runner(pipeline).run(threads); }

}  // namespace wirecut
