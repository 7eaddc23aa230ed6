// JSON to a story: which key is which part.
#pragma once

#include <boost/json/monotonic_resource.hpp>
#include <boost/json/parser.hpp>

#include <array>
#include <string>
#include <string_view>

#include "wirecut/reader.h"

namespace wirecut {

// Parses JSON documents, one after the other; keeps its memory.
class JsonStoryParser {
 public:
  explicit JsonStoryParser(const ReadOptions& options);

  // Sets text, metadata, warnings and, where the document carries one, the id of `story`; an object without the text
  // field may be ninjs. A field that the options name with a slash in front is a JSON pointer (RFC 6901): "/doc/text".
  // `json` is one document. Invalid UTF-8 is read as windows-1252, lone surrogates become U+FFFD, both with a warning;
  // an integer too big for 64 bits keeps its digits. A text that is HTML is read as such. An Error counts its line and
  // byte within `json`, as repaired where it was.
  Result<void> parse(std::string_view json, Story& story);

 private:
  Result<boost::json::value> read_document(std::string_view text);
  Result<boost::json::value> parse_document(std::string_view text, Story& story);
  std::string hint_at_pointer() const;

  ReadOptions options_;
  std::array<unsigned char, 1u << 16> buffer_;  // takes all of an ordinary story
  boost::json::monotonic_resource memory_{buffer_.data(), buffer_.size()};
  boost::json::parser parser_;
};

// The id of a story of which only the opening of its document is at hand; empty where it doesn't stand there.
std::string find_json_id(std::string_view opening, const ReadOptions& options);

}  // namespace wirecut
