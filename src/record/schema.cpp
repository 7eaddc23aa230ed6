// The contract of the record for programs. Written by hand: it holds what types can't say (which fields are null, which
// go together), and record_test holds it against the writer.

#include "wirecut/record.h"

namespace wirecut {

namespace {

constexpr std::string_view kSchema = R"json({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "urn:wirecut:record:1",
  "title": "wirecut/1: the record of one news story",
  "description": "Offsets are half-open [start, end) in the unit that `offsets` names, counted in `text`. A part that the story lacks is null; a list that found nothing is []. `text` is left out by --no-text, parts by --only.",
  "oneOf": [{"$ref": "#/$defs/story"}, {"$ref": "#/$defs/failure"}],
  "$defs": {
    "story": {
      "type": "object",
      "properties": {
        "schema": {"const": "wirecut/1"},
        "id": {"type": "string", "description": "The path, the id that the input gives, or - for standard input"},
        "offsets": {"enum": ["codepoint", "byte", "utf16"]},
        "language": {"type": "string", "description": "BCP 47"},
        "text": {"type": "string", "description": "The whole decoded input of the story"},
        "headline": {"oneOf": [{"type": "null"}, {"$ref": "#/$defs/words"}]},
        "byline": {"oneOf": [{"type": "null"}, {"$ref": "#/$defs/byline"}]},
        "dateline": {"oneOf": [{"type": "null"}, {"$ref": "#/$defs/dateline"}]},
        "body": {"oneOf": [{"type": "null"}, {"$ref": "#/$defs/body"}]},
        "source": {"oneOf": [{"type": "null"}, {"$ref": "#/$defs/source"}]},
        "transmission": {"oneOf": [{"type": "null"}, {"$ref": "#/$defs/transmission"}]},
        "published": {"oneOf": [{"type": "null"}, {"$ref": "#/$defs/published"}]},
        "entities": {"type": "array", "items": {"$ref": "#/$defs/entity"}},
        "quotes": {"type": "array", "items": {"$ref": "#/$defs/quote"}},
        "countries": {"type": "array", "items": {"$ref": "#/$defs/country"}},
        "places": {"type": "array", "items": {"$ref": "#/$defs/place"}},
        "dates": {"type": "array", "items": {"$ref": "#/$defs/date"}},
        "warnings": {"type": "array", "items": {"type": "string"}, "description": "What the reader should know"}
      },
      "required": ["schema", "id", "offsets", "language", "published", "warnings"],
      "dependentRequired": {"headline": ["byline", "dateline", "body", "source", "transmission"]},
      "additionalProperties": false
    },
    "failure": {
      "description": "A story that could not be read, in its place",
      "type": "object",
      "properties": {
        "schema": {"const": "wirecut/1"},
        "id": {"type": "string"},
        "error": {
          "type": "object",
          "properties": {
            "kind": {"enum": ["io", "json", "encoding", "markup", "limit"]},
            "message": {"type": "string"},
            "line": {"type": ["integer", "null"], "minimum": 1},
            "byte": {"type": ["integer", "null"], "minimum": 0}
          },
          "required": ["kind", "message", "line", "byte"],
          "additionalProperties": false
        }
      },
      "required": ["schema", "id", "error"],
      "additionalProperties": false
    },
    "offset": {"type": "integer", "minimum": 0, "maximum": 4294967295},
    "alpha2": {"type": ["string", "null"], "pattern": "^[A-Z]{2}$", "description": "ISO 3166-1 alpha-2"},
    "text_or_null": {"type": ["string", "null"]},
    "span": {
      "type": "object",
      "properties": {"start": {"$ref": "#/$defs/offset"}, "end": {"$ref": "#/$defs/offset"}},
      "required": ["start", "end"],
      "additionalProperties": false
    },
    "words": {
      "type": "object",
      "properties": {
        "text": {"type": "string"},
        "start": {"$ref": "#/$defs/offset"},
        "end": {"$ref": "#/$defs/offset"}
      },
      "required": ["text", "start", "end"],
      "additionalProperties": false
    },
    "byline": {
      "type": "object",
      "properties": {
        "text": {"type": "string"},
        "start": {"$ref": "#/$defs/offset"},
        "end": {"$ref": "#/$defs/offset"},
        "authors": {"type": "array", "items": {"type": "string"}}
      },
      "required": ["text", "start", "end", "authors"],
      "additionalProperties": false
    },
    "dateline": {
      "type": "object",
      "properties": {
        "text": {"type": "string"},
        "start": {"$ref": "#/$defs/offset"},
        "end": {"$ref": "#/$defs/offset"},
        "place": {"$ref": "#/$defs/text_or_null"},
        "country": {"$ref": "#/$defs/alpha2"},
        "date": {"type": ["string", "null"], "pattern": "^([0-9]{4}|XXXX)-[0-9]{2}-[0-9]{2}$"},
        "agency": {"$ref": "#/$defs/text_or_null"}
      },
      "required": ["text", "start", "end", "place", "country", "date", "agency"],
      "additionalProperties": false
    },
    "body": {
      "type": "object",
      "properties": {
        "start": {"$ref": "#/$defs/offset"},
        "end": {"$ref": "#/$defs/offset"},
        "paragraphs": {"type": "array", "items": {"$ref": "#/$defs/span"}}
      },
      "required": ["start", "end", "paragraphs"],
      "additionalProperties": false
    },
    "source": {
      "type": "object",
      "properties": {
        "text": {"type": "string"},
        "start": {"$ref": "#/$defs/offset"},
        "end": {"$ref": "#/$defs/offset"},
        "name": {"$ref": "#/$defs/text_or_null"},
        "canonical": {"$ref": "#/$defs/text_or_null"}
      },
      "required": ["text", "start", "end", "name", "canonical"],
      "additionalProperties": false
    },
    "transmission": {
      "description": "The header of a wire message (IPTC 7901, ANPA 1312), as written",
      "type": "object",
      "properties": {
        "service": {"$ref": "#/$defs/text_or_null"},
        "number": {"$ref": "#/$defs/text_or_null"},
        "priority": {"$ref": "#/$defs/text_or_null"},
        "category": {"$ref": "#/$defs/text_or_null"},
        "slug": {"$ref": "#/$defs/text_or_null"},
        "filed": {"$ref": "#/$defs/text_or_null"}
      },
      "required": ["service", "number", "priority", "category", "slug", "filed"],
      "additionalProperties": false
    },
    "published": {
      "description": "The day that \"today\" means in the story",
      "type": "object",
      "properties": {
        "value": {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
        "basis": {"enum": ["option", "metadata", "dateline", "text", "inferred"]}
      },
      "required": ["value", "basis"],
      "additionalProperties": false
    },
    "entity": {
      "type": "object",
      "properties": {
        "id": {"type": "string", "pattern": "^e[1-9][0-9]*$"},
        "type": {"enum": ["person", "organization", "location", "misc"]},
        "name": {"type": "string", "description": "The fullest form seen in the story"},
        "titles": {"type": "array", "items": {"type": "string"}},
        "country": {"$ref": "#/$defs/alpha2"},
        "external_id": {"type": ["string", "null"], "description": "From the user's list of names"},
        "confidence": {"type": "number", "minimum": 0, "maximum": 1, "description": "Of its surest mention"},
        "mentions": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "start": {"$ref": "#/$defs/offset"},
              "end": {"$ref": "#/$defs/offset"},
              "text": {"type": "string"},
              "kind": {"enum": ["name", "nominal", "pronoun"]}
            },
            "required": ["start", "end", "text", "kind"],
            "additionalProperties": false
          },
          "minItems": 1
        }
      },
      "required": ["id", "type", "name", "titles", "country", "external_id", "confidence", "mentions"],
      "additionalProperties": false
    },
    "entity_id": {"type": ["string", "null"], "pattern": "^e[1-9][0-9]*$"},
    "speaker": {
      "type": "object",
      "properties": {
        "text": {"type": "string"},
        "start": {"$ref": "#/$defs/offset"},
        "end": {"$ref": "#/$defs/offset"},
        "entity": {"$ref": "#/$defs/entity_id"},
        "name": {"type": "string"}
      },
      "required": ["text", "start", "end", "entity", "name"],
      "additionalProperties": false
    },
    "via": {
      "type": "object",
      "properties": {
        "text": {"type": "string"},
        "start": {"$ref": "#/$defs/offset"},
        "end": {"$ref": "#/$defs/offset"},
        "entity": {"$ref": "#/$defs/entity_id"}
      },
      "required": ["text", "start", "end", "entity"],
      "additionalProperties": false
    },
    "quote": {
      "type": "object",
      "properties": {
        "id": {"type": "string", "pattern": "^q[1-9][0-9]*$"},
        "type": {"enum": ["direct", "indirect", "mixed"]},
        "text": {"type": "string", "description": "The words of the spans, without the outer quotation marks"},
        "spans": {"type": "array", "items": {"$ref": "#/$defs/span"}, "minItems": 1},
        "speaker": {"oneOf": [{"type": "null"}, {"$ref": "#/$defs/speaker"}]},
        "cue": {"oneOf": [{"type": "null"}, {"$ref": "#/$defs/words"}]},
        "via": {"oneOf": [{"type": "null"}, {"$ref": "#/$defs/via"}]},
        "confidence": {"type": "number", "minimum": 0, "maximum": 1, "description": "That it was said, so and by this speaker"}
      },
      "required": ["id", "type", "text", "spans", "speaker", "cue", "via", "confidence"],
      "additionalProperties": false
    },
    "country": {
      "type": "object",
      "properties": {
        "code": {"type": "string", "pattern": "^[A-Z]{2}$"},
        "code3": {"type": "string", "pattern": "^[A-Z]{3}$"},
        "name": {"type": "string"},
        "score": {"type": "number", "minimum": 0, "maximum": 1, "description": "Share of the story's attention"},
        "focus": {"type": "boolean", "description": "What the story is about, not merely names"},
        "mentions": {
          "type": "array",
          "items": {
            "type": "object",
            "properties": {
              "start": {"$ref": "#/$defs/offset"},
              "end": {"$ref": "#/$defs/offset"},
              "text": {"type": "string"},
              "kind": {"enum": ["name", "demonym", "place", "alias"]}
            },
            "required": ["start", "end", "text", "kind"],
            "additionalProperties": false
          },
          "minItems": 1
        }
      },
      "required": ["code", "code3", "name", "score", "focus", "mentions"],
      "additionalProperties": false
    },
    "place": {
      "type": "object",
      "properties": {
        "text": {"type": "string"},
        "start": {"$ref": "#/$defs/offset"},
        "end": {"$ref": "#/$defs/offset"},
        "name": {"type": "string"},
        "country": {"$ref": "#/$defs/alpha2"},
        "kind": {"enum": ["city", "region", "county", "water", "mountain", "country", "continent"]},
        "lat": {"type": ["number", "null"], "minimum": -90, "maximum": 90},
        "lon": {"type": ["number", "null"], "minimum": -180, "maximum": 180},
        "geonames": {"type": ["integer", "null"], "minimum": 1}
      },
      "required": ["text", "start", "end", "name", "country", "kind", "lat", "lon", "geonames"],
      "additionalProperties": false
    },
    "date": {
      "type": "object",
      "properties": {
        "text": {"type": "string"},
        "start": {"$ref": "#/$defs/offset"},
        "end": {"$ref": "#/$defs/offset"},
        "type": {"enum": ["date", "time", "duration", "set"]},
        "value": {"type": "string", "description": "TIMEX3"},
        "mod": {"type": ["string", "null"], "description": "TIMEX3"}
      },
      "required": ["text", "start", "end", "type", "value", "mod"],
      "additionalProperties": false
    }
  }
}
)json";

}  // namespace

std::string_view record_schema() { return kSchema; }

}  // namespace wirecut
