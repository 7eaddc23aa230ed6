#include "tagger/tagger.h"

namespace wirecut {

std::vector<Name> find_names(const Story&, const Lexicon&, TaggerScratch&) { return {}; }

}  // namespace wirecut
