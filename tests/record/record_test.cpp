#include "wirecut/record.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>

#include "check.h"
#include "record/json_writer.h"
#include "schema_check.h"

namespace wirecut::test {
namespace {

using Json = nlohmann::ordered_json;
using namespace std::chrono_literals;

// The record of `story` as a document; fails where it doesn't fit the schema or isn't one line.
Json record_of(const Story& story, const RecordOptions& options = {}) {
  static const SchemaCheck schema(record_schema());
  std::string out;
  write_record(story, options, out);
  EXPECT_EQ(out.back(), '\n');
  EXPECT_TRUE(options.indented || out.find('\n') == out.size() - 1);
  for (const std::string& fault : schema.faults(nlohmann::json::parse(out))) ADD_FAILURE() << fault << "\n" << out;
  return Json::parse(out);
}

std::vector<std::string> keys_of(const Json& record) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : record.items()) keys.push_back(key);
  return keys;
}

// A story that has one of everything.
Story full_story() {
  Story story;
  story.id = "a/b.txt";
  story.text = "Né, 😀 says Ana Silva of Faro.";  // bytes: é at 1, the face at 5
  story.structure.headline = Span{0, 3};
  story.structure.byline = Byline{{15, 24}, {"Ana Silva"}};
  story.structure.dateline = Dateline{{28, 32}, "Faro", "PT", PartialDate{std::nullopt, std::chrono::May / 2}, "Lusa"};
  story.structure.body = Body{{0, 33}, {{0, 33}}};
  story.structure.source = Source{{28, 32}, "Lusa", ""};
  story.structure.transmission = Transmission{"s", "0001", "r", "i", "BC-FARO", ""};
  story.published = Published{2019y / 5 / 2, PublishedBasis::option};
  story.entities = {{EntityType::person, "Ana Silva", {"Dr."}, "PT", "", 0.875f, {{{15, 24}, MentionKind::name}}}};
  story.quotes = {{QuoteType::mixed, {{0, 3}, {5, 9}}, Speaker{{15, 24}, 0, "Ana Silva"}, Span{10, 14}, std::nullopt}};
  story.countries = {{"PT", "PRT", "Portugal", 1, true, {{{28, 32}, CountryMentionKind::place}}}};
  story.places = {{{28, 32}, "Faro", "PT", PlaceKind::city, 37.02f, -7.93f, 2268339}};
  story.dates = {{{0, 3}, DateType::date, "XXXX-05-02", ""}};
  story.warnings = {"2 bytes were not UTF-8"};
  return story;
}

TEST(Record, KeysInOrder) {
  const std::vector<std::string> keys = {"schema",   "id",       "offsets",   "language", "text",         "headline",
                                         "byline",   "dateline", "body",      "source",   "transmission", "published",
                                         "entities", "quotes",   "countries", "places",   "dates",        "warnings"};
  EXPECT_EQ(keys_of(record_of(full_story())), keys);
  EXPECT_EQ(keys_of(record_of(Story{})), keys) << "a story without parts has all keys too";
}

TEST(Record, Values) {
  const Json record = record_of(full_story());
  EXPECT_EQ(record["dateline"]["date"], "XXXX-05-02");
  EXPECT_EQ(record["published"], Json::parse(R"({"value": "2019-05-02", "basis": "option"})"));
  EXPECT_EQ(record["source"]["canonical"], nullptr);
  EXPECT_EQ(record["entities"][0]["id"], "e1");
  EXPECT_EQ(record["quotes"][0]["text"], "Né 😀");
  EXPECT_EQ(record["quotes"][0]["speaker"]["entity"], "e1");
  EXPECT_EQ(record["quotes"][0]["via"], nullptr);
  EXPECT_EQ(record["places"][0]["lat"], 37.02);
  EXPECT_EQ(record["countries"][0]["score"], 1);
}

TEST(Record, OffsetsInTheUnitAskedFor) {
  struct Case {
    OffsetUnit unit;
    const char* name;
    int start, end;  // of the second span, the face
  };
  for (const Case& c : {Case{OffsetUnit::byte, "byte", 5, 9}, Case{OffsetUnit::codepoint, "codepoint", 4, 5},
                        Case{OffsetUnit::utf16, "utf16", 4, 6}}) {
    const Json record = record_of(full_story(), {.offsets = c.unit});
    EXPECT_EQ(record["offsets"], c.name);
    EXPECT_EQ(record["quotes"][0]["spans"][1]["start"], c.start) << c.name;
    EXPECT_EQ(record["quotes"][0]["spans"][1]["end"], c.end) << c.name;
  }
}

TEST(Record, OnlyWhatWasAskedFor) {
  EXPECT_EQ(keys_of(record_of(full_story(), {.layers = kQuotes, .with_text = false})),
            (std::vector<std::string>{"schema", "id", "offsets", "language", "published", "quotes", "warnings"}));
}

TEST(Record, ErrorRecord) {
  Story story;
  story.id = "bad.txt";
  story.error = Error{ErrorKind::json, "no \"text\" field", 17, std::nullopt};
  std::string out;
  write_record(story, {}, out);
  EXPECT_EQ(out, R"({"schema":"wirecut/1","id":"bad.txt",)"
                 R"("error":{"kind":"json","message":"no \"text\" field","line":17,"byte":null}})"
                 "\n");
  record_of(story);
}

