// What the readers of all formats share: the input they read, and the ids and errors of its stories.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "input/stream.h"
#include "wirecut/reader.h"

namespace wirecut {

// One input on its way through a reader.
struct Input {
  Stream stream;  // decompressed, UTF-16 made UTF-8, byte order mark skipped
  std::string name;
  ReadOptions options;
  std::uint64_t stories = 0;  // handed out so far
  bool error_reported = false;

  bool was_utf16 = false;

  // What all readers do with a story that is read: counts it, gives it an id where it has none ("feed.txt", then
  // "feed.txt#2", "feed.txt#3" ...), undoes a second encoding as UTF-8, and warns where there is no text.
  void finish_story(Story& story);

  // The first half of that.
  void name_story(Story& story);

  // A story in the place of one that could not be read; counted and named too.
  Story failed_story(Error error, std::string id = {});

  // All bytes of an input that is one story, or the failed story in its place: over the limit, or not to be read.
  tl::expected<std::string, Story> read_whole(std::string_view what);

  // At the end of the stream: the failed story that tells why it ended before its time, once; else nothing.
  std::optional<Story> stream_failure();

  Error limit_error(std::string_view what) const;  // "the line is over the limit of 16777216 bytes (--max-story)"
};

std::unique_ptr<StoryReader> read_text(Input input);  // by ReadOptions::split one story or many
std::unique_ptr<StoryReader> read_split_text(Input input);
std::unique_ptr<StoryReader> read_jsonl(Input input);
std::unique_ptr<StoryReader> read_json(Input input);  // documents, ninjs
std::unique_ptr<StoryReader> read_csv(Input input);
std::unique_ptr<StoryReader> read_tar(Input input);
std::unique_ptr<StoryReader> read_warc(Input input);
std::unique_ptr<StoryReader> read_wire(Input input);  // IPTC 7901, ANPA 1312
std::unique_ptr<StoryReader> read_html(Input input);  // one page
std::unique_ptr<StoryReader> read_mail(Input input);  // RFC 5322 with MIME, one or a mailbox
std::unique_ptr<StoryReader> read_xml(Input input);   // NITF, NewsML-G2, RSS, Atom

// As open_stories, for a file of an archive: archives in it aren't opened.
std::unique_ptr<StoryReader> open_member_stories(std::unique_ptr<ByteSource> source, std::string name,
                                                 const ReadOptions& options);

}  // namespace wirecut
