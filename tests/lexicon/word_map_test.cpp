#include "lexicon/word_map.h"

#include <gtest/gtest.h>

#include <string>

namespace wirecut {
namespace {

enum class Size { unknown, small, large };
constexpr WordRow<Size> kRows[] = {{"hut", Size::small}, {"palace", Size::large}, {"tower", Size::large}};
constexpr WordMap kSizes(kRows);
static_assert(kSizes.of(hash_word("hut")) == Size::small);
constexpr auto kFruit = word_list({"apple", "pear", "plum", "fig", "date", "lime", "kiwi"});

TEST(WordMap, HasTheValuesOfItsWordsOnly) {
  for (const auto& [word, size] : kRows) EXPECT_EQ(kSizes.of(hash_word(word)), size) << word;
  for (const char* word : {"", "Hut", "huts", "house"}) EXPECT_EQ(kSizes.of(hash_word(word)), Size::unknown) << word;
  EXPECT_EQ(kSizes.of(0), Size::unknown);
}

TEST(WordMap, TellsAListFromAllOtherWords) {
  for (const char* word : {"apple", "pear", "plum", "fig", "date", "lime", "kiwi"})
    EXPECT_TRUE(kFruit.of(hash_word(word))) << word;
  for (int i = 0; i < 1000; ++i) EXPECT_FALSE(kFruit.of(hash_word("word" + std::to_string(i)))) << i;
}

}  // namespace
}  // namespace wirecut
