// Regular expressions that a user wrote, and no others.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "wirecut/result.h"
#include "wirecut/story.h"

namespace wirecut {

// An ICU regular expression in which ^ and $ match at line breaks. Belongs to one thread.
class Pattern {
 public:
  // Error: what is wrong with the expression, and where.
  static Result<Pattern> compile(std::string_view expression);

  // Looks at `text`, UTF-8 under 2 GB, from the byte `from` on; empty matches don't count. Error (limit): the search
  // takes too many steps, as `(a+)+b` can.
  Result<std::optional<Span>> find(std::string_view text, std::size_t from);

 private:
  struct Parts;
  struct Free {
    void operator()(Parts* parts) const;
  };
  explicit Pattern(std::unique_ptr<Parts, Free> parts);

  std::unique_ptr<Parts, Free> parts_;
};

}  // namespace wirecut
