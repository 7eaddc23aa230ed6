// The user's own list of names (--names FILE), which wins over the model.
//   name, type[, canonical name[, id]]     one a line, separated by tabs or, in a line without one, by commas
//   Acme Widgets,organization,Acme Widgets plc,acme-1
// A comma or quotation mark inside a cell of a comma-separated row needs "...", a mark in it is doubled (RFC 4180).
// Blank lines and lines that open with # are skipped, as is a first line that reads "name,type...".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "wirecut/result.h"
#include "wirecut/story.h"

namespace wirecut {

struct UserName {
  std::string name;
  EntityType type = EntityType::misc;
  std::string canonical;  // what the entity is called; the name itself where the list gives none
  std::string id;         // empty where the list gives none
};

class UserNames {
 public:
  // Reads a whole list. An error's message says what is wrong, and its `line` where; later rows win over earlier ones.
  [[nodiscard]] static Result<UserNames> parse(std::string_view text);

  const std::vector<UserName>& rows() const { return rows_; }

  // Marks the names of the list in `names`, which stay in text order and without overlaps: the longest name wins, and
  // what it overlaps is dropped. A name is found as written or in capitals, with any white space between its words, and
  // only where tokens begin and end. Name::user_row is set to the row's index + 1.
  void apply(const Story& story, std::vector<Name>& names) const;

 private:
  struct Step {
    std::uint32_t row = 0;   // index + 1 of the name that ends here; 0: none
    bool continues = false;  // a longer name begins so
  };
  void add(UserName row);
  void add_path(std::string_view name, std::uint32_t row);
  std::pair<std::uint32_t, std::uint32_t> find_at(const Story& story, std::uint32_t token) const;  // row, end token

  std::vector<UserName> rows_;
  std::unordered_map<std::uint64_t, Step> steps_;  // by chained hash of pieces
};

}  // namespace wirecut
