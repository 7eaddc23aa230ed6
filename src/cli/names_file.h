// The file of --names.
#pragma once

#include <string>

#include "entities/user_names.h"
#include "wirecut/result.h"

namespace wirecut {

// Reads a user's list of names; an error's message begins with the file's name and, where a row is bad, its line.
Result<UserNames> read_names_file(const std::string& path);

}  // namespace wirecut
