// News agencies, papers and broadcasters by the names under which stories carry them (data/lexicon/agencies.tsv).
#pragma once

#include <optional>
#include <string_view>

#include "lexicon/lexicon.h"

namespace wirecut {

struct Outlet {
  std::string_view canonical;  // "Asian News International"
  std::string_view country;    // its home, ISO 3166-1 alpha-2
  std::string_view kind;       // agency, paper, broadcaster, site, release
  bool is_mark = false;        // stands for the outlet by itself: "(AP)"; else a common word too: "The Sun"
  bool has_namesake = false;   // another outlet of that name has its home in another country
};

// The outlet that `name` spells as a whole: "AP", "The Associated Press", "REUTER...". Marks in capitals count in their
// own spelling only ("PA", not "Pa"). Of several with one mark the one at home in `country` wins, else the first.
std::optional<Outlet> find_outlet(std::string_view name, const Lexicon& lexicon, std::string_view country = {});

// Its home is where a town lies that it names without a country and that no list knows: "WARI: ... (PTI)". The agencies
// of America, Britain and France file from everywhere.
bool vouches_for_home(const Outlet& outlet);

// The longest known name at the start of `text`, in bytes, ending at a word's end; 0: none.
std::size_t outlet_prefix(std::string_view text, const Lexicon& lexicon);

// A word that names of outlets have: "... News Service", "Daily ... Herald".
bool has_outlet_word(std::string_view name, const Lexicon& lexicon);

}  // namespace wirecut
