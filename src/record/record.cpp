// One function a field of the record, in the order in which RECORD.md lists them and the bytes come out. Spans are
// bytes of the text inside wirecut; this is the only place where they become the unit that was asked for.

#include "wirecut/record.h"

#include <fmt/compile.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "record/json_writer.h"
#include "record/names.h"
#include "text/offsets.h"
#include "wirecut/analyzer.h"

namespace wirecut {

namespace {

constexpr std::size_t kBytesATextByte = 8;    // of a record of news: 5 on average, more of short stories
constexpr std::size_t kLongText = 64u << 10;  // longer ones are no news, and make room as they go

class RecordWriter {
 public:
  RecordWriter(const Story& story, const RecordOptions& options, std::string& out)
      : story_(story), options_(options), json_(out, options.indented), offset_(story.text, options.offsets) {}

  void write() {
    json_.expect_bytes(kBytesATextByte * std::min(story_.text.size(), kLongText));
    json_.begin_object();
    json_.field("schema", kSchemaName);
    json_.field("id", story_.id);
    json_.name_field("offsets", name_of(options_.offsets));
    json_.field("language", story_.metadata.language.empty() ? "en" : story_.metadata.language);
    if (options_.with_text) json_.field("text", story_.text);
    if (wanted(kStructure)) write_structure();
    write_published();
    if (wanted(kEntities)) write_list("entities", story_.entities, [&](const Entity& e) { write_entity(e); });
    if (wanted(kQuotes)) write_list("quotes", story_.quotes, [&](const Quote& q) { write_quote(q); });
    if (wanted(kCountries)) write_list("countries", story_.countries, [&](const Country& c) { write_country(c); });
    if (wanted(kPlaces)) write_list("places", story_.places, [&](const Place& p) { write_place(p); });
    if (wanted(kDates)) write_list("dates", story_.dates, [&](const Date& d) { write_date(d); });
    write_list("warnings", story_.warnings, [&](const std::string& warning) { json_.string(warning); });
    json_.end_object();
  }

 private:
  bool wanted(Layer layer) const { return (options_.layers & layer) != 0; }

  template <class Items, class WriteItem>
  void write_list(std::string_view name, const Items& items, WriteItem write_item) {
    json_.key(name);
    json_.begin_array();
    for (const auto& item : items) write_item(item);
    json_.end_array();
  }

  // An absent part is null; `write_part` writes the value of a present one.
  template <class Part, class WritePart>
  void write_optional(std::string_view name, const std::optional<Part>& part, WritePart write_part) {
    json_.key(name);
    part ? write_part(*part) : json_.null();
  }

  // For strings that are empty where there is nothing.
  void field_or_null(std::string_view name, std::string_view value) {
    json_.key(name);
    value.empty() ? json_.null() : json_.string(value);
  }

  void write_offsets(Span span) {
    json_.field("start", std::uint64_t{offset_(span.start)});
    json_.field("end", std::uint64_t{offset_(span.end)});
  }

  void write_words(Span span) {
    json_.field("text", story_.words(span));
    write_offsets(span);
  }

  void write_span(Span span) {
    json_.begin_leaf();
    write_offsets(span);
    json_.end_object();
  }

  void write_word_span(Span span) {
    json_.begin_leaf();
    write_words(span);
    json_.end_object();
  }

  // Of an entity or a country.
  template <class M>
  void write_mention(const M& mention) {
    json_.begin_leaf();
    write_offsets(mention.span);
    json_.field("text", story_.words(mention.span));
    json_.name_field("kind", name_of(mention.kind));
    json_.end_object();
  }

  void write_strings(std::string_view name, const std::vector<std::string>& values) {
    write_list(name, values, [&](const std::string& value) { json_.string(value); });
  }

  // ---- structure
  void write_structure() {
    const Structure& s = story_.structure;
    write_optional("headline", s.headline, [&](Span span) { write_word_span(span); });
    write_optional("byline", s.byline, [&](const Byline& b) { write_byline(b); });
    write_optional("dateline", s.dateline, [&](const Dateline& d) { write_dateline(d); });
    write_optional("body", s.body, [&](const Body& b) { write_body(b); });
    write_optional("source", s.source, [&](const Source& x) { write_source(x); });
    write_optional("transmission", s.transmission, [&](const Transmission& t) { write_transmission(t); });
  }

  void write_byline(const Byline& byline) {
    json_.begin_leaf();
    write_words(byline.span);
    write_strings("authors", byline.authors);
    json_.end_object();
  }

  void write_dateline(const Dateline& dateline) {
    json_.begin_leaf();
    write_words(dateline.span);
    field_or_null("place", dateline.place);
    field_or_null("country", dateline.country);
    write_optional("date", dateline.date, [&](const PartialDate& d) { write_partial_date(d); });
    field_or_null("agency", dateline.agency);
    json_.end_object();
  }

  void write_partial_date(const PartialDate& date) {
    const std::string year = date.year ? fmt::format(FMT_COMPILE("{:04}"), static_cast<int>(*date.year)) : "XXXX";
    const std::chrono::month_day day = date.month_day;
    json_.string(fmt::format(FMT_COMPILE("{}-{:02}-{:02}"), year, static_cast<unsigned>(day.month()),
                             static_cast<unsigned>(day.day())));
  }

  void write_body(const Body& body) {
    json_.begin_object();
    write_offsets(body.span);
    write_list("paragraphs", body.paragraphs, [&](Span span) { write_span(span); });
    json_.end_object();
  }

