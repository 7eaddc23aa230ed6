// An address is a host of known ending, or anything behind a scheme; its path runs to white space, a quotation mark or
// a bracket, less the punctuation of the sentence around it. Country endings that are English words ("in", "it", "is",
// "me", "us", "no", "to") don't make a host of "said.in": a missing space is commoner in wire copy than such a host.

#include "tokens/web.h"

#include <algorithm>
#include <iterator>

namespace wirecut {
namespace {

constexpr std::string_view kHostEndings[] = {
    "ae", "africa", "ai", "ar", "asia", "au", "bd",  "biz", "br",   "ca", "ch", "cn", "co",  "com",  "de",  "edu",
    "es", "eu",     "fi", "fm", "fr",   "gh", "gov", "gr",  "hk",   "hu", "id", "ie", "il",  "info", "int", "io",
    "jp", "ke",     "kr", "lk", "mil",  "mx", "my",  "net", "news", "ng", "nl", "nz", "org", "pe",   "ph",  "pk",
    "pl", "pt",     "qa", "ru", "se",   "sg", "tr",  "tv",  "tw",   "ua", "ug", "uk", "vn",  "za",   "zm",  "zw"};

bool is_host_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
}

bool ends_path(char c) {
  return static_cast<unsigned char>(c) <= ' ' || static_cast<unsigned char>(c) >= 0x80 || c == '"' || c == '<' ||
         c == '>' || c == ')' || c == ']' || c == '}' || c == '\'';
}

bool is_sentence_mark(char c) { return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?'; }

std::size_t path_end(std::string_view text, std::size_t from) {
  std::size_t end = from;
  while (end < text.size() && !ends_path(text[end])) ++end;
  while (end > from && is_sentence_mark(text[end - 1])) --end;
  return end;
}

bool has_known_ending(std::string_view host) {
  const std::size_t dot = host.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return false;
  const std::string_view ending = host.substr(dot + 1);
  if (ending.empty() || ending.front() < 'a') return false;  // "3.5" and "U.S" are asked for most
  return std::find(std::begin(kHostEndings), std::end(kHostEndings), ending) != std::end(kHostEndings);
}

}  // namespace

std::size_t find_web_end(std::string_view text, std::size_t start, std::size_t mark, std::size_t& scanned) {
  if (text.substr(mark, 3) == "://") {
    const std::size_t end = path_end(text, mark + 3);
    scanned = std::max(scanned, end);
    return end > mark + 3 ? end : 0;
  }
  const bool mail = text[mark] == '@';
  const std::size_t host_start = mail ? mark + 1 : start;
  std::size_t end = host_start;
  while (end < text.size() && is_host_char(text[end])) ++end;
  scanned = std::max(scanned, end);
  while (end > host_start && !(is_host_char(text[end - 1]) && text[end - 1] != '.' && text[end - 1] != '-')) --end;
  const std::string_view host = text.substr(host_start, end - host_start);
  if (mail) return host.find('.') != std::string_view::npos ? end : 0;
  if (!host.starts_with("www.") && !has_known_ending(host)) return 0;
  if (end >= text.size() || text[end] != '/') return end;
  end = path_end(text, end);
  scanned = std::max(scanned, end);
  return end;
}

}  // namespace wirecut
