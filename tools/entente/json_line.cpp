#include "json_line.hpp"

#include <cstddef>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <entente/base/dates.hpp>

#include "base64.hpp"
#include "listing.hpp"

namespace entente::cli {

namespace {

using Json = nlohmann::json;

constexpr const char* Expected = R"(a line like {"id": "…", "title": "…", "date": "2023-03-18", "text": "…"})";
constexpr std::size_t Shown = 40;  // columns of what was found

// Where a line stands.
struct Place {
  const std::string& file;
  std::size_t line;
};

[[noreturn]] void refuse(const Place& place, std::string problem, std::string expected, std::string advice = "") {
  throw Error(ErrorCode::BadFormat, {.file = place.file,
                                     .line = place.line,
                                     .problem = std::move(problem),
                                     .expected = std::move(expected),
                                     .advice = std::move(advice)});
}

bool is_graph(const Json& json) { return json.is_object() && json.contains("nodes") && !json.contains("text"); }

Json parse(const std::string& line, const Place& where) {
  try {
    return Json::parse(line);
  } catch (const Json::parse_error& error) {
    if (std::string_view(error.what()).find("UTF-8") != std::string_view::npos) {
      refuse(where, fmt::format("is not UTF-8 at byte {}", error.byte), "",
             "make it UTF-8 first, for example by iconv");
    }
    refuse(where, fmt::format("is not JSON at byte {}", error.byte), Expected);
  } catch (const Json::out_of_range&) {
    refuse(where, "has a number beyond 1.8e308", "", "make it a string, or leave it out");
  }
}

// A field that may be missing; null counts as missing.
const Json* find(const Json& object, const char* name) {
  const auto at = object.find(name);
  return at == object.end() || at->is_null() ? nullptr : &*at;
}

std::string text_field(const Json& object, const char* name, const Place& where) {
  const Json* const value = find(object, name);
  if (value == nullptr) {
    return {};
  }
  if (value->is_number_integer()) {
    return value->dump();  // ids are often numbers
  }
  if (!value->is_string()) {
    refuse(where, fmt::format("\"{}\" is {}", name, value->type_name()), "a string");
  }
  return value->get<std::string>();
}

// "2023-03-18", also of "2023-03-18T12:00:00Z"; nothing where the text begins otherwise.
// The day with which the text begins, also before a time: "2023-03-18T10:00:00Z".
Date day_of(const std::string& text) {
  constexpr std::size_t Size = 10;
  const std::string day = text.substr(0, Size);
  return calendar_day(day) ? day : Date();
}

void take_date(const Json& object, const Place& where, JsonLine& line) {
  const Json* const value = find(object, "date");
  if (value == nullptr || (value->is_string() && value->get_ref<const std::string&>().empty())) {
    return;
  }
  const std::string text = value->is_string()           ? value->get<std::string>()
                           : value->is_number_integer() ? value->dump()
                                                        : std::string(value->type_name());
  line.article.date = day_of(text);
  if (line.article.date.empty()) {
    line.odd_date.emplace(ErrorCode::BadFormat,
                          ErrorDetails{.file = where.file,
                                       .line = where.line,
                                       .problem = fmt::format("found the date \"{}\"", shortened(text, Shown)),
                                       .expected = "one like 2023-03-18",
                                       .advice = "read as if without a date"});
  }
}

void take_file(const Json& object, const Place& where, JsonLine& line) {
  std::optional<std::string> bytes = from_base64(text_field(object, "base64", where));
  line.article.source = text_field(object, "file", where);
  if (!bytes || line.article.source.empty()) {
    refuse(where, bytes ? "has no \"file\"" : "has no base64 in \"base64\"", R"({"file": "a.html", "base64": "…"})");
  }
  line.article.text = std::move(*bytes);
  line.file = true;
}

}  // namespace

bool is_graph_line(const std::string& line) { return is_graph(Json::parse(line, nullptr, false)); }

JsonLine parse_json_line(const Line& given, const std::string& file) {
  const Place where = {file, given.number};
  const Json json = parse(given.text, where);
  if (is_graph(json)) {
    refuse(where, "is a graph, not an article", "", "entente merge makes one of many");
  }
  if (!json.is_object()) {
    refuse(where, fmt::format("is a JSON {}, not an article", json.type_name()), Expected);
  }
  JsonLine line;
  if (const Json* const graph = find(json, "graph")) {
    line.graph = graph->dump();
  }
  if (find(json, "base64") != nullptr) {
    take_file(json, where, line);
    return line;
  }
  if (find(json, "text") == nullptr) {
    refuse(where, "has no \"text\"", Expected);
  }
  line.article.id = text_field(json, "id", where);
  line.article.title = text_field(json, "title", where);
  line.article.text = text_field(json, "text", where);
  line.article.source = text_field(json, "source", where);
  take_date(json, where, line);
  return line;
}

}  // namespace entente::cli
