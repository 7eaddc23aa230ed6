// A table is a list of columns, each a name, the type of its cells, and what it writes of one item; the functions at
// the end run over them.

#include "record/columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

#include "record/json_writer.h"
#include "record/names.h"
#include "text/offsets.h"
#include "wirecut/analyzer.h"

namespace wirecut {

namespace {

struct Context {
  const Story& story;
  const Structure& structure;  // without parts where it isn't asked for: other layers have it found all the same
  std::uint8_t layers;
  const OffsetMap& offset;
  Cells& cells;

  bool wanted(Layer layer) const { return !story.error && (layers & layer) != 0; }
  void words(std::optional<Span> span) const { span ? cells.text(story.words(*span)) : cells.empty(); }
  void start(Span span) const { cells.number(std::uint64_t{offset(span.start)}); }
  void end(Span span) const { cells.number(std::uint64_t{offset(span.end)}); }
  void count(Layer layer, std::size_t count) const {
    wanted(layer) ? cells.number(std::uint64_t{count}) : cells.empty();
  }

  void numbered(char letter, std::size_t index) const { cells.text(fmt::format("{}{}", letter, index + 1)); }
  void entity(const std::optional<Speaker>& speaker) const {
    speaker && speaker->entity ? numbered('e', *speaker->entity) : cells.empty();
  }
};

template <class Item>
struct Column {
  std::string_view name;
  CellType type;
  void (*write)(const Context& c, const Item& item);
};

// "Ana Silva; Rui Costa"
std::string joined(const std::vector<std::string>& values) { return fmt::format("{}", fmt::join(values, "; ")); }

std::string format_day(std::chrono::year_month_day day) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

std::string format_partial_date(const PartialDate& date) {
  const std::string year = date.year ? fmt::format("{:04}", static_cast<int>(*date.year)) : "XXXX";
  return fmt::format("{}-{:02}-{:02}", year, static_cast<unsigned>(date.month_day.month()),
                     static_cast<unsigned>(date.month_day.day()));
}

// The codes of the countries that the story is about.
std::string focus_codes(const Story& story) {
  std::vector<std::string> codes;
  for (const Country& country : story.countries)
    if (country.focus) codes.push_back(country.code);
  return joined(codes);
}

constexpr auto kStoryColumns = std::to_array<Column<Story>>({
    {"published_basis", CellType::text,
     [](const Context& c, const Story& s) { c.cells.text(s.published ? name_of(s.published->basis) : ""); }},
    {"language", CellType::text,
     [](const Context& c, const Story& s) {
       c.cells.text(s.error ? "" : s.metadata.language.empty() ? "en" : std::string_view(s.metadata.language));
     }},
    {"headline", CellType::text, [](const Context& c, const Story&) { c.words(c.structure.headline); }},
    {"authors", CellType::text,
     [](const Context& c, const Story&) {
       c.cells.text(c.structure.byline ? joined(c.structure.byline->authors) : "");
     }},
    {"dateline", CellType::text,
     [](const Context& c, const Story&) {
       c.structure.dateline ? c.words(c.structure.dateline->span) : c.cells.empty();
     }},
    {"dateline_place", CellType::text,
     [](const Context& c, const Story&) {
       c.cells.text(c.structure.dateline ? std::string_view(c.structure.dateline->place) : "");
     }},
    {"dateline_country", CellType::text,
     [](const Context& c, const Story&) {
       c.cells.text(c.structure.dateline ? std::string_view(c.structure.dateline->country) : "");
     }},
    {"dateline_date", CellType::text,
     [](const Context& c, const Story&) {
       const std::optional<Dateline>& dateline = c.structure.dateline;
       c.cells.text(dateline && dateline->date ? format_partial_date(*dateline->date) : "");
     }},
    {"dateline_agency", CellType::text,
     [](const Context& c, const Story&) {
       c.cells.text(c.structure.dateline ? std::string_view(c.structure.dateline->agency) : "");
     }},
    {"source", CellType::text,
     [](const Context& c, const Story&) {
       c.cells.text(c.structure.source ? std::string_view(c.structure.source->name) : "");
     }},
    {"source_canonical", CellType::text,
     [](const Context& c, const Story&) {
       c.cells.text(c.structure.source ? std::string_view(c.structure.source->canonical) : "");
     }},
    {"focus_countries", CellType::text, [](const Context& c, const Story& s) { c.cells.text(focus_codes(s)); }},
    {"paragraphs", CellType::integer,
     [](const Context& c,
        const Story&) { c.count(kStructure, c.structure.body ? c.structure.body->paragraphs.size() : 0); }},
    {"entities", CellType::integer, [](const Context& c, const Story& s) { c.count(kEntities, s.entities.size()); }},
    {"quotes", CellType::integer, [](const Context& c, const Story& s) { c.count(kQuotes, s.quotes.size()); }},
    {"countries", CellType::integer, [](const Context& c, const Story& s) { c.count(kCountries, s.countries.size()); }},
    {"places", CellType::integer, [](const Context& c, const Story& s) { c.count(kPlaces, s.places.size()); }},
    {"dates", CellType::integer, [](const Context& c, const Story& s) { c.count(kDates, s.dates.size()); }},
    {"warnings", CellType::text, [](const Context& c, const Story& s) { c.cells.text(joined(s.warnings)); }},
    {"error_kind", CellType::text,
     [](const Context& c, const Story& s) { c.cells.text(s.error ? name_of(s.error->kind) : ""); }},
    {"error", CellType::text,
     [](const Context& c, const Story& s) { c.cells.text(s.error ? std::string_view(s.error->message) : ""); }},
    {"error_line", CellType::integer,
     [](const Context& c,
        const Story& s) { s.error&& s.error->line ? c.cells.number(*s.error->line) : c.cells.empty(); }},
});

constexpr auto kQuoteColumns = std::to_array<Column<Quote>>({
    {"id", CellType::text,
     [](const Context& c, const Quote& q) { c.numbered('q', static_cast<std::size_t>(&q - c.story.quotes.data())); }},
    {"type", CellType::text, [](const Context& c, const Quote& q) { c.cells.text(name_of(q.type)); }},
    {"text", CellType::text, [](const Context& c, const Quote& q) { c.cells.text(quoted_words(c.story, q)); }},
    {"start", CellType::integer, [](const Context& c, const Quote& q) { c.start(q.spans.front()); }},
    {"end", CellType::integer, [](const Context& c, const Quote& q) { c.end(q.spans.back()); }},
    {"speaker", CellType::text,
     [](const Context& c, const Quote& q) { c.cells.text(q.speaker ? std::string_view(q.speaker->name) : ""); }},
    {"speaker_text", CellType::text,
     [](const Context& c, const Quote& q) { q.speaker ? c.words(q.speaker->span) : c.cells.empty(); }},
    {"speaker_entity", CellType::text, [](const Context& c, const Quote& q) { c.entity(q.speaker); }},
    {"cue", CellType::text, [](const Context& c, const Quote& q) { c.words(q.cue); }},
    {"via", CellType::text, [](const Context& c, const Quote& q) { q.via ? c.words(q.via->span) : c.cells.empty(); }},
    {"via_entity", CellType::text, [](const Context& c, const Quote& q) { c.entity(q.via); }},
    {"confidence", CellType::real,
     [](const Context& c, const Quote& q) { c.cells.number(static_cast<double>(q.confidence), 3); }},
});

constexpr auto kEntityColumns = std::to_array<Column<Entity>>({
    {"id", CellType::text,
     [](const Context& c, const Entity& e) {
       c.numbered('e', static_cast<std::size_t>(&e - c.story.entities.data()));
     }},
    {"type", CellType::text, [](const Context& c, const Entity& e) { c.cells.text(name_of(e.type)); }},
    {"name", CellType::text, [](const Context& c, const Entity& e) { c.cells.text(e.name); }},
    {"titles", CellType::text, [](const Context& c, const Entity& e) { c.cells.text(joined(e.titles)); }},
    {"country", CellType::text, [](const Context& c, const Entity& e) { c.cells.text(e.country); }},
    {"external_id", CellType::text, [](const Context& c, const Entity& e) { c.cells.text(e.external_id); }},
    {"confidence", CellType::real,
     [](const Context& c, const Entity& e) { c.cells.number(static_cast<double>(e.confidence), 3); }},
    {"mentions", CellType::integer,
     [](const Context& c, const Entity& e) { c.cells.number(std::uint64_t{e.mentions.size()}); }},
    {"start", CellType::integer, [](const Context& c, const Entity& e) { c.start(e.mentions.front().span); }},
    {"end", CellType::integer, [](const Context& c, const Entity& e) { c.end(e.mentions.front().span); }},
});

// A mention of an entity, which stands in a table of its own.
struct EntityMention {
  std::size_t entity;
  Mention mention;
};

constexpr auto kMentionColumns = std::to_array<Column<EntityMention>>({
    {"entity", CellType::text, [](const Context& c, const EntityMention& m) { c.numbered('e', m.entity); }},
    {"kind", CellType::text, [](const Context& c, const EntityMention& m) { c.cells.text(name_of(m.mention.kind)); }},
    {"text", CellType::text, [](const Context& c, const EntityMention& m) { c.words(m.mention.span); }},
    {"start", CellType::integer, [](const Context& c, const EntityMention& m) { c.start(m.mention.span); }},
    {"end", CellType::integer, [](const Context& c, const EntityMention& m) { c.end(m.mention.span); }},
});

std::vector<EntityMention> mentions_of(const Story& story) {
  std::vector<EntityMention> mentions;
  for (std::size_t entity = 0; entity < story.entities.size(); ++entity)
    for (const Mention& mention : story.entities[entity].mentions) mentions.push_back({entity, mention});
  return mentions;
}

constexpr auto kPlaceColumns = std::to_array<Column<Place>>({
    {"text", CellType::text, [](const Context& c, const Place& p) { c.words(p.span); }},
    {"start", CellType::integer, [](const Context& c, const Place& p) { c.start(p.span); }},
    {"end", CellType::integer, [](const Context& c, const Place& p) { c.end(p.span); }},
    {"name", CellType::text, [](const Context& c, const Place& p) { c.cells.text(p.name); }},
    {"country", CellType::text, [](const Context& c, const Place& p) { c.cells.text(p.country); }},
    {"kind", CellType::text, [](const Context& c, const Place& p) { c.cells.text(name_of(p.kind)); }},
    {"lat", CellType::real,
     [](const Context& c, const Place& p) {
       p.latitude ? c.cells.number(static_cast<double>(*p.latitude), 7) : c.cells.empty();
     }},
    {"lon", CellType::real,
     [](const Context& c, const Place& p) {
       p.longitude ? c.cells.number(static_cast<double>(*p.longitude), 7) : c.cells.empty();
     }},
    {"geonames", CellType::integer,
     [](const Context& c, const Place& p) {
       p.geonames ? c.cells.number(std::uint64_t{*p.geonames}) : c.cells.empty();
     }},
});

constexpr auto kCountryColumns = std::to_array<Column<Country>>({
    {"code", CellType::text, [](const Context& c, const Country& x) { c.cells.text(x.code); }},
    {"code3", CellType::text, [](const Context& c, const Country& x) { c.cells.text(x.code3); }},
    {"name", CellType::text, [](const Context& c, const Country& x) { c.cells.text(x.name); }},
    {"score", CellType::real, [](const Context& c, const Country& x) { c.cells.number(x.score, 6); }},
    {"focus", CellType::integer, [](const Context& c, const Country& x) { c.cells.truth(x.focus); }},
    {"mentions", CellType::integer,
     [](const Context& c, const Country& x) { c.cells.number(std::uint64_t{x.mentions.size()}); }},
});

constexpr auto kDateColumns = std::to_array<Column<Date>>({
    {"text", CellType::text, [](const Context& c, const Date& d) { c.words(d.span); }},
    {"start", CellType::integer, [](const Context& c, const Date& d) { c.start(d.span); }},
    {"end", CellType::integer, [](const Context& c, const Date& d) { c.end(d.span); }},
    {"type", CellType::text, [](const Context& c, const Date& d) { c.cells.text(name_of(d.type)); }},
    {"value", CellType::text, [](const Context& c, const Date& d) { c.cells.text(d.value); }},
    {"mod", CellType::text, [](const Context& c, const Date& d) { c.cells.text(d.mod); }},
});

// Calls `use(columns, items)` with those of the table.
template <class Use>
void with_table(RecordTable table, const Story& story, Use use) {
  switch (table) {
    case RecordTable::stories:
      use(std::span(kStoryColumns), std::span(&story, 1));
      break;
    case RecordTable::quotes:
      use(std::span(kQuoteColumns), std::span(story.quotes));
      break;
    case RecordTable::entities:
      use(std::span(kEntityColumns), std::span(story.entities));
      break;
    case RecordTable::mentions:
      use(std::span(kMentionColumns), mentions_of(story));
      break;
    case RecordTable::places:
      use(std::span(kPlaceColumns), std::span(story.places));
      break;
    case RecordTable::countries:
      use(std::span(kCountryColumns), std::span(story.countries));
      break;
    case RecordTable::dates:
      use(std::span(kDateColumns), std::span(story.dates));
      break;
  }
}

}  // namespace

std::vector<ColumnName> columns_of(RecordTable table) {
  std::vector<ColumnName> names;
  with_table(table, Story(), [&](auto columns, const auto&) {
    for (const auto& column : columns) names.push_back({column.name, column.type});
  });
  return names;
}

void write_cells(const Story& story, RecordTable table, OffsetUnit unit, std::uint8_t layers, Cells& cells) {
  const OffsetMap offset(story.text, unit);
  const Structure none;
  const Context context{story, (layers & kStructure) != 0 ? story.structure : none, layers, offset, cells};
  with_table(table, story, [&](auto columns, const auto& items) {
    for (const auto& item : items) {
      cells.begin_row();
      for (const auto& column : columns) column.write(context, item);
      cells.end_row();
    }
  });
}

std::string published_day(const Story& story) { return story.published ? format_day(story.published->day) : ""; }

void append_clean(std::string_view value, std::string& out) {
  for (std::size_t at = 0; at < value.size();) {
    const bool ascii = static_cast<unsigned char>(value[at]) < 0x80;
    const std::size_t size = ascii ? static_cast<std::size_t>(value[at] != '\0') : utf8_sequence_size(value.substr(at));
    out += size == 0 ? std::string_view("\xEF\xBF\xBD") : value.substr(at, size);
    at += std::max<std::size_t>(size, 1);
  }
}

}  // namespace wirecut