TEST(Record, IndentedFormHoldsTheSameAndKeepsLeavesOnTheirLine) {
  std::string out;
  write_record(full_story(), {.indented = true}, out);
  EXPECT_EQ(Json::parse(out), record_of(full_story()));
  EXPECT_NE(out.find("\n        {\"start\": 0, \"end\": 2},\n"), std::string::npos) << out;
  EXPECT_NE(out.find("\n  \"published\": {\"value\": \"2019-05-02\", \"basis\": \"option\"},\n"), std::string::npos)
      << out;
  std::string empty;
  write_record(Story{}, {.indented = true}, empty);
  EXPECT_NE(empty.find("\n  \"entities\": [],\n"), std::string::npos);
}

TEST(Record, OfRealStoriesFitsTheSchema) {
  for (const char* text :
       {"", "One line.", "Mayor calls talks\n\nLISBON, May 2 (Lusa) - \"We go,\" Mayor Rui Costa said.\n"})
    record_of(analyze(text, "2019-05-02"));
}

std::string json_string(std::string_view value) {
  std::string out;
  JsonWriter(out, false).string(value);
  return out;
}

// Records that are appended to one string cost what they hold, not what stands before them.
TEST(Record, MakesRoomForItselfOnly) {
  std::string out(1u << 20, ' ');
  out.reserve(out.size() + (64u << 10));
  const std::size_t capacity = out.capacity();
  write_record(full_story(), {}, out);
  EXPECT_EQ(out.capacity(), capacity);
  EXPECT_EQ(Json::parse(out), record_of(full_story()));
}

TEST(JsonWriter, EscapesAsJsonWants) {
  struct Case {
    std::string_view bytes, escaped;
  };
  for (const Case& c : {
           Case{"plain", "plain"}, Case{"a \"b\" \\ c", "a \\\"b\\\" \\\\ c"},
           Case{"tab\tnew\nline\r", "tab\\tnew\\nline\\r"}, Case{std::string_view("nul\0", 4), "nul\\u0000"},
           Case{"\x01\x1f\x7f", "\\u0001\\u001f\x7f"},
           Case{"long enough for the eight byte steps: é, 😀", "long enough for the eight byte steps: é, 😀"},
           Case{"\xFF"
                "a",
                "\xEF\xBF\xBD"
                "a"},                                                                     // never UTF-8
           Case{"cut \xE2\x80", "cut \xEF\xBF\xBD\xEF\xBF\xBD"},                          // cut short
           Case{"\xC0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD"},                                  // overlong
           Case{"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},                  // a surrogate
           Case{"\xF4\x90\x80\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},  // beyond Unicode
       }) {
    EXPECT_EQ(json_string(c.bytes), '"' + std::string(c.escaped) + '"');
  }
}

// Each byte, at each place of texts of up to two words and more: read back as it was, or as U+FFFD.
TEST(JsonWriter, EachByteAtEachPlace) {
  for (int byte = 0; byte < 256; ++byte) {
    for (std::size_t size = 1; size <= 17; ++size) {
      for (std::size_t place = 0; place < size; ++place) {
        std::string text(size, 'x');
        text[place] = static_cast<char>(byte);
        const std::string out = json_string(text);
        std::string expected = text;
        if (byte >= 0x80) expected.replace(place, 1, "\xEF\xBF\xBD");
        EXPECT_EQ(Json::parse(out).get<std::string>(), expected) << byte << " at " << place << " of " << size;
      }
    }
  }
}

// Numbers by hand are those of the library: near ties, at the ends of the range, and everywhere between.
TEST(JsonWriter, NumbersAsTheLibraryWritesThem) {
  std::mt19937_64 random(20190502);
  const auto expect_same = [](double value) {
    for (const int digits : {3, 6, 7}) {
      std::string out;
      JsonWriter(out, false).number(value, digits);
      ASSERT_EQ(out, fmt::format("{:.{}g}", value, digits)) << digits;
    }
  };
  for (const double value :
       {0.0,   1.0,        0.1,   0.5,       0.125,      0.0625,   0.9995,    0.99949999, 0.99950001,
        0.001, 0.00099999, 9.995, 99.95,     100.5,      999.5,    999999.5,  180.0,      179.99999,
        90.0,  1e-9,       1e9,   0.0009995, 0.00999951, 123456.5, 1234567.5, -0.5})
    expect_same(value);
  for (int i = 0; i < 30000; ++i) {
    const double unit = static_cast<double>(random() >> 11) * 0x1p-53;
    expect_same(unit);
    expect_same(static_cast<double>(static_cast<float>(unit)));
    expect_same(static_cast<double>(static_cast<float>(unit * 360 - 180)));
    expect_same(static_cast<double>(random() % 1000) / 1000);
    expect_same(static_cast<double>(random() % 2000) / 2000);
    expect_same(unit * unit * unit * 0.01);
  }
}

TEST(SchemaCheck, SeesFaults) {
  const SchemaCheck schema(record_schema());
  std::string out;
  write_record(full_story(), {}, out);
  const nlohmann::json good = nlohmann::json::parse(out);
  EXPECT_TRUE(schema.faults(good).empty());
  const auto faulty = [&](const char* pointer, nlohmann::json value) {
    nlohmann::json bad = good;
    bad[nlohmann::json::json_pointer(pointer)] = std::move(value);
    EXPECT_FALSE(schema.faults(bad).empty()) << pointer;
  };
  faulty("/schema", "wirecut/2");
  faulty("/dateline/country", "Portugal");
  faulty("/quotes/0/spans", nlohmann::json::array());
  faulty("/quotes/0/spans/0/start", -1);
  faulty("/countries/0/score", 1.5);
  faulty("/published/basis", "guess");
  faulty("/more", 1);
}

}  // namespace
}  // namespace wirecut::test
