#include "resolve/sentence_at.h"

#include <span>

#include "lexicon/first_not.h"

namespace wirecut {

std::uint32_t sentence_at(const Story& story, std::uint32_t byte_pos) {
  return static_cast<std::uint32_t>(
      first_not(story.sentences, [&](const Sentence& s) { return s.span.end <= byte_pos; }));
}

std::uint32_t token_at(const Story& story, std::uint32_t byte_pos) {
  const std::uint32_t at = sentence_at(story, byte_pos);
  if (at == story.sentences.size()) return static_cast<std::uint32_t>(story.tokens.size());
  const Sentence& sentence = story.sentences[at];
  const auto tokens = std::span(story.tokens).subspan(sentence.first_token, sentence.end_token - sentence.first_token);
  return sentence.first_token +
         static_cast<std::uint32_t>(first_not(tokens, [&](const Token& t) { return t.span.end <= byte_pos; }));
}

}  // namespace wirecut
