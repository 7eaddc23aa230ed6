#include "input/fields.h"

#include <fmt/format.h>

#include <array>

namespace wirecut {

namespace {

struct MetadataField {
  std::string_view name;
  std::string Metadata::*member;
};
constexpr std::array kMetadataFields = {
    MetadataField{"headline", &Metadata::headline}, MetadataField{"byline", &Metadata::byline},
    MetadataField{"dateline", &Metadata::dateline}, MetadataField{"source", &Metadata::source},
    MetadataField{"language", &Metadata::language},
};

}  // namespace

FieldRole role_of_field(std::string_view name, const ReadOptions& options) {
  if (name == options.text_field) return FieldRole::text;
  if (name == options.id_field) return FieldRole::id;
  if (name == options.date_field) return FieldRole::date;
  if (name == options.title_field) return FieldRole::title;
  if (name == "author" || name == "authors") return FieldRole::authors;
  for (const MetadataField& field : kMetadataFields)
    if (field.name == name) return FieldRole::metadata;
  return FieldRole::other;
}

void warn_of_missing_id(Story& story, const ReadOptions& options) {
  if (!story.id.empty() || options.id_field == ReadOptions().id_field) return;
  story.warnings.push_back(fmt::format("no \"{}\" (--id-field): named by its place instead", options.id_field));
}

std::string* metadata_member(Metadata& metadata, std::string_view name) {
  for (const MetadataField& field : kMetadataFields)
    if (field.name == name) return &(metadata.*field.member);
  return nullptr;
}

}  // namespace wirecut
