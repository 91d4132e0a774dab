// Pieces of JSON text: strings, numbers and fields, for the writers of this room and of the command line.
#pragma once

#include <entente/export.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace entente::inline v0_1 {

// Appends the string in quotes, escaped; malformed UTF-8 becomes U+FFFD.
ENTENTE_EXPORT void append_json_string(std::string& out, std::string_view text);
// Appends the number with at most `digits` digits after the point, without trailing zeros but for one ("1.0"). Infinity
// and not a number give null.
ENTENTE_EXPORT void append_json_number(std::string& out, double value, int digits);

// Writes one object, field by field: JsonObject(out).text("id", id).whole("begin", 3). The destructor writes the
// closing brace.
class ENTENTE_EXPORT JsonObject {
 public:
  // Appends to `out`, which must outlive it.
  explicit JsonObject(std::string& out) : out_(out) { out_ += '{'; }
  ~JsonObject() { out_ += '}'; }
  JsonObject(const JsonObject&) = delete;
  JsonObject& operator=(const JsonObject&) = delete;

  // Writes the name of a field; the caller appends the value to the same string.
  void key(std::string_view name);
  // Writes a field: a string, a boolean, an integer, or a number with at most `digits` digits after the point.
  JsonObject& text(std::string_view name, std::string_view value);
  // Writes a string, or null if it is empty.
  JsonObject& text_or_null(std::string_view name, std::string_view value);
  JsonObject& truth(std::string_view name, bool value);
  JsonObject& whole(std::string_view name, std::uint64_t value);
  JsonObject& number(std::string_view name, double value, int digits);

 private:
  std::string& out_;
  bool first_ = true;
};

}  // namespace entente
