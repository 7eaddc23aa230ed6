// A worker's memory for both taggers, reused from story to story. Each tagger owns one part of it.
#pragma once

#include "tagger/tagger.h"

namespace wirecut {

struct TaggerScratch {};

}  // namespace wirecut
