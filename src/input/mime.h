// What mails wrap their words in (RFC 2045 to 2047): transfer encodings, parts, charsets, encoded words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wirecut {

struct MailBody {
  std::string text;      // UTF-8
  bool is_html = false;  // the mail has no plain text
};

// Undoes "Content-Transfer-Encoding: quoted-printable", as far as `bytes` are that.
std::string decode_quoted_printable(std::string_view bytes);

// Passes over what is no base64.
std::string decode_base64(std::string_view bytes);

// "=?utf-8?Q?caf=C3=A9?=" -> "café". What isn't such a word stays as it is.
std::string decode_header_words(std::string_view value);

// The first plain text among the parts of a mail, else the first page; attachments don't count. `header` is the mail's,
// with each field on one line. Empty where it holds neither.
MailBody read_mail_body(std::string_view header, std::string_view content, std::vector<std::string>& warnings);

// Each field of a header on one line: those that are folded go on behind a blank.
std::string unfold_header(std::string_view header);

}  // namespace wirecut
