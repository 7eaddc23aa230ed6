// What a JSON value holds where it is of the kind asked for, and nothing where it isn't.
#pragma once

#include <boost/json/value.hpp>
#include <cstddef>
#include <span>
#include <string_view>

namespace wirecut {

inline constexpr std::size_t kMaxJsonDepth = 1024;  // objects and lists within one another

inline std::string_view text_of(const boost::json::value& value) {
  const boost::json::string* text = value.if_string();
  return text == nullptr ? std::string_view() : std::string_view(*text);
}

// The member of an object; null where there is none.
inline const boost::json::value* member_of(const boost::json::value& value, std::string_view key) {
  const boost::json::object* object = value.if_object();
  return object == nullptr ? nullptr : object->if_contains(key);
}

inline std::string_view text_at(const boost::json::value& object, std::string_view key) {
  const boost::json::value* value = member_of(object, key);
  return value == nullptr ? std::string_view() : text_of(*value);
}

// Those of a list, or the value itself where it is none: publishers write one author, or several, in the same place.
inline std::span<const boost::json::value> items_of(const boost::json::value& value) {
  if (const boost::json::array* list = value.if_array()) return {list->data(), list->size()};
  return {&value, 1};
}

}  // namespace wirecut
