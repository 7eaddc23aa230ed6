#include "pack_slots.h"

#include <fmt/format.h>
#include <bit>
#include <stdexcept>

namespace wirecut {

PackedSlots pack_slots(const std::map<std::uint64_t, PackedPhrase>& phrases, std::string_view name) {
  PackedSlots packed;
  std::vector<PhraseSlot>& slots = packed.slots;
  slots.resize(std::bit_ceil(phrases.size() * 2 + 1));
  packed.sieve.resize(PhraseSlots::sieve_words(static_cast<std::uint32_t>(slots.size())));
  const std::size_t mask = slots.size() - 1;
  for (const auto& [chain, phrase] : phrases) {
    if (phrase.first_row >> kFirstRowBits != 0 || phrase.row_count >> kRowCountBits != 0)
      throw std::runtime_error(fmt::format("{}: too many rows", name));
    const auto check = static_cast<std::uint32_t>(chain >> 32);
    std::size_t i = chain & mask;
    for (; slots[i].value != 0; i = (i + 1) & mask)
      if (slots[i].check == check)
        throw std::runtime_error(fmt::format("{}: two phrases share a hash: change the seed in hash.h", name));
    slots[i] = {check, phrase.first_row | phrase.row_count << kFirstRowBits | (phrase.continues ? kSlotLonger : 0) |
                           kSlotInUse};
    packed.sieve[PhraseSlots::sieve_word(chain) & (packed.sieve.size() - 1)] |= PhraseSlots::sieve_bit(chain);
  }
  return packed;
}

}  // namespace wirecut
