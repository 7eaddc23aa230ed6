#include "entities/user_names.h"

#include <gtest/gtest.h>

#include "check.h"

namespace wirecut::test {
namespace {

UserNames parse(std::string_view list) {
  auto names = UserNames::parse(list);
  EXPECT_TRUE(names.has_value()) << list;
  return names ? std::move(*names) : UserNames{};
}

void check_fault(std::string_view list, std::uint64_t line, std::string_view message) {
  const auto names = UserNames::parse(list);
  ASSERT_FALSE(names.has_value()) << list;
  EXPECT_EQ(names.error().line, line) << list;
  EXPECT_NE(names.error().message.find(message), std::string::npos) << names.error().message;
}

// What a list finds in a text: "name/type/id | ..." of the entities that came from it.
std::string found(std::string_view list, std::string_view text) {
  const UserNames names = parse(list);
  AnalyzeOptions options;
  options.names = &names;
  const Story story = analyze(text, "", options);
  constexpr std::string_view kTypes[] = {"person", "organization", "location", "misc"};
  std::string out;
  for (const Entity& e : story.entities) {
    if (e.external_id.empty()) continue;
    if (!out.empty()) out += " | ";
    out += e.name + "/" + std::string(kTypes[static_cast<std::size_t>(e.type)]) + "/" + e.external_id + "/" +
           std::to_string(e.mentions.size());
  }
  return out;
}

TEST(UserNames, ReadsRows) {
  const UserNames names =
      parse("\xEF\xBB\xBF# ours\nname,type\r\n\nAcme,org\n\"Roe, Inc\",ORG,\"Roe \"\"R\"\" Inc\",7\nQ\tmisc\t\tq1");
  ASSERT_EQ(names.rows().size(), 3u);
  EXPECT_EQ(names.rows()[0].canonical, "Acme");
  EXPECT_EQ(names.rows()[1].name, "Roe, Inc");
  EXPECT_EQ(names.rows()[1].canonical, "Roe \"R\" Inc");
  EXPECT_EQ(names.rows()[2].id, "q1");
}

TEST(UserNames, NamesTheLineOfABadRow) {
  check_fault("Acme,org\nRoe", 2, "no type");
  check_fault("Acme,company", 1, "unknown type \"company\"");
  check_fault("# a\n\n,org", 3, "empty");
  check_fault("a,org,b,c,d", 1, "more than four");
  check_fault("\"a,org", 1, "not closed");
}

TEST(UserNames, WinAndMergeByCanonicalName) {
  constexpr std::string_view kList =
      "Zorblax,org,Zorblax Widgets plc,z1\nzorb works,org,Zorblax Widgets plc,z1\nOrla O'Dunn,person,,o1";
  const struct {
    std::string_view text, expected;
  } kCases[] = {
      {"Shares of Zorblax rose.", "Zorblax Widgets plc/organization/z1/1"},
      {"Zorblax bought zorb\nworks.", "Zorblax Widgets plc/organization/z1/2"},
      {"ZORBLAX RISES", "Zorblax Widgets plc/organization/z1/1"},
      {"Zorblax's plan", "Zorblax Widgets plc/organization/z1/1"},
      {"Orla  O’Dunn left.", "Orla O'Dunn/person/o1/1"},
      {"zorblax and Zorblaxes and zorb", ""},
  };
  for (const auto& c : kCases) EXPECT_EQ(found(kList, c.text), c.expected) << c.text;
}

TEST(UserNames, TheLongestWins) {
  EXPECT_EQ(found("Mount Zor,loc,,a\nMount Zor Trust,org,,b", "Mount Zor Trust met at Mount Zor."),
            "Mount Zor Trust/organization/b/1 | Mount Zor/location/a/1");
}

}  // namespace
}  // namespace wirecut::test
