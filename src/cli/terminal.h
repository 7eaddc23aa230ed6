// What differs where a person reads along.
#pragma once

#include <string>
#include <string_view>

namespace wirecut {

// JSON text in which all that a terminal could take for a command (DEL, C1 controls, line separators, bidirectional
// marks) is written as \uXXXX: other bytes, the same values.
std::string escape_for_terminal(std::string_view json);

}  // namespace wirecut
