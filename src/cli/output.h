// Where records go: one stream, or a folder with a file an input.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/manifest.h"
#include "cli/options.h"
#include "cli/pipeline.h"
#include "record/rows.h"
#include "wirecut/result.h"

namespace wirecut {

// Takes finished jobs in order. After an error nothing more is written.
class Output {
 public:
  virtual ~Output() = default;

  // Is the result of this input there already? Then it isn't read. Called by the reader; others may write meanwhile.
  virtual std::optional<ManifestEntry> finished(const InputFile&) { return std::nullopt; }

  virtual Result<void> write(const Done& done) = 0;
  virtual Result<void> flush() = 0;   // nothing more is ready for now
  virtual Result<void> finish() = 0;  // all was written
  virtual Result<void> stop() = 0;    // nothing more will come, but not all was written: keep what --resume can use
};

// What is written in front of the records of each file; the digest of all that shapes the bytes; and so on.
struct OutputSettings {
  std::string header;
  std::string suffix = ".json";  // of files below --out-dir
  std::uint64_t digest = 0;
  bool resume = false;
  bool force = false;
  bool names_may_collide = false;  // more than one path was given
};

// Standard output (an empty path), or a file. Of a run with --resume, `inputs` skips what the file's part has already,
// and `before` is set to the last entry of that. See stream_output.cpp.
Result<std::unique_ptr<Output>> open_stream_output(const std::string& path, const OutputSettings& settings,
                                                   Inputs& inputs, ManifestEntry& before);

// One SQLite file of all tables; see sqlite_output.cpp. `done.bytes` are what write_rows wrote.
Result<std::unique_ptr<Output>> open_sqlite_output(const std::string& path, const RowOptions& options);

// A folder; see folder_output.cpp.
Result<std::unique_ptr<Output>> open_folder_output(const std::string& folder, const OutputSettings& settings);

}  // namespace wirecut
