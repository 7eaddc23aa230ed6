#include "resolve/dates.h"

namespace wirecut {

std::optional<Published> resolve_published(const Story&, const std::vector<DateExpression>&,
                                           std::optional<std::chrono::year_month_day> option, const Lexicon&) {
  if (option) return Published{*option, PublishedBasis::option};
  return std::nullopt;
}

}  // namespace wirecut
