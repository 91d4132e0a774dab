// Pieces of JSON text: strings, numbers and fields, for the writers of this room and of the command line.
#pragma once

#include <entente/export.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace entente::inline v0_1 {

// Appends the string in quotes, escaped; malformed UTF-8 becomes U+FFFD.
ENTENTE_EXPORT void append_json_string(std::string& out, std::string_view text);
// Appends the number with at most so many digits after the point, without zeros at the end; not a number gives null.
ENTENTE_EXPORT void append_json_number(std::string& out, double value, int digits);

// The fields of one object, in the order in which they are added: JsonObject(out).text("id", id).whole("begin", 3);
// closes when it goes.
class ENTENTE_EXPORT JsonObject {
 public:
  explicit JsonObject(std::string& out) : out_(out) { out_ += '{'; }
  ~JsonObject() { out_ += '}'; }
  JsonObject(const JsonObject&) = delete;
  JsonObject& operator=(const JsonObject&) = delete;

  // The name of a field whose value the caller appends.
  void key(std::string_view name);
  JsonObject& text(std::string_view name, std::string_view value);
  // null where the text is empty.
  JsonObject& text_or_null(std::string_view name, std::string_view value);
  JsonObject& truth(std::string_view name, bool value);
  JsonObject& whole(std::string_view name, std::uint64_t value);
  JsonObject& number(std::string_view name, double value, int digits);

 private:
  std::string& out_;
  bool first_ = true;
};

}  // namespace entente
