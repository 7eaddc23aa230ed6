#include "lexicon/gazetteer.h"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

#include "lexicon/blob.h"
#include "lexicon/fold.h"

namespace wirecut {
namespace {

std::string_view section() { return Blob(embedded_bytes()).section("gazetteer"); }

std::string folded_word(std::string_view word) {
  std::string out;
  fold(word, [&](unsigned char byte) { out += static_cast<char>(byte); });
  return out;
}

TEST(Fold, DropsCaseAccentsAndApostrophes) {
  struct Case {
    const char* word;
    const char* folded;
  };
  for (const Case& c : {Case{"Kramators'k", "kramatorsk"},
                        {"São", "sao"},
                        {"Łódź", "lodz"},
                        {"N’Djamena", "ndjamena"},
                        {"Đà", "da"},
                        {"e\u0301", "e"},
                        {"Αθήνα", "Αθήνα"},
                        {"", ""}})
    EXPECT_EQ(folded_word(c.word), c.folded);
}

// The first place of the name in the country.
TEST(Gazetteer, FindsPlacesByName) {
  const Gazetteer gazetteer(section());
  struct Case {
    const char* name;
    const char* country;
    const char* printed;
    PlaceKind kind;
  };
  for (const Case& c : {Case{"Caracas", "VE", "Caracas", PlaceKind::city},
                        {"caracas", "VE", "Caracas", PlaceKind::city},
                        {"Peking", "CN", "Beijing", PlaceKind::city},
                        {"Bombay", "IN", "Mumbai", PlaceKind::city},
                        {"Kramatorsk", "UA", "Kramatorsk", PlaceKind::city},
                        {"sao paulo", "BR", "São Paulo", PlaceKind::city},
                        {"St Louis", "US", "St. Louis", PlaceKind::city},
                        {"Saint Louis", "US", "St. Louis", PlaceKind::city},
                        {"Wilkes-Barre", "US", "Wilkes-Barre", PlaceKind::city},
                        {"Georgia", "GE", "Georgia", PlaceKind::country},
                        {"Georgia", "US", "Georgia", PlaceKind::region},
                        {"Rapides Parish", "US", "Rapides Parish", PlaceKind::county},
                        {"Kashmir", "", "Kashmir", PlaceKind::region},
                        {"North Sea", "", "North Sea", PlaceKind::water},
                        {"Burma", "MM", "Myanmar", PlaceKind::country}}) {
    const RowRange rows = gazetteer.find(c.name);
    bool found = false;
    for (std::uint32_t row = rows.first; row < rows.end; ++row) {
      const GazetteerEntry entry = gazetteer.entry(row);
      found |= entry.country == c.country && gazetteer.name(entry.place) == c.printed && entry.kind == c.kind;
    }
    EXPECT_TRUE(found) << c.name << " in " << c.country;
  }
  for (const char* name : {"", "Caraca", "Caracas Caracas", " "}) EXPECT_TRUE(gazetteer.find(name).empty()) << name;
}

TEST(Gazetteer, KnowsWhereAPlaceLies) {
  const Gazetteer gazetteer(section());
  const GazetteerEntry entry = gazetteer.entry(gazetteer.find("Paris").first);
  EXPECT_EQ(entry.geonames, 2988507u);
  EXPECT_EQ(entry.role, PlaceRole::capital);
  EXPECT_NEAR(entry.latitude.value_or(0), 48.85, 0.02);
  EXPECT_NEAR(entry.longitude.value_or(0), 2.35, 0.02);
  EXPECT_GT(entry.log_population, 20);

  const GazetteerEntry country = gazetteer.entry(gazetteer.find("France").first);
  EXPECT_EQ(country.geonames, 3017382u);
  EXPECT_NEAR(country.latitude.value_or(0), 46, 0.5);
  EXPECT_NEAR(country.longitude.value_or(0), 2, 0.5);
}

// Where its people live is not where a large region lies.
TEST(Gazetteer, TakesTheMiddleOfARegion) {
  struct Case {
    const char* name;
    const char* country;
    float latitude, longitude, tolerance;
  };
  const Gazetteer gazetteer(section());
  for (const Case& c : {Case{"Queensland", "AU", -20, 145, 2}, Case{"British Columbia", "CA", 54, -125, 2},
                        Case{"Sichuan", "CN", 30.5f, 102.7f, 2},
                        Case{"Chukotka", "RU", 66, 174, 6}}) {  // from 158 degrees east to 170 west
    const RowRange rows = gazetteer.find(c.name);
    bool near = false;
    for (std::uint32_t row = rows.first; row < rows.end; ++row) {
      const GazetteerEntry entry = gazetteer.entry(row);
      near |= entry.country == c.country && entry.kind == PlaceKind::region &&
              std::abs(entry.latitude.value_or(0) - c.latitude) < c.tolerance &&
              std::abs(entry.longitude.value_or(0) - c.longitude) < c.tolerance;
    }
    EXPECT_TRUE(near) << c.name;
  }
}

TEST(Gazetteer, RefusesDamage) {
  const std::string whole(section());
  ASSERT_FALSE(whole.empty());
  for (std::size_t size : {std::size_t{1}, std::size_t{40}, whole.size() / 2, whole.size() - 1})
    EXPECT_THROW(Gazetteer(std::string_view(whole).substr(0, size)), std::runtime_error) << size;
  EXPECT_TRUE(Gazetteer("").find("Paris").empty());
}

}  // namespace
}  // namespace wirecut
