// Stories with their gold answers, for the trainers of resolve/: a folder with input.jsonl (id, text, published) and
// gold.jsonl (id, and what the set knows), analysed once.
#pragma once

#include <cstdint>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "code_points.h"
#include "lexicon/lexicon.h"
#include "places/places.h"
#include "wirecut/analyzer.h"

namespace wirecut {

struct GoldToponym {
  Span span;
  std::string country;  // empty: in no one country, or not known
  std::optional<double> latitude, longitude;
  bool optional = false;
  bool is_country = false;
};

struct GoldStory {
  Story story;
  std::vector<PlaceCandidate> candidates;
  std::vector<GoldToponym> toponyms;
  std::vector<std::string> countries;
};

inline std::vector<nlohmann::json> read_json_lines(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error(path + ": can't be read");
  std::vector<nlohmann::json> rows;
  for (std::string line; std::getline(in, line);)
    if (!line.empty()) rows.push_back(nlohmann::json::parse(line));
  return rows;
}

inline GoldToponym read_toponym(const nlohmann::json& row, const std::vector<std::uint32_t>& byte_of) {
  GoldToponym toponym;
  toponym.span = {byte_of.at(row.at("start").get<std::size_t>()), byte_of.at(row.at("end").get<std::size_t>())};
  if (!row.at("country").is_null()) toponym.country = row.at("country").get<std::string>();
  if (row.contains("lat") && !row.at("lat").is_null()) {
    toponym.latitude = row.at("lat").get<double>();
    toponym.longitude = row.at("lon").get<double>();
  }
  toponym.optional = row.value("optional", false);
  toponym.is_country = row.value("level", "") == "country";
  return toponym;
}

// `layers` are those that the trainer needs; the one that it trains is not among them, as its model may be of other
// features.
inline std::vector<GoldStory> read_gold_stories(const std::string& folder, const Lexicon& lexicon,
                                                std::uint8_t layers) {
  std::map<std::string, nlohmann::json> gold;
  for (nlohmann::json& row : read_json_lines(folder + "/gold.jsonl"))
    gold.emplace(row.at("id").get<std::string>(), row);
  const Analyzer analyzer;
  const auto scratch = analyzer.make_scratch();
  std::vector<GoldStory> stories;
  for (const nlohmann::json& row : read_json_lines(folder + "/input.jsonl")) {
    GoldStory made;
    made.story.id = row.at("id").get<std::string>();
    made.story.text = row.at("text").get<std::string>();
    if (row.contains("published") && row.at("published").is_string())
      made.story.metadata.published = row.at("published").get<std::string>();
    AnalyzeOptions options;
    options.layers = layers;
    analyzer.analyze(made.story, options, *scratch);
    made.candidates = find_places(made.story, lexicon);
    const std::vector<std::uint32_t> byte_of = code_point_offsets(made.story.text);
    const nlohmann::json& answers = gold.at(made.story.id);
    for (const auto& toponym : answers.value("toponyms", nlohmann::json::array()))
      made.toponyms.push_back(read_toponym(toponym, byte_of));
    for (const auto& country : answers.value("countries", nlohmann::json::array()))
      made.countries.push_back(country.get<std::string>());
    stories.push_back(std::move(made));
  }
  return stories;
}

}  // namespace wirecut
