// Holds a JSON value against a JSON Schema: the part of draft 2020-12 that the record's schema uses.
#pragma once

#include <regex.h>
#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace wirecut::test {

class SchemaCheck {
 public:
  explicit SchemaCheck(std::string_view schema) : root_(nlohmann::json::parse(schema)) {}

  // What is wrong, a line each; empty: `value` is valid.
  std::vector<std::string> faults(const nlohmann::json& value) const {
    std::vector<std::string> found;
    check(root_, value, "", found);
    return found;
  }

 private:
  using Json = nlohmann::json;
  using Faults = std::vector<std::string>;

  static bool has_type(const Json& value, const std::string& type) {
    if (type == "integer") return value.is_number_integer();
    if (type == "number") return value.is_number();
    return value.type_name() == type;
  }

  // The POSIX extended syntax has what the patterns use.
  static bool matches(const std::string& pattern, const std::string& text) {
    regex_t compiled;
    if (regcomp(&compiled, pattern.c_str(), REG_EXTENDED | REG_NOSUB) != 0) return false;
    const bool found = regexec(&compiled, text.c_str(), 0, nullptr, 0) == 0;
    regfree(&compiled);
    return found;
  }

  void check(const Json& schema, const Json& value, const std::string& path, Faults& faults) const {
    for (const auto& [keyword, rule] : schema.items()) check_keyword(schema, keyword, rule, value, path, faults);
  }

  void check_keyword(const Json& schema, const std::string& keyword, const Json& rule, const Json& value,
                     const std::string& path, Faults& faults) const {
    const auto expect = [&](bool holds) {
      if (!holds) faults.push_back(path + ": " + keyword + " " + rule.dump().substr(0, 100));
    };
    if (keyword == "$ref") {
      check(root_.at(Json::json_pointer(rule.get<std::string>().substr(1))), value, path, faults);
    } else if (keyword == "type") {
      const Json types = rule.is_array() ? rule : Json::array({rule});
      expect(std::any_of(types.begin(), types.end(), [&](const Json& t) { return has_type(value, t); }));
    } else if (keyword == "const") {
      expect(value == rule);
    } else if (keyword == "enum") {
      expect(std::find(rule.begin(), rule.end(), value) != rule.end());
    } else if (keyword == "pattern") {
      if (value.is_string()) expect(matches(rule, value));
    } else if (keyword == "minimum") {
      if (value.is_number()) expect(value.get<double>() >= rule.get<double>());
    } else if (keyword == "maximum") {
      if (value.is_number()) expect(value.get<double>() <= rule.get<double>());
    } else if (keyword == "minItems") {
      if (value.is_array()) expect(value.size() >= rule.get<std::size_t>());
    } else if (keyword == "items") {
      for (std::size_t i = 0; value.is_array() && i < value.size(); ++i)
        check(rule, value[i], path + "/" + std::to_string(i), faults);
    } else if (keyword == "required") {
      for (const Json& name : rule) expect(value.contains(name));
    } else if (keyword == "dependentRequired") {
      for (const auto& [name, needed] : rule.items())
        for (const Json& other : needed) expect(!value.contains(name) || value.contains(other));
    } else if (keyword == "properties") {
      for (const auto& [name, sub] : rule.items())
        if (value.is_object() && value.contains(name)) check(sub, value[name], path + "/" + name, faults);
    } else if (keyword == "additionalProperties") {
      for (const auto& [name, ignored] : value.items())
        if (!schema.at("properties").contains(name)) faults.push_back(path + "/" + name + ": not in the schema");
    } else if (keyword == "oneOf") {
      check_one_of(rule, value, path, faults);
    } else if (!is_annotation(keyword)) {
      faults.push_back(path + ": this checker doesn't know " + keyword);
    }
  }

  void check_one_of(const Json& choices, const Json& value, const std::string& path, Faults& faults) const {
    int valid = 0;
    Faults all;
    for (const Json& choice : choices) {
      Faults own;
      check(choice, value, path, own);
      valid += own.empty();
      all.insert(all.end(), own.begin(), own.end());
    }
    if (valid != 1) faults.push_back(path + ": fits " + std::to_string(valid) + " of oneOf");
    if (valid == 0) faults.insert(faults.end(), all.begin(), all.end());
  }

  static bool is_annotation(const std::string& keyword) {
    for (const char* known : {"$schema", "$id", "$defs", "title", "description"})
      if (keyword == known) return true;
    return false;
  }

  Json root_;
};

}  // namespace wirecut::test
