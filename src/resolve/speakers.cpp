#include "resolve/speakers.h"

namespace wirecut {

void resolve_speakers(const Story&, const Lexicon&, std::vector<Quote>&, std::vector<Entity>&) {}

}  // namespace wirecut
