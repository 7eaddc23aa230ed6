// A table is a list of columns, each a name and what it writes of one item; the functions at the end run over them. Every
// row opens with the story's id, by which the tables join, and its day.
//
// A cell whose text a spreadsheet would take for a formula ("=HYPERLINK(...)", "@SUM") gets an apostrophe in front, as
// OWASP's page on CSV injection advises; numbers are ours and stay. NUL, which readers of CSV stumble over, and bytes
// that aren't UTF-8 (a file name may be anything) become U+FFFD.

#include "record/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <vector>

#include "record/json_writer.h"
#include "record/names.h"
#include "text/offsets.h"
#include "wirecut/analyzer.h"

namespace wirecut {

namespace {

// Writes the cells of one line after the other.
class Cells {
 public:
  Cells(const TableOptions& options, std::string& out) : options_(options), out_(out) {}

  void empty() { separate(); }

  void text(std::string_view value) {
    separate();
    const bool formula = !options_.raw && value.size() > 1 && kFormulaStarts.find(value.front()) != std::string_view::npos;
    const bool quoted = options_.form == TableForm::csv && value.find_first_of(",\"\r\n") != std::string_view::npos;
    if (quoted) out_ += '"';
    if (formula) out_ += '\'';
    add_escaped(value);
    if (quoted) out_ += '"';
  }

  void number(std::uint64_t value) {
    separate();
    fmt::format_to(std::back_inserter(out_), "{}", value);
  }

  void number(double value, int significant_digits) {
    separate();
    fmt::format_to(std::back_inserter(out_), "{:.{}g}", value, significant_digits);
  }

  void end_line() {
    out_ += options_.form == TableForm::csv ? "\r\n" : "\n";
    first_ = true;
  }

 private:
  static constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD
  // A lone sign is no formula: "-" is the id of standard input.
  static constexpr std::string_view kFormulaStarts = "=+-@\t\r\n";

  void separate() {
    if (!first_) out_ += options_.form == TableForm::csv ? ',' : '\t';
    first_ = false;
  }

  void add_escaped(std::string_view value) {
    while (!value.empty()) {
      const bool ascii = static_cast<unsigned char>(value.front()) < 0x80;
      const std::size_t size = ascii ? 1 : utf8_sequence_size(value);
      out_ += size == 0 ? kReplacement : ascii ? escaped(value.substr(0, 1)) : value.substr(0, size);
      value.remove_prefix(std::max<std::size_t>(size, 1));
    }
  }

  std::string_view escaped(std::string_view character) const {
    const bool csv = options_.form == TableForm::csv;
    switch (character.front()) {
      case '\0': return kReplacement;
      case '"': return csv ? "\"\"" : character;
      case '\t': return csv ? character : "\\t";
      case '\n': return csv ? character : "\\n";
      case '\r': return csv ? character : "\\r";
      case '\\': return csv ? character : "\\\\";
      default: return character;
    }
  }

  const TableOptions& options_;
  std::string& out_;
  bool first_ = true;
};

struct Context {
  const Story& story;
  const TableOptions& options;
  const OffsetMap& offset;
  Cells& cells;

  bool wanted(Layer layer) const { return !story.error && (options.layers & layer) != 0; }
  void words(std::optional<Span> span) const { span ? cells.text(story.words(*span)) : cells.empty(); }
  void start(Span span) const { cells.number(std::uint64_t{offset(span.start)}); }
  void end(Span span) const { cells.number(std::uint64_t{offset(span.end)}); }
  void count(Layer layer, std::size_t count) const { wanted(layer) ? cells.number(std::uint64_t{count}) : cells.empty(); }

