// Names that the tagger has missed and the story tells elsewhere.
#include "entities/corrected.h"

namespace wirecut::test {
namespace {

using enum EntityType;

TEST(RepeatedNames, OfPersonsAndBodies) {
  struct Case {
    const char* text;
    Found found;
    const char* expected;
  };
  for (const Case& c : {
           Case{"Ann Zolar left. Zolar raised it.", {"Ann Zolar", person}, "person Zolar"},
           {"Jan Zolar left. But Zolar came back.", {"Jan Zolar", person}, "person Zolar"},
           {"Jan Bishop left. The Bishop came back.", {"Jan Bishop", person}, ""},
           {"So did Zolar. In Zolar's car sat two.", {"Zolar", organization}, "organization Zolar"},
           {"So did Zolar. The Zolar Chairman Jan Roe left.", {"Zolar", organization}, "organization Zolar"},
           {"So did Zolar. \"Zolar is no firm.\"", {"Zolar", organization}, "organization Zolar"},
           {"Jan Frank left. A Frank answer, a frank one.", {"Jan Frank", person}, ""},
           {"Jan White left. A White Paper is out.", {"Jan White", person}, ""},
           {"Jan Us left. He shops at Toys R Us.", {"Jan Us", person}, ""},
           {"Jan Basel left. He spoke of Basel 3 and its rules.", {"Jan Basel", person}, ""},
           {"Jan Will left. Will he come?", {"Jan Will", person}, ""},
           {"So did Zolar. It paid Zolar$ 5.", {"Zolar", organization}, ""},
           {"So did Zolar. The Non-Zolar ones left.", {"Zolar", organization}, ""},
           {"So did Zolar. At the Zolar, or in Zolar, it rained.", {"Zolar", organization}, ""},  // more often no name
           {"In Zolar it rained. All went to Zolar.", {"Zolar", location}, ""},
           {"He wrote of Zolar. It read Zolar.", {"Zolar", misc}, ""},
           {"Jan Zolar Jr. left. Then he left Jr. alone.", {"Jan Zolar Jr.", person}, ""},
       }) {
    const std::string found = corrected(c.text, {c.found});
    const std::size_t comma = found.find(", ");
    EXPECT_EQ(comma == std::string::npos ? "" : found.substr(comma + 2), c.expected) << c.text;
  }
}

TEST(RepeatedNames, NotOfSeveralKinds) {
  EXPECT_EQ(
      corrected("Jan Zolar left. In Zolar it rained. But Zolar slept.", {{"Jan Zolar", person}, {"Zolar", location}}),
      "person Jan Zolar, location Zolar");
}

TEST(RepeatedNames, NothingToRead) {
  EXPECT_EQ(corrected("", {}), "");
  EXPECT_EQ(corrected("Zolar", {{"Zolar", organization}}), "organization Zolar");
  EXPECT_EQ(corrected("Zolar Zolar", {{"Zolar", organization}}), "organization Zolar");
}

}  // namespace
}  // namespace wirecut::test