  void write_source(const Source& source) {
    json_.begin_leaf();
    write_words(source.span);
    field_or_null("name", source.name);
    field_or_null("canonical", source.canonical);
    json_.end_object();
  }

  void write_transmission(const Transmission& transmission) {
    json_.begin_leaf();
    field_or_null("service", transmission.service);
    field_or_null("number", transmission.number);
    field_or_null("priority", transmission.priority);
    field_or_null("category", transmission.category);
    field_or_null("slug", transmission.slug);
    field_or_null("filed", transmission.filed);
    json_.end_object();
  }

  void write_published() {
    write_optional("published", story_.published, [&](const Published& published) {
      json_.begin_leaf();
      const std::chrono::year_month_day day = published.day;
      json_.field("value", fmt::format(FMT_COMPILE("{:04}-{:02}-{:02}"), static_cast<int>(day.year()),
                                       static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day())));
      json_.name_field("basis", name_of(published.basis));
      json_.end_object();
    });
  }

  // ---- extraction
  std::string_view numbered(char letter, std::size_t index) {
    id_.front() = letter;
    const char* end = std::to_chars(id_.data() + 1, id_.data() + id_.size(), index + 1).ptr;
    return std::string_view(id_.data(), static_cast<std::size_t>(end - id_.data()));
  }

  void write_entity(const Entity& entity) {
    json_.begin_object();
    json_.name_field("id", numbered('e', static_cast<std::size_t>(&entity - story_.entities.data())));
    json_.name_field("type", name_of(entity.type));
    json_.field("name", entity.name);
    write_strings("titles", entity.titles);
    field_or_null("country", entity.country);
    field_or_null("external_id", entity.external_id);
    json_.key("confidence");
    json_.number(static_cast<double>(entity.confidence), 3);
    write_list("mentions", entity.mentions, [&](const Mention& mention) { write_mention(mention); });
    json_.end_object();
  }

  void write_quote(const Quote& quote) {
    json_.begin_object();
    json_.name_field("id", numbered('q', static_cast<std::size_t>(&quote - story_.quotes.data())));
    json_.name_field("type", name_of(quote.type));
    quote.spans.size() == 1 ? json_.field("text", story_.words(quote.spans.front()))
                            : json_.field("text", quoted_words(story_, quote));
    write_list("spans", quote.spans, [&](Span span) { write_span(span); });
    write_optional("speaker", quote.speaker, [&](const Speaker& speaker) { write_speaker(speaker, true); });
    write_optional("cue", quote.cue, [&](Span span) { write_word_span(span); });
    write_optional("via", quote.via, [&](const Speaker& via) { write_speaker(via, false); });
    json_.key("confidence");
    json_.number(static_cast<double>(quote.confidence), 3);
    json_.end_object();
  }

  void write_speaker(const Speaker& speaker, bool with_name) {
    json_.begin_leaf();
    write_words(speaker.span);
    write_optional("entity", speaker.entity, [&](EntityId id) { json_.name(numbered('e', id)); });
    if (with_name) json_.field("name", speaker.name);
    json_.end_object();
  }

  void write_country(const Country& country) {
    json_.begin_object();
    json_.field("code", country.code);
    json_.field("code3", country.code3);
    json_.field("name", country.name);
    json_.key("score");
    json_.number(country.score, 6);
    json_.key("focus");
    json_.boolean(country.focus);
    write_list("mentions", country.mentions, [&](const CountryMention& mention) { write_mention(mention); });
    json_.end_object();
  }

  void write_place(const Place& place) {
    json_.begin_leaf();
    write_words(place.span);
    json_.field("name", place.name);
    field_or_null("country", place.country);
    json_.name_field("kind", name_of(place.kind));
    write_optional("lat", place.latitude, [&](float degrees) { json_.number(static_cast<double>(degrees), 7); });
    write_optional("lon", place.longitude, [&](float degrees) { json_.number(static_cast<double>(degrees), 7); });
    write_optional("geonames", place.geonames, [&](std::uint32_t id) { json_.number(std::uint64_t{id}); });
    json_.end_object();
  }

  void write_date(const Date& date) {
    json_.begin_leaf();
    write_words(date.span);
    json_.name_field("type", name_of(date.type));
    json_.field("value", date.value);
    field_or_null("mod", date.mod);
    json_.end_object();
  }

  const Story& story_;
  const RecordOptions& options_;
  JsonWriter json_;
  OffsetMap offset_;
  std::array<char, 24> id_{};  // of the entity or quote that is being written
};

void write_error_record(const Story& story, bool indented, std::string& out) {
  const Error& error = *story.error;
  JsonWriter json(out, indented);
  const auto field_or_null = [&](std::string_view name, std::optional<std::uint64_t> value) {
    json.key(name);
    value ? json.number(*value) : json.null();
  };
  json.begin_object();
  json.field("schema", kSchemaName);
  json.field("id", story.id);
  json.key("error");
  json.begin_leaf();
  json.field("kind", name_of(error.kind));
  json.field("message", error.message);
  field_or_null("line", error.line);
  field_or_null("byte", error.byte);
  json.end_object();
  json.end_object();
}

}  // namespace

void write_record(const Story& story, const RecordOptions& options, std::string& out) {
  if (story.error)
    write_error_record(story, options.indented, out);
  else
    RecordWriter(story, options, out).write();
  out += '\n';
}

}  // namespace wirecut
