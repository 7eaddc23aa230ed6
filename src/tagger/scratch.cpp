#include "tagger/scratch.h"

namespace wirecut {

std::shared_ptr<TaggerScratch> make_tagger_scratch() { return std::make_shared<TaggerScratch>(); }

}  // namespace wirecut
