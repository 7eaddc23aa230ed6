// Named fields of a story, as JSON objects and tables carry them.
#pragma once

#include <string>
#include <string_view>

#include "wirecut/reader.h"

namespace wirecut {

// What a field is to the story; `other` says nothing that is known.
enum class FieldRole : std::uint8_t { text, id, date, title, authors, metadata, other };

// By the names in the options first, then by those that need no option: headline, byline, dateline, source, language,
// author, authors.
FieldRole role_of_field(std::string_view name, const ReadOptions& options);

// Adds a warning where a field was named for the ids (ReadOptions::id_field is not the default) and the story, whose id
// is still empty, lacks it.
void warn_of_missing_id(Story& story, const ReadOptions& options);

// The member of a field with the role `metadata`; null for any other name.
std::string* metadata_member(Metadata& metadata, std::string_view name);

}  // namespace wirecut
