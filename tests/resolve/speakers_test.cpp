#include "resolve/speakers.h"

#include <string>
#include <vector>

#include "check.h"

namespace wirecut::test {
namespace {

// Each quote's speaker by name; "*" behind it where he is one of the story's entities, "-" where nobody is named.
struct Case {
  const char* text;
  std::vector<std::string> speakers;
};

void check(const Case& row) {
  const Story story = analyze(row.text);
  std::vector<std::string> found;
  for (const Quote& quote : story.quotes) {
    found.emplace_back(quote.speaker ? quote.speaker->name : "-");
    if (quote.speaker && quote.speaker->entity) found.back() += "*";
  }
  EXPECT_EQ(found, row.speakers) << row.text;
}

const Case kNames[] = {
    {"Sergey Petrov arrived in Geneva on Monday. “We will sign the treaty tomorrow,” Petrov said.", {"Sergey Petrov*"}},
    {"“We will sign the treaty tomorrow,” said Foreign Minister Sergey Petrov, who arrived on Monday.",
     {"Sergey Petrov*"}},
    {"Jane Miller, a lawyer for the family, said the verdict would be appealed.", {"Jane Miller*"}},
    {"“The verdict will be appealed by the family,” said the family's lawyer, Jane Miller.", {"Jane Miller*"}},
};
TEST(Speakers, Names) {
  for (const Case& row : kNames) check(row);
}

const Case kPronouns[] = {
    {"Sergey Petrov met Maria Lopez in Geneva on Monday. “We will sign the treaty tomorrow,” she said.",
     {"Maria Lopez*"}},
    {"Sergey Petrov met Maria Lopez in Geneva on Monday. “We will sign the treaty tomorrow,” he said.",
     {"Sergey Petrov*"}},
    {"“We will sign the treaty tomorrow,” Sergey Petrov said. “It took us seven years of talks,” he added.",
     {"Sergey Petrov*", "Sergey Petrov*"}},
    {"“We will sign the treaty tomorrow,” Maria Lopez said.\n\n“It took us seven years of talks,” she added.",
     {"Maria Lopez*", "Maria Lopez*"}},
};
TEST(Speakers, Pronouns) {
  for (const Case& row : kPronouns) check(row);
}

const Case kNouns[] = {
    {"Foreign Minister Sergey Petrov arrived in Geneva on Monday. “We will sign the treaty tomorrow,” the minister "
     "said.",
     {"Sergey Petrov*"}},
    {"“The treaty will be signed tomorrow,” the statement read. “It ends seven years of talks,” it added.",
     {"the statement", "the statement"}},
    {"Officials said the treaty would be signed on Friday. They said the talks had taken seven years.",
     {"Officials", "Officials"}},
    {"“The treaty will be signed tomorrow,” a senior diplomat said.", {"a senior diplomat"}},
};
TEST(Speakers, Nouns) {
  for (const Case& row : kNouns) check(row);
}

// What a pronoun or a noun was resolved to becomes a mention of the entity.
TEST(Speakers, AddsMentions) {
  const Story story =
      analyze("Foreign Minister Sergey Petrov arrived in Geneva. “We will sign the treaty tomorrow,” he said.");
  ASSERT_EQ(story.quotes.size(), 1U);
  ASSERT_TRUE(story.quotes[0].speaker && story.quotes[0].speaker->entity);
  const Entity& entity = story.entities[*story.quotes[0].speaker->entity];
  ASSERT_EQ(entity.mentions.size(), 2U);
  EXPECT_EQ(entity.mentions[1].kind, MentionKind::pronoun);
  EXPECT_EQ(story.words(entity.mentions[1].span), "he");
}

}  // namespace
}  // namespace wirecut::test
