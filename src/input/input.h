// The face of input/ beside wirecut/reader.h: what the command line may say about formats.
#pragma once

#include <span>
#include <string_view>

#include "wirecut/result.h"

namespace wirecut {

// The names that ReadOptions::from takes, "auto" first.
std::span<const std::string_view> input_formats();

// Why ReadOptions::split can't be used: not "none", "auto" or a valid regular expression.
Result<void> check_split(std::string_view split);

}  // namespace wirecut
