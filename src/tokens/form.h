// The spelling of a token as it grows: both hashes and what its letters look like.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "lexicon/hash.h"
#include "tokens/char_class.h"
#include "wirecut/story.h"

namespace wirecut {

class Form {
 public:
  static Form of(Char c) {
    Form form;
    form.add(c);
    return form;
  }

  // Apostrophes and hyphens are hashed as the ASCII ones, so that "Lavrov’s" meets "Lavrov's".
  void add(Char c) {
    if (c.kind == CharClass::ignorable) return;
    if (c.kind == CharClass::apostrophe) c.code = '\'';
    if (c.kind == CharClass::hyphen) c.code = '-';
    if (c.code < 0x80) {
      const auto byte = static_cast<unsigned char>(c.code);
      hash_ = hash_step(hash_, byte);
      lower_hash_ = hash_step(lower_hash_, c.kind == CharClass::upper ? static_cast<unsigned char>(byte + 32) : byte);
    } else {
      flags_ |= kNonAscii;
      hash_ = hash_code(hash_, c.code);
      lower_hash_ = hash_code(lower_hash_, c.kind == CharClass::upper ? lower_of(c.code) : c.code);
    }
    count(c.kind);
  }

  // The same for a run of ASCII letters and digits at once; not empty.
  void add_ascii(std::string_view run) {
    std::uint32_t uppers = 0, digits = 0;
    std::uint64_t h = hash_;
    for (const char c : run) {
      const auto byte = static_cast<unsigned char>(c);
      uppers += byte - unsigned{'A'} < 26u ? 1u : 0u;
      digits += byte < 'A' ? 1u : 0u;
      h = hash_step(h, byte);
    }
    if (uppers == 0 && hash_ == lower_hash_) {
      lower_hash_ = h;
    } else {
      for (const char c : run)
        lower_hash_ = hash_step(lower_hash_, static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c + 32 : c));
    }
    hash_ = h;
    const auto letters = static_cast<std::uint32_t>(run.size()) - digits;
    if (letters_ == 0 && letters > 0) {
      const char first = *std::find_if(run.begin(), run.end(), [](char c) { return c >= 'A'; });
      if (first <= 'Z') flags_ |= kCapitalized;
    }
    letters_ += letters;
    uppers_ += uppers;
    has_lower_ |= letters > uppers;
    if (digits > 0) flags_ |= kHasDigit;
  }

  void fill(Token& token) const {
    token.hash = mix_bits(hash_);
    token.lower_hash = mix_bits(lower_hash_);
    token.flags = static_cast<std::uint8_t>(token.flags | flags_ | (uppers_ >= 2 && !has_lower_ ? kAllCaps : 0));
  }

  // The lower case hash with a full stop behind it.
  std::uint64_t lower_hash_with_stop() const { return mix_bits(hash_step(lower_hash_, '.')); }

  bool is_capital() const { return (flags_ & kCapitalized) != 0; }
  std::uint32_t letters() const { return letters_; }
  bool has_digit() const { return (flags_ & kHasDigit) != 0; }

 private:
  static std::uint64_t hash_code(std::uint64_t h, std::uint32_t code) {
    if (code < 0x80) return hash_step(h, static_cast<unsigned char>(code));
    if (code < 0x800) {
      h = hash_step(h, static_cast<unsigned char>(0xC0 | code >> 6));
    } else {
      if (code < 0x10000) {
        h = hash_step(h, static_cast<unsigned char>(0xE0 | code >> 12));
      } else {
        h = hash_step(h, static_cast<unsigned char>(0xF0 | code >> 18));
        h = hash_step(h, static_cast<unsigned char>(0x80 | (code >> 12 & 0x3F)));
      }
      h = hash_step(h, static_cast<unsigned char>(0x80 | (code >> 6 & 0x3F)));
    }
    return hash_step(h, static_cast<unsigned char>(0x80 | (code & 0x3F)));
  }

  void count(CharClass kind) {
    switch (kind) {
      case CharClass::upper:
        if (letters_ == 0) flags_ |= kCapitalized;
        ++uppers_;
        ++letters_;
        break;
      case CharClass::lower:
        has_lower_ = true;
        ++letters_;
        break;
      case CharClass::letter:
        ++letters_;
        break;
      case CharClass::digit:
        flags_ |= kHasDigit;
        break;
      case CharClass::hyphen:
        flags_ |= kHasHyphen;
        break;
      default:
        break;
    }
  }

  std::uint64_t hash_ = kHashSeed;
  std::uint64_t lower_hash_ = kHashSeed;
  std::uint32_t letters_ = 0;
  std::uint32_t uppers_ = 0;
  bool has_lower_ = false;
  std::uint8_t flags_ = 0;
};

// A word of ASCII letters only, as Form has it, read in one go: most words are.
struct PlainForm {
  std::uint64_t hash = 0, lower_hash = 0;
  std::uint8_t flags = 0;
  const char* end = nullptr;  // of the letters
};

// `text` holds something that is no letter, if only the NUL at its end.
inline PlainForm read_plain_form(const char* text) {
  const char* at = text;
  const auto byte_at = [](const char* place) { return unsigned{static_cast<unsigned char>(*place)}; };
  const auto step = [](std::uint64_t h, unsigned byte) { return hash_step(h, static_cast<unsigned char>(byte)); };
  std::uint64_t h = kHashSeed;
  unsigned byte = byte_at(at);
  for (; byte - 'a' < 26u; byte = byte_at(++at)) h = step(h, byte);
  if (byte - 'A' >= 26u) {  // all in lower case: one hash is both
    h = mix_bits(h);
    return {h, h, 0, at};
  }
  std::uint64_t lower = h;
  std::ptrdiff_t uppers = 0;
  for (; (byte | 32) - 'a' < 26u; byte = byte_at(++at)) {
    uppers += byte < 'a' ? 1 : 0;
    h = step(h, byte);
    lower = step(lower, byte | 32);
  }
  PlainForm form{mix_bits(h), mix_bits(lower), 0, at};
  if (*text <= 'Z')
    form.flags = static_cast<std::uint8_t>(uppers >= 2 && uppers == at - text ? kCapitalized | kAllCaps : kCapitalized);
  return form;
}

}  // namespace wirecut
