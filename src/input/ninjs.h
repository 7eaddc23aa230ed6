// ninjs, the IPTC's news in JSON.
#pragma once

#include <boost/json/fwd.hpp>

#include "input/article.h"

namespace wirecut {

// Fills `article` from an object of ninjs 1.x (body_text, body_xhtml ...), 2.x or 3.x (bodies, headlines). False where
// the object has no body of any of them.
bool read_ninjs(const boost::json::object& object, Article& article);

}  // namespace wirecut
