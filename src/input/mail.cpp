// Mails as mail programs save them (RFC 5322, .eml, .mht, and .mbox of many): the subject is the headline, the date the
// day of publication, and the plain text, or else the page, the story. A mail without an encoding or parts is read as a
// plain text, whose head structure/ reads.

#include <algorithm>

#include "input/article.h"
#include "input/carrier.h"
#include "input/header_block.h"
#include "input/html.h"
#include "input/mime.h"
#include "text/decode.h"

namespace wirecut {

namespace {

constexpr std::size_t kLongestSubject = 4096;  // of which encoded words are looked for

// A mailbox has ">From" where a line of the mail opens with "From", and one ">" more where it has some itself.
std::string unquote_from(std::string_view mail) {
  std::string out;
  out.reserve(mail.size());
  for (std::size_t at = 0; at < mail.size();) {
    const std::size_t end = std::min(mail.find('\n', at), mail.size() - 1) + 1;
    const std::string_view line = mail.substr(at, end - at);
    const std::size_t marks = std::min(line.find_first_not_of('>'), line.size());
    out += line.substr(marks > 0 && line.substr(marks).starts_with(kMailboxLine) ? 1 : 0);
    at = end;
  }
  return out;
}

class MailReader : public StoryReader {
 public:
  explicit MailReader(Input input) : input_(std::move(input)) {}

  std::optional<Story> next() override {
    Stream& stream = input_.stream;
    while (stream.view().empty() && stream.fill()) {
    }
    if (stream.view().empty()) return input_.stream_failure();
    const bool held = find_end();
    if (stream.error()) return input_.stream_failure();
    if (!held) {
      stream.skip(size_);
      return input_.failed_story(input_.limit_error("the mail"));
    }
    const std::string mail(stream.view().substr(0, size_));
    stream.skip(size_);
    return read_mail(mail);
  }

 private:
  // Sets `size_` to the bytes of the mail at the front: all, or up to the next mail of a mailbox. False where they are
  // over the limit; what is behind it is gone then.
  bool find_end() {
    Stream& stream = input_.stream;
    stream.want(kLongestMailboxLine);
    const bool is_mailbox = opens_mailbox(stream.view());
    bool held = true;
    for (std::size_t searched = 0;;) {
      const std::size_t end = is_mailbox ? find_next_mail(searched) : std::string_view::npos;
      size_ = std::min(end, stream.view().size());
      held = held && size_ <= input_.options.max_story_bytes;
      if (end != std::string_view::npos) return held;
      const std::size_t kept = std::min(kMailboxLine.size() + 3, stream.view().size());  // behind a blank line
      if (!held) stream.skip(stream.view().size() - kept);
      searched = stream.view().size() - kept;
      if (!stream.fill()) return size_ = stream.view().size(), held;
    }
  }

  // Where the next mail of a mailbox opens, behind a blank line; npos: not in the view.
  std::size_t find_next_mail(std::size_t at) {
    Stream& stream = input_.stream;
    const std::string opening = "\n" + std::string(kMailboxLine);
    while ((at = stream.view().find(opening, at)) != std::string_view::npos) {
      const std::string_view before = stream.view().substr(0, at);
      const bool is_behind_blank_line = before.ends_with('\n') || before.ends_with("\n\r");
      ++at;
      if (!is_behind_blank_line) continue;
      stream.want(at + kLongestMailboxLine);
      if (opens_mailbox(stream.view().substr(at, kLongestMailboxLine))) return at;
    }
    return at;
  }

  Story read_mail(std::string_view mail) {
    std::string unquoted;
    if (opens_mailbox(mail))
      mail = unquoted = unquote_from(mail.substr(std::min(mail.find('\n'), mail.size() - 1) + 1));
    const std::size_t body = header_end(mail);
    const std::string header = unfold_header(mail.substr(0, body));
    Story story;
    MailBody found = read_mail_body(header, mail.substr(body), story.warnings);
    const std::string_view words = header_field(header, "Subject").substr(0, kLongestSubject);
    const std::string subject = collapse_space(decode_header_words(words));
    const std::string date = iso_date(header_field(header, "Date"));
    if (found.is_html) {
      compose_html_page(std::move(found.text), story, subject);
    } else {
      Article article;
      article.metadata.headline = subject;
      found.text.erase(0, std::min(found.text.find_first_not_of("\r\n"), found.text.size()));
      found.text.erase(std::min(found.text.find_last_not_of(" \t\r\n") + 1, found.text.size()));
      if (found.text.starts_with(subject)) article.metadata.headline.clear();  // said already
      if (!found.text.empty()) article.paragraphs.push_back(std::move(found.text));
      compose_story(std::move(article), story);
    }
    if (story.metadata.headline.empty()) story.metadata.headline = subject;
    if (story.metadata.published.empty()) story.metadata.published = date;
    input_.finish_story(story);
    return story;
  }

  Input input_;
  std::size_t size_ = 0;
};

}  // namespace

std::unique_ptr<StoryReader> read_mail(Input input) { return std::make_unique<MailReader>(std::move(input)); }

}  // namespace wirecut