  void numbered(char letter, std::size_t index) const { cells.text(fmt::format("{}{}", letter, index + 1)); }
  void entity(const std::optional<Speaker>& speaker) const {
    speaker && speaker->entity ? numbered('e', *speaker->entity) : cells.empty();
  }
};

template <class Item>
struct Column {
  std::string_view name;
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
    {"published_basis", [](const Context& c, const Story& s) { c.cells.text(s.published ? name_of(s.published->basis) : ""); }},
    {"language", [](const Context& c, const Story& s) {
       c.cells.text(s.error ? "" : s.metadata.language.empty() ? "en" : std::string_view(s.metadata.language));
     }},
    {"headline", [](const Context& c, const Story& s) { c.words(s.structure.headline); }},
    {"authors", [](const Context& c, const Story& s) {
       c.cells.text(s.structure.byline ? joined(s.structure.byline->authors) : "");
     }},
    {"dateline", [](const Context& c, const Story& s) {
       s.structure.dateline ? c.words(s.structure.dateline->span) : c.cells.empty();
     }},
    {"dateline_place", [](const Context& c, const Story& s) {
       c.cells.text(s.structure.dateline ? std::string_view(s.structure.dateline->place) : "");
     }},
    {"dateline_country", [](const Context& c, const Story& s) {
       c.cells.text(s.structure.dateline ? std::string_view(s.structure.dateline->country) : "");
     }},
    {"dateline_date", [](const Context& c, const Story& s) {
       const std::optional<Dateline>& dateline = s.structure.dateline;
       c.cells.text(dateline && dateline->date ? format_partial_date(*dateline->date) : "");
     }},
    {"dateline_agency", [](const Context& c, const Story& s) {
       c.cells.text(s.structure.dateline ? std::string_view(s.structure.dateline->agency) : "");
     }},
    {"source", [](const Context& c, const Story& s) {
       c.cells.text(s.structure.source ? std::string_view(s.structure.source->name) : "");
     }},
    {"source_canonical", [](const Context& c, const Story& s) {
       c.cells.text(s.structure.source ? std::string_view(s.structure.source->canonical) : "");
     }},
    {"focus_countries", [](const Context& c, const Story& s) { c.cells.text(focus_codes(s)); }},
    {"paragraphs", [](const Context& c, const Story& s) {
       c.count(kStructure, s.structure.body ? s.structure.body->paragraphs.size() : 0);
     }},
    {"entities", [](const Context& c, const Story& s) { c.count(kEntities, s.entities.size()); }},
    {"quotes", [](const Context& c, const Story& s) { c.count(kQuotes, s.quotes.size()); }},
    {"countries", [](const Context& c, const Story& s) { c.count(kCountries, s.countries.size()); }},
    {"places", [](const Context& c, const Story& s) { c.count(kPlaces, s.places.size()); }},
    {"dates", [](const Context& c, const Story& s) { c.count(kDates, s.dates.size()); }},
    {"warnings", [](const Context& c, const Story& s) { c.cells.text(joined(s.warnings)); }},
    {"error_kind", [](const Context& c, const Story& s) { c.cells.text(s.error ? name_of(s.error->kind) : ""); }},
    {"error", [](const Context& c, const Story& s) {
       c.cells.text(s.error ? std::string_view(s.error->message) : "");
     }},
    {"error_line", [](const Context& c, const Story& s) {
       s.error && s.error->line ? c.cells.number(*s.error->line) : c.cells.empty();
     }},
});

constexpr auto kQuoteColumns = std::to_array<Column<Quote>>({
    {"id", [](const Context& c, const Quote& q) {
       c.numbered('q', static_cast<std::size_t>(&q - c.story.quotes.data()));
     }},
    {"type", [](const Context& c, const Quote& q) { c.cells.text(name_of(q.type)); }},
    {"text", [](const Context& c, const Quote& q) { c.cells.text(quoted_words(c.story, q)); }},
    {"start", [](const Context& c, const Quote& q) { c.start(q.spans.front()); }},
    {"end", [](const Context& c, const Quote& q) { c.end(q.spans.back()); }},
    {"speaker", [](const Context& c, const Quote& q) { c.cells.text(q.speaker ? std::string_view(q.speaker->name) : ""); }},
    {"speaker_text", [](const Context& c, const Quote& q) {
       q.speaker ? c.words(q.speaker->span) : c.cells.empty();
     }},
    {"speaker_entity", [](const Context& c, const Quote& q) { c.entity(q.speaker); }},
    {"cue", [](const Context& c, const Quote& q) { c.words(q.cue); }},
    {"via", [](const Context& c, const Quote& q) { q.via ? c.words(q.via->span) : c.cells.empty(); }},
    {"via_entity", [](const Context& c, const Quote& q) { c.entity(q.via); }},
});

constexpr auto kEntityColumns = std::to_array<Column<Entity>>({
    {"id", [](const Context& c, const Entity& e) {
       c.numbered('e', static_cast<std::size_t>(&e - c.story.entities.data()));
     }},
    {"type", [](const Context& c, const Entity& e) { c.cells.text(name_of(e.type)); }},
    {"name", [](const Context& c, const Entity& e) { c.cells.text(e.name); }},
    {"titles", [](const Context& c, const Entity& e) { c.cells.text(joined(e.titles)); }},
    {"country", [](const Context& c, const Entity& e) { c.cells.text(e.country); }},
    {"external_id", [](const Context& c, const Entity& e) { c.cells.text(e.external_id); }},
    {"confidence", [](const Context& c, const Entity& e) { c.cells.number(static_cast<double>(e.confidence), 3); }},
    {"mentions", [](const Context& c, const Entity& e) { c.cells.number(std::uint64_t{e.mentions.size()}); }},
    {"start", [](const Context& c, const Entity& e) { c.start(e.mentions.front().span); }},
    {"end", [](const Context& c, const Entity& e) { c.end(e.mentions.front().span); }},
});

constexpr auto kPlaceColumns = std::to_array<Column<Place>>({
    {"text", [](const Context& c, const Place& p) { c.words(p.span); }},
    {"start", [](const Context& c, const Place& p) { c.start(p.span); }},
    {"end", [](const Context& c, const Place& p) { c.end(p.span); }},
    {"name", [](const Context& c, const Place& p) { c.cells.text(p.name); }},
    {"country", [](const Context& c, const Place& p) { c.cells.text(p.country); }},
    {"kind", [](const Context& c, const Place& p) { c.cells.text(name_of(p.kind)); }},
    {"lat", [](const Context& c, const Place& p) {
       p.latitude ? c.cells.number(static_cast<double>(*p.latitude), 7) : c.cells.empty();
     }},
    {"lon", [](const Context& c, const Place& p) {
       p.longitude ? c.cells.number(static_cast<double>(*p.longitude), 7) : c.cells.empty();
     }},
    {"geonames", [](const Context& c, const Place& p) {
       p.geonames ? c.cells.number(std::uint64_t{*p.geonames}) : c.cells.empty();
     }},
});

constexpr auto kCountryColumns = std::to_array<Column<Country>>({
    {"code", [](const Context& c, const Country& x) { c.cells.text(x.code); }},
    {"code3", [](const Context& c, const Country& x) { c.cells.text(x.code3); }},
    {"name", [](const Context& c, const Country& x) { c.cells.text(x.name); }},
    {"score", [](const Context& c, const Country& x) { c.cells.number(x.score, 6); }},
    {"focus", [](const Context& c, const Country& x) { c.cells.text(x.focus ? "true" : "false"); }},
    {"mentions", [](const Context& c, const Country& x) { c.cells.number(std::uint64_t{x.mentions.size()}); }},
});

constexpr auto kDateColumns = std::to_array<Column<Date>>({
    {"text", [](const Context& c, const Date& d) { c.words(d.span); }},
    {"start", [](const Context& c, const Date& d) { c.start(d.span); }},
    {"end", [](const Context& c, const Date& d) { c.end(d.span); }},
    {"type", [](const Context& c, const Date& d) { c.cells.text(name_of(d.type)); }},
    {"value", [](const Context& c, const Date& d) { c.cells.text(d.value); }},
    {"mod", [](const Context& c, const Date& d) { c.cells.text(d.mod); }},
});

// Calls `use(columns, items)` with those of the table.
template <class Use>
void with_table(Table table, const Story& story, Use use) {
  switch (table) {
    case Table::stories: use(std::span(kStoryColumns), std::span(&story, 1)); break;
    case Table::quotes: use(std::span(kQuoteColumns), std::span(story.quotes)); break;
    case Table::entities: use(std::span(kEntityColumns), std::span(story.entities)); break;
    case Table::places: use(std::span(kPlaceColumns), std::span(story.places)); break;
    case Table::countries: use(std::span(kCountryColumns), std::span(story.countries)); break;
    case Table::dates: use(std::span(kDateColumns), std::span(story.dates)); break;
  }
}

// In the order of Table. The pronouns among the mentions of an entity are found for the quotes.
struct TableName {
  std::string_view name;
  std::uint8_t layers;
};
constexpr std::array<TableName, 6> kTables = {{{"stories", kAllLayers},
                                               {"quotes", kQuotes},
                                               {"entities", kEntities | kQuotes},
                                               {"places", kPlaces},
                                               {"countries", kCountries},
                                               {"dates", kDates}}};

}  // namespace

std::optional<Table> find_table(std::string_view name) {
  const auto* found = std::find_if(kTables.begin(), kTables.end(), [&](const TableName& t) { return t.name == name; });
  if (found == kTables.end()) return std::nullopt;
  return static_cast<Table>(found - kTables.begin());
}

std::uint8_t layers_of(Table table) { return kTables[static_cast<std::size_t>(table)].layers; }

void write_table_header(const TableOptions& options, std::string& out) {
  Cells cells(options, out);
  cells.text("story_id");
  cells.text("published");
  with_table(options.table, Story(), [&](auto columns, auto) {
    for (const auto& column : columns) cells.text(column.name);
  });
  cells.end_line();
}

void write_table_rows(const Story& story, const TableOptions& options, std::string& out) {
  const OffsetMap offset(story.text, options.offsets);
  Cells cells(options, out);
  const Context context{story, options, offset, cells};
  const std::string day = story.published ? format_day(story.published->day) : "";
  with_table(options.table, story, [&](auto columns, auto items) {
    for (const auto& item : items) {
      cells.text(story.id);
      cells.text(day);
      for (const auto& column : columns) column.write(context, item);
      cells.end_line();
    }
  });
}

}  // namespace wirecut
