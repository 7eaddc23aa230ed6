// How the tools end: with their result in a file, or with a message.
#pragma once

#include <cstdio>
#include <exception>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace wirecut {

// Throws std::runtime_error where `path` can't be written.
inline void write_file(const std::string& path, std::string_view bytes) {
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out.flush()) throw std::runtime_error(path + ": can't be written");
}

// Calls `run` and returns the tool's exit code: 0, or 1 with a message on standard error where it throws.
template <class Run>
int run_tool(const char* name, Run run) {
  try {
    run();
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s: %s\n", name, error.what());
    return 1;
  }
}

}  // namespace wirecut
