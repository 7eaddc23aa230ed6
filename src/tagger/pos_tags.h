// The names of the part-of-speech tags, and the tags that punctuation has whatever stands around it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "wirecut/story.h"

namespace wirecut {

inline constexpr std::size_t kPosTagCount = static_cast<std::size_t>(PosTag::hash) + 1;

// As the Penn Treebank spells them, in the order of PosTag.
inline constexpr std::array<std::string_view, kPosTagCount> kPosTagNames = {
    "none", "CC",  "CD",  "DT",  "EX",   "FW",  "IN",  "JJ",  "JJR", "JJS", "LS", "MD",    "NN",    "NNS", "NNP",
    "NNPS", "PDT", "POS", "PRP", "PRP$", "RB",  "RBR", "RBS", "RP",  "SYM", "TO", "UH",    "VB",    "VBD", "VBG",
    "VBN",  "VBP", "VBZ", "WDT", "WP",   "WP$", "WRB", ",",   ".",   ":",   "''", "-LRB-", "-RRB-", "$",   "#"};

// The tags that neighbours decide among, one lane of weights each. The others are told by the word itself, but for
// foreign words, list marks and symbols made of letters, which are too rare in news to be worth a look.
inline constexpr std::array<PosTag, 32> kPosLanes = {
    PosTag::CC,   PosTag::CD,  PosTag::DT,  PosTag::EX,  PosTag::IN,   PosTag::JJ,  PosTag::JJR, PosTag::JJS,
    PosTag::MD,   PosTag::NN,  PosTag::NNS, PosTag::NNP, PosTag::NNPS, PosTag::PDT, PosTag::POS, PosTag::PRP,
    PosTag::PRPS, PosTag::RB,  PosTag::RBR, PosTag::RBS, PosTag::RP,   PosTag::UH,  PosTag::VB,  PosTag::VBD,
    PosTag::VBG,  PosTag::VBN, PosTag::VBP, PosTag::VBZ, PosTag::WDT,  PosTag::WP,  PosTag::WRB, PosTag::quote};

// The tag of a token without a letter or digit; `none` where it has one, or where its neighbours decide ("'").
constexpr PosTag punctuation_tag(std::string_view word) {
  struct Row {
    std::string_view first;  // what the token opens with
    PosTag tag;
  };
  constexpr Row kRows[] = {{"...", PosTag::colon}, {"…", PosTag::colon},  {"--", PosTag::colon}, {".", PosTag::period},
                           {"!", PosTag::period},  {"?", PosTag::period}, {",", PosTag::comma},  {":", PosTag::colon},
                           {";", PosTag::colon},   {"-", PosTag::colon},  {"–", PosTag::colon},  {"—", PosTag::colon},
                           {"―", PosTag::colon},   {"/", PosTag::colon},  {"|", PosTag::colon},  {"•", PosTag::colon},
                           {"(", PosTag::lparen},  {"[", PosTag::lparen}, {"{", PosTag::lparen}, {")", PosTag::rparen},
                           {"]", PosTag::rparen},  {"}", PosTag::rparen}, {"$", PosTag::dollar}, {"£", PosTag::dollar},
                           {"€", PosTag::dollar},  {"¥", PosTag::dollar}, {"#", PosTag::hash},   {"%", PosTag::NN},
                           {"&", PosTag::CC},      {"\"", PosTag::quote}, {"``", PosTag::quote}, {"`", PosTag::quote},
                           {"''", PosTag::quote},  {"“", PosTag::quote},  {"”", PosTag::quote},  {"„", PosTag::quote},
                           {"«", PosTag::quote},   {"»", PosTag::quote},  {"‘", PosTag::quote},  {"’", PosTag::none},
                           {"'", PosTag::none},    {"+", PosTag::SYM},    {"=", PosTag::SYM},    {"*", PosTag::SYM},
                           {"<", PosTag::SYM},     {">", PosTag::SYM},    {"@", PosTag::SYM},    {"~", PosTag::SYM},
                           {"_", PosTag::SYM},     {"^", PosTag::SYM},    {"\\", PosTag::SYM},   {"©", PosTag::SYM},
                           {"®", PosTag::SYM},     {"™", PosTag::SYM},    {"°", PosTag::SYM}};
  if (!word.empty() && ((word[0] | 32) >= 'a' && (word[0] | 32) <= 'z')) return PosTag::none;
  for (char c : word) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter) return PosTag::none;
  }
  for (const Row& row : kRows)
    if (word.substr(0, row.first.size()) == row.first) return row.tag;
  return PosTag::none;
}

}  // namespace wirecut
