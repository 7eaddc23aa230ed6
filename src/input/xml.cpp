// expat reads the stream as it comes; an article leaves when its element ends. A document that declares entities is
// refused at the declaration, before any can expand; external DTDs are never opened, and the named characters of HTML
// that they would define (&eacute;) are known here. After an error the reader goes on at the next `<?xml`, so that one
// bad document in a stream of many costs that document only.

#include <expat.h>
#include <fmt/format.h>
#include <libxml/HTMLparser.h>

#include <algorithm>
#include <deque>
#include <memory>
#include <utility>

#include "input/carrier.h"
#include "input/news_xml.h"
#include "text/decode.h"

namespace wirecut {

namespace {

constexpr std::size_t kMostDepth = 256;
constexpr std::string_view kDeclaration = "<?xml";

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

enum class Progress : std::uint8_t { wants_more, finished, faulty };

// One document: the parser and what it tells.
class Document {
 public:
  Document(const Input& input, std::uint64_t start)
      : parser_(XML_ParserCreate(input.was_utf16 ? "UTF-8" : nullptr)),
        news(input.options.max_story_bytes),
        start_(start),
        max_markup_(input.options.max_story_bytes) {
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser_.get(), on_text);
    XML_SetCommentHandler(parser_.get(), on_comment);
    XML_SetProcessingInstructionHandler(parser_.get(), on_instruction);
    XML_SetEntityDeclHandler(parser_.get(), on_entity_declaration);
    XML_SetSkippedEntityHandler(parser_.get(), on_skipped_entity);
    XML_SetUnknownEncodingHandler(parser_.get(), on_unknown_encoding, nullptr);
  }
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  // Parses on, up to the end of the root element at most.
  Progress parse(std::string_view bytes, bool is_last) {
    switch (XML_Parse(parser_.get(), bytes.data(), static_cast<int>(bytes.size()), is_last)) {
      case XML_STATUS_OK:
        return Progress::wants_more;
      case XML_STATUS_SUSPENDED:
        return Progress::finished;
      default:
        return Progress::faulty;
    }
  }

  // Of the tag or text that was parsed last, in the stream: its start; and its end.
  std::uint64_t position() const {
    const XML_Index index = XML_GetCurrentByteIndex(parser_.get());
    return start_ + (index < 0 ? 0 : static_cast<std::uint64_t>(index));
  }
  std::uint64_t end_position() const {
    return position() + static_cast<std::uint64_t>(XML_GetCurrentByteCount(parser_.get()));
  }
  // A tag or comment was longer than a story may be, which is the error then.
  bool is_over_limit() const { return over_limit_; }

  // Where to look for the next document after an error: what is at fault may be its first byte.
  std::uint64_t fault_position() const { return std::max(position(), start_ + 1); }

  Error error() const {
    std::string what = refusal_.empty() ? std::string(XML_ErrorString(XML_GetErrorCode(parser_.get()))) : refusal_;
    return {ErrorKind::markup, std::move(what), XML_GetCurrentLineNumber(parser_.get()), position()};
  }

 private:
  static Document& document(void* user) { return *static_cast<Document*>(user); }

  static void on_start(void* user, const XML_Char* name, const XML_Char** attributes) {
    Document& self = document(user);
    if (self.is_too_long()) return;
    if (self.news.depth() >= kMostDepth) return self.refuse("nested too deeply");
    self.news.start(name, attributes);
  }
  static void on_end(void* user, const XML_Char*) {
    Document& self = document(user);
    if (self.is_too_long()) return;
    self.news.end();
    if (self.news.depth() == 0) XML_StopParser(self.parser_.get(), XML_TRUE);
  }
  static void on_text(void* user, const XML_Char* text, int size) {
    document(user).news.text({text, static_cast<std::size_t>(size)});
  }
  static void on_comment(void* user, const XML_Char*) { document(user).is_too_long(); }
  static void on_instruction(void* user, const XML_Char*, const XML_Char*) { document(user).is_too_long(); }
  static void on_entity_declaration(void* user, const XML_Char*, int, const XML_Char*, int, const XML_Char*,
                                    const XML_Char*, const XML_Char*, const XML_Char*) {
    document(user).refuse("the document type declares entities, which is refused");
  }
  static void on_skipped_entity(void* user, const XML_Char* name, int is_parameter) {
    const htmlEntityDesc* known = is_parameter ? nullptr : htmlEntityLookup(reinterpret_cast<const xmlChar*>(name));
    if (known == nullptr) return;
    std::string character;
    append_utf8(known->value, character);
    document(user).news.text(character);
  }
  static int on_unknown_encoding(void*, const XML_Char* name, XML_Encoding* encoding) {
    const auto table = single_byte_table(name);
    if (!table) return XML_STATUS_ERROR;
    std::copy(table->begin(), table->end(), encoding->map);
    return XML_STATUS_OK;
  }

