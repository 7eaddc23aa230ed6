// One story and the layers that the stages find in it. Plain data: spans into one text, tied by index.
// Which stage sets which layer stands beside each member of Story; analyzer.cpp is the only writer.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "wirecut/result.h"

namespace wirecut {

// Half-open [start, end), in BYTES of Story::text, both ends on code point boundaries. start <= end, always.
struct Span {
  std::uint32_t start = 0;
  std::uint32_t end = 0;

  bool operator==(const Span&) const = default;
  std::uint32_t size() const { return end - start; }
  bool empty() const { return start == end; }
  bool contains(Span other) const { return start <= other.start && other.end <= end; }
  bool overlaps(Span other) const { return start < other.end && other.start < end; }
};

// A calendar date of which the year may be unknown; month and day always are.
struct PartialDate {
  std::optional<std::chrono::year> year;
  std::chrono::month_day month_day{std::chrono::January, std::chrono::day{1}};

  bool operator==(const PartialDate&) const = default;
};

// ---- what the carrier says of a story (the fields of JSON Lines, ninjs, NITF, HTML ...); empty where it is silent
struct Metadata {
  std::string headline;
  std::string byline;
  std::string dateline;
  std::string source;
  std::string language;   // BCP 47, "en" or "en-GB"
  std::string published;  // as the carrier wrote it; the day is read from its first ten characters
  std::vector<std::string> authors;
};

// ---- structure/
struct Byline {
  Span span;
  std::vector<std::string> authors;  // personal names only, in order
};

struct Dateline {
  Span span;                        // an attached colon or full stop belongs to it, a dash never does
  std::string place;                // the town as written; empty: none, as in "(Bloomberg) --"
  std::string country;              // ISO 3166-1 alpha-2; empty: none or not known
  std::optional<PartialDate> date;  // what the dateline itself says
  std::string agency;               // as written: "Reuters", "AP"; empty: none
  bool at_home = false;             // the country is that of the paper or agency that supplied the story

  // Nothing but a town: "MELBOURNE -" may open a story of a paper in Florida, as no wire's "MELBOURNE, March 3
  // (Reuters)" does. Its country is a guess, unless it is `at_home`.
  bool is_bare() const {
    const std::size_t longest = place.size() + 1;  // "SALEM:"
    return !place.empty() && agency.empty() && !date && span.size() <= longest;
  }
};

struct Body {
  Span span;
  std::vector<Span> paragraphs;  // in order, inside `span`, never blank
};

struct Source {
  Span span;
  std::string name;       // as written: "ANI"
  std::string canonical;  // "Asian News International"; empty: not an outlet that the lexicon knows
};

// The header fields of a wire transmission (IPTC 7901, ANPA 1312); empty where there is none.
struct Transmission {
  std::string service;  // service or selector code
  std::string number;   // message number
  std::string priority;
  std::string category;
  std::string slug;
  std::string filed;  // filing time as written
};

struct Structure {
  std::optional<Span> headline;
  std::optional<Byline> byline;
  std::optional<Dateline> dateline;
  std::optional<Body> body;
  std::optional<Source> source;
  std::optional<Transmission> transmission;  // set by input/ where the carrier frames it, else by structure/
};

enum class PublishedBasis : std::uint8_t { option, metadata, dateline, text, inferred };

// The day that "today" means in a story.
struct Published {
  std::chrono::year_month_day day{};
  PublishedBasis basis = PublishedBasis::text;
};

// ---- tokens/
enum class TokenKind : std::uint8_t {
  word,         // letters, with inner apostrophes, hyphens or full stops: "don", "U.S.", "third-quarter"
  number,       // digits with their separators: "1,200", "3.5", "1.2bn"
  punctuation,  // one mark, or a run of the same: "," "--" "..."
  quote,        // any quotation mark, "''" and "``" included; never an apostrophe
  symbol,       // "$" "%" "€"
  web,          // an address: e-mail, web, @handle
};

enum TokenFlag : std::uint8_t {
  kCapitalized = 1,  // the first letter is upper case
  kAllCaps = 2,      // two letters or more, none of them lower case
  kHasDigit = 4,
  kSpaceBefore = 8,  // white space stands before it, or it opens the text
  kNewlineBefore = 16,
  kNonAscii = 32,
  kHasHyphen = 64,
  kAbbreviation = 128,  // ends in a full stop that belongs to it: "U.S." "Gen." "Jan."
};

// 32 bytes; the two hashes are hash_word() of lexicon/hash.h, so that no later stage hashes a word again.
struct Token {
  Span span;
  std::uint64_t hash = 0;        // of the form as written, apostrophes straight
  std::uint64_t lower_hash = 0;  // of the form in lower case, apostrophes straight
  TokenKind kind = TokenKind::word;
  std::uint8_t flags = 0;  // TokenFlag

