#include "entities/entities.h"

namespace wirecut {

std::vector<Entity> find_entities(const Story& story, const Lexicon&) {
  std::vector<Entity> entities;
  for (const Name& name : story.names) {
    Entity entity;
    entity.type = name.type;
    entity.name = story.words(name.span);
    entity.confidence = name.confidence;
    entity.mentions = {{name.span, MentionKind::name}};
    entities.push_back(std::move(entity));
  }
  return entities;
}

}  // namespace wirecut