  // Markup that comes in one piece is held to the limit that the reader sets to what it waits for.
  bool is_too_long() {
    if (over_limit_) return true;  // expat still tells the end of an empty element that was refused at its start
    const int bytes = XML_GetCurrentByteCount(parser_.get());
    if (bytes < 0 || static_cast<std::uint64_t>(bytes) <= max_markup_) return false;
    XML_StopParser(parser_.get(), XML_FALSE);
    return over_limit_ = true;
  }

  void refuse(std::string_view why) {
    if (refusal_.empty()) refusal_ = why;
    XML_StopParser(parser_.get(), XML_FALSE);
  }

  std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser> parser_;

 public:
  NewsXml news;

 private:
  std::uint64_t start_, max_markup_;
  bool over_limit_ = false;
  std::string refusal_;
};

class XmlReader : public StoryReader {
 public:
  explicit XmlReader(Input input) : input_(std::move(input)) {}

  std::optional<Story> next() override {
    while (ready_.empty())
      if (!read_on()) return input_.stream_failure();
    Story story = std::move(ready_.front());
    ready_.pop_front();
    return story;
  }

 private:
  // Parses one more piece; false at the end.
  bool read_on() {
    Stream& stream = input_.stream;
    if (!document_ && !open_document()) return !ready_.empty();
    if (stream.view().size() == parsed_) stream.fill();
    if (stream.error()) return false;
    const bool is_last = stream.view().size() == parsed_;
    const Progress progress = document_->parse(stream.view().substr(std::exchange(parsed_, 0)), is_last);
    while (std::optional<NewsXml::Done> done = document_->news.take()) add_story(std::move(*done));
    if (progress == Progress::finished) {
      if (!document_->news.found_any()) add_failure(no_news());
      skip_to(document_->end_position());
      document_.reset();
    } else if (progress == Progress::faulty) {
      const bool is_empty = is_last && document_->news.root().empty() && input_.stories > 0;  // a comment at the end
      if (!is_empty) add_failure(document_->is_over_limit() ? limit_error() : document_->error());
      skip_to(document_->fault_position());
      reopen_at_declaration();
    } else {
      skip_to(document_->position());
      parsed_ = stream.view().size();
      if (parsed_ <= input_.options.max_story_bytes) return true;
      add_failure(limit_error());
      skip_to(document_->fault_position());
      reopen_at_declaration();
    }
    return true;
  }

  // Skips to where a document may begin; false where none does any more.
  bool open_document() {
    Stream& stream = input_.stream;
    const std::string_view mark = wants_declaration_ ? kDeclaration : kDeclaration.substr(0, 1);
    do {
      const std::size_t at = stream.view().find(mark);
      const std::size_t held = std::min(mark.size() - 1, stream.view().size());
      stream.skip(at == std::string_view::npos ? stream.view().size() - held : at);
      if (at == std::string_view::npos) continue;
      document_ = std::make_unique<Document>(input_, stream.position());
      wants_declaration_ = false;
      return true;
    } while (stream.fill());
    stream.skip(stream.view().size());
    if (input_.stories == 0 && !stream.error()) add_failure({ErrorKind::markup, "no XML element found", {}, {}});
    return false;
  }

  void skip_to(std::uint64_t position) {
    Stream& stream = input_.stream;
    const std::uint64_t bytes = position - std::min(position, stream.position());
    stream.skip(std::min<std::uint64_t>(bytes, stream.view().size()));
  }

  void reopen_at_declaration() {
    document_.reset();
    parsed_ = 0;
    wants_declaration_ = true;
  }

  void add_story(NewsXml::Done done) {
    if (done.over_limit) {
      ready_.push_back(input_.failed_story(input_.limit_error("the story"), std::move(done.article.id)));
      return;
    }
    Story story;
    compose_story(std::move(done.article), story);
    input_.finish_story(story);
    ready_.push_back(std::move(story));
  }

  void add_failure(Error error) {
    ready_.push_back(input_.failed_story(std::move(error), document_ ? document_->news.open_id() : std::string()));
  }

  Error limit_error() const { return input_.limit_error("a piece of markup"); }

  Error no_news() const {
    return {
        ErrorKind::markup, fmt::format("no news item in the document, which is <{}>", document_->news.root()), {}, {}};
  }

  Input input_;
  std::unique_ptr<Document> document_;
  std::size_t parsed_ = 0;  // bytes of the view that `document_` has: those of a tag or text not yet closed, which are
                            // read anew where they turn out to be faulty
  std::deque<Story> ready_;
  bool wants_declaration_ = false;
};

}  // namespace

std::unique_ptr<StoryReader> read_xml(Input input) { return std::make_unique<XmlReader>(std::move(input)); }

}  // namespace wirecut
