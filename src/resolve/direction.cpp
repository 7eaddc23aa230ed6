#include "resolve/direction.h"

namespace wirecut {
namespace {

// Farther left, a verb belongs to another clause more often than not.
constexpr std::uint32_t kMostTokensBack = 15;

}  // namespace

Direction find_direction(const Story& story, const Sentence& sentence, const DateExpression& expression,
                         const Lexicon& lexicon) {
  for (std::uint32_t back = 1; back <= kMostTokensBack; ++back) {
    if (expression.first_token < sentence.first_token + back) break;
    const Token& token = story.tokens[expression.first_token - back];
    if (token.kind != TokenKind::word) continue;
    const RowRange rows = lexicon.tense_cues.find_word(token.lower_hash);
    if (rows.empty()) continue;
    const std::string_view direction = lexicon.tense_cues.cell(rows.first, 1);
    if (direction == "beside") {  // "by Friday": only right before it
      if (back == 1) return Direction::future;
      continue;
    }
    return direction == "future" ? Direction::future : Direction::past;
  }
  return Direction::unknown;
}

}  // namespace wirecut