  bool has(TokenFlag flag) const { return (flags & flag) != 0; }
};

// Which part of the story a sentence lies in: no sentence runs from one part into another.
enum class Part : std::uint8_t { head, headline, byline, dateline, body, tail };

struct Sentence {
  Span span;
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;  // one past the last
  Part part = Part::body;
  bool opens_paragraph = false;
};

// ---- tagger/
enum class EntityType : std::uint8_t { person, organization, location, misc };

// One mention of a name, found locally; entities/ ties the mentions to entities.
struct Name {
  Span span;
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;
  EntityType type = EntityType::misc;
  float confidence = 0;        // 0..1
  std::uint32_t user_row = 0;  // of the user's list of names, the index + 1; 0: found by the model
};

// Penn Treebank tags; punctuation as there. `none` where no tagger ran.
enum class PosTag : std::uint8_t {
  none,
  CC,
  CD,
  DT,
  EX,
  FW,
  IN,
  JJ,
  JJR,
  JJS,
  LS,
  MD,
  NN,
  NNS,
  NNP,
  NNPS,
  PDT,
  POS,
  PRP,
  PRPS,
  RB,
  RBR,
  RBS,
  RP,
  SYM,
  TO,
  UH,
  VB,
  VBD,
  VBG,
  VBN,
  VBP,
  VBZ,
  WDT,
  WP,
  WPS,
  WRB,
  comma,
  period,
  colon,
  quote,
  lparen,
  rparen,
  dollar,
  hash,
};

// ---- entities/ and resolve/
using EntityId = std::uint32_t;  // an index into Story::entities

enum class MentionKind : std::uint8_t { name, nominal, pronoun };

struct Mention {
  Span span;
  MentionKind kind = MentionKind::name;
};

struct Entity {
  EntityType type = EntityType::misc;
  std::string name;                 // the fullest form seen in the story, or the canonical name of the user's list
  std::vector<std::string> titles;  // "Russian Foreign Minister", "Gen."
  std::string country;              // ISO 3166-1 alpha-2 where the text says it, else empty
  std::string external_id;          // from the user's list of names, else empty
  float confidence = 0;             // 0..1, of its surest mention
  std::vector<Mention> mentions;    // in text order, never empty
};

// ---- quotes/ and resolve/
enum class QuoteType : std::uint8_t { direct, indirect, mixed };

struct Speaker {
  Span span;                       // the words that name the speaker: "the minister", "he", "Lavrov"
  std::optional<EntityId> entity;  // set by resolve/; of two who speak together, the first
  std::string name;  // set by resolve/: the entity's name ("Jane Roe and John Poe"), or the words themselves
};

struct Quote {
  QuoteType type = QuoteType::direct;
  std::vector<Span> spans;  // the content, in order, without the outer quotation marks
  std::optional<Speaker> speaker;
  std::optional<Span> cue;
  std::optional<Speaker> via;  // who relayed it, if another; its name is not written to the record
  float confidence = 0;        // 0..1, that it was said, in these words and by this speaker
};

// ---- places/ and resolve/
enum class PlaceKind : std::uint8_t { city, region, county, water, mountain, country, continent };

struct Place {
  Span span;
  std::string name;     // the gazetteer's name
  std::string country;  // ISO 3166-1 alpha-2; empty: in no one country
  PlaceKind kind = PlaceKind::city;
  std::optional<float> latitude, longitude;  // degrees
  std::optional<std::uint32_t> geonames;
};

enum class CountryMentionKind : std::uint8_t { name, demonym, place, alias };

struct CountryMention {
  Span span;
  CountryMentionKind kind = CountryMentionKind::name;
};

struct Country {
  std::string code;   // ISO 3166-1 alpha-2
  std::string code3;  // alpha-3
  std::string name;
  double score = 0;  // share of the story's attention; the scores of a story add up to 1
  bool focus = false;
  std::vector<CountryMention> mentions;  // in text order
};

// ---- dates/ and resolve/
enum class DateType : std::uint8_t { date, time, duration, set };

struct Date {
  Span span;
  DateType type = DateType::date;
  std::string value;  // TIMEX3
  std::string mod;    // TIMEX3, upper case; empty: none
};

// ---- the whole
struct Story {
  std::string id;
  std::string text;                   // decoded UTF-8; never changed once set
  Metadata metadata;                  // set by input/
  std::optional<Error> error;         // set by input/ and text/: the story could not be read
  std::vector<std::string> warnings;  // set by text/, input/ and structure/
  Structure structure;                // set by structure/
  std::vector<Token> tokens;          // set by tokens/, in text order, not overlapping, over the whole text
  std::vector<Sentence> sentences;    // set by tokens/
  std::vector<PosTag> pos_tags;       // set by tagger/, one a token, or empty
  std::vector<std::uint16_t>
      word_classes;                    // set by tagger/ with pos_tags: classes of similar words, from 1; 0: unknown
  std::vector<Name> names;             // set by tagger/, in text order, not overlapping
  std::vector<Entity> entities;        // set by entities/, completed by resolve/; an EntityId is the index here
  std::optional<Published> published;  // set by resolve/
  std::vector<Date> dates;             // set by resolve/ from what dates/ found
  std::vector<Place> places;           // set by resolve/ from what places/ found
  std::vector<Country> countries;      // set by resolve/, highest score first
  std::vector<Quote> quotes;           // set by quotes/, speakers completed by resolve/

  // `span` lies within the text; an empty one gives no words.
  std::string_view words(Span span) const { return std::string_view(text).substr(span.start, span.size()); }
};

}  // namespace wirecut
