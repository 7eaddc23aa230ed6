// What stands behind a story's last sentence and is none of it; and what only looks so.

#include <gtest/gtest.h>

#include <string>

#include "check.h"
#include "lexicon/lexicon.h"
#include "structure/structure.h"

namespace wirecut {
namespace {

const Lexicon& lexicon() {
  static const Lexicon instance{embedded_bytes()};
  return instance;
}

constexpr const char* kStory =
    "Ferry runs aground\n\nThe ferry ran aground on Monday off the southern cape, the coast guard said.\n\n"
    "Nobody was hurt, and the passengers were taken to the town by bus before noon.";

// What the body keeps of `tail`, behind the story above.
std::string left_of(const std::string& tail) {
  Story story;
  story.text = kStory + tail;
  story.structure = parse_structure(story, lexicon());
  for (const std::string& fault : test::validate(story)) ADD_FAILURE() << fault << "\n  in: " << tail;
  const std::size_t behind = std::string(kStory).size();
  if (!story.structure.body || story.structure.body->span.end < behind) return "(too little)";
  return story.text.substr(behind, story.structure.body->span.end - behind);
}

TEST(Tail, IsNoneOfTheStory) {
  for (const char* tail : {
           "\n\nMost Read\n\nWhy piers rot\n\nTen ways to cross a river",
           "\n\nYou may also like\n\nWhy piers rot",
           "\n\nRelated Stories\nWhy piers rot\nWho owns the ferry?",
           "\n\nRead more:\nWhy piers rot\nTen ways to cross a river",
           "\n\nSEE ALSO\n\nWhy piers rot",
           "\n\nTopics\n\nFerries\n\nRivers",
           "\n\nMore:",
           "\n\nRecommended for you\n\nScroll down to see the next article",
           "\n\nShare\n\nFacebook\n\nTwitter\n\nEmail",
           "\n\nShare this article:\nFacebook\nTwitter\nLinkedIn",
           "\n\nFacebook Twitter WhatsApp Email",
           "\n\nShare on Facebook\nShare via Email",
           "\n\nFacebook Twitter\nEmail",
           "\n\nRelated Stories\n\nWhy piers ro\u2026\n\nWho owns the ferry?",
           "\n\nThanks for reading!",
           "\n\nDo you have a story? Email desk@example.org.",
           "\n\nGet the latest news in your inbox.",
           "\n\n#ferries #rivers",
           "\n\nComments (12)",
           "\n\nBe the first to comment",
           "\n\nComments are closed.",
           "\n\nLet us know what you think in the comments.",
           "\n\nGet the latest news delivered to your inbox every morning.",
           "\n\nThank you for reading the Example Times\n\nSubscribe",
           "\n\nWatch the video above.",
           "\n\nFiled under: ferries, rivers",
           "\n\nPurchase Licensing Rights",
           "\n\nPress office: 020 0000 0000",
           "\n\nHave you been affected by the accident? Email desk@example.org",
           " (Colombo/March 28/2024)",
           " (Colombo/July10/2024)",
           " (Galle/June19/2024 \u2013 Update II)",
           " =",
       })
    EXPECT_EQ(left_of(tail), "") << tail;
}

TEST(Tail, IsOfTheStory) {
  for (const char* tail : {
           // Behind the heading the story goes on.
           "\n\nRelated Stories\n\nThe owner said it would not comment.",
           "\n\nMost read\n\nThe list of those on board was read most often, he said.",
           "\n\nTopics\n\nThe inquiry has three.\n\nIt begins on Friday.",
           "\n\nTopics\n\n\"The inquiry has three.\"\n\nWill it begin on Friday?",
           "\n\nSee also\n\n\"Look out!\"\n\nHe shouted that three times",
           "\n\nMore:\n\nWho owns the ferry?",
           "\n\nShare\nLabour 41 percent\nTories 32 percent",
           "\n\nRussia blocked these on Thursday:\n\nFacebook\nInstagram\nTwitter",
           "\n\nRussia blocked these on Thursday:\n\nFacebook Instagram\nTwitter YouTube",
           "\n\nThe film is on\n\nVia",
           // Sentences that open as such lines do
           "\n\nTrending now is the film of the rescue.",
           "\n\nThanks for reading the will aloud, the judge told the widow.",
           "\n\nThank you for reading the map, the captain told the crew.",
           "\n\nGet the vaccine in your inbox is what the scam said, police warned.",
           "\n\nGet the vaccine to your inbox is what the scam said, police warned.",
           "\n\nDo you have a story? That is what the mayor asks everyone.",
           "\n\nShare prices of the owner fell.",
           "\n\nComments are expected on Friday.",
           "\n\nThanks to the crew, no one was lost.",
           "\n\nPrint and radio crews came by noon.",
           "\n\nEmail this week showed that the owner knew.",
           "\n\nFacebook said it would remove the film.",
           "\n\nGet out, the captain told them.",
           "\n\nWho watched the video of it laughed.",
           "\n\nHave you been affected by it, he asked.",
           "\n\nThe town has two harbours (see the map/plan).",
           "\n\nThe ratio was a = b",
           "\n\n#1 was the captain.",
       })
    EXPECT_EQ(left_of(tail), tail);
}

}  // namespace
}  // namespace wirecut
