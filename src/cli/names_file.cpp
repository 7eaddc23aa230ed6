#include "cli/names_file.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include "cli/messages.h"

namespace wirecut {

Result<UserNames> read_names_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in)
    return tl::unexpected(
        Error{ErrorKind::io, fmt::format("{}: can't be read: {}", printable(path), std::strerror(errno)), {}, {}});
  Result<UserNames> names = UserNames::parse(text);
  if (names) return names;
  Error error = std::move(names.error());
  error.message = fmt::format("{}:{}: {}", printable(path), error.line.value_or(0), printable(error.message));
  return tl::unexpected(std::move(error));
}

}  // namespace wirecut
