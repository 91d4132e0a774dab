#include "file_kind.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <entente/base/error.hpp>
#include <entente/text/characters.hpp>

namespace entente::cli {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t Looked = 4096;  // bytes

constexpr const char* Picture = "is a picture, not text; an article in it would have to be recognised first (OCR)";
constexpr const char* Packed = "is compressed, not text; unpack it first";
constexpr const char* Office = "is an office document of before 2007, not text; save it as DOCX, text or HTML";
// How files begin (the "magic numbers" of file(1)).
constexpr std::array<std::pair<std::string_view, const char*>, 14> Beginnings = {{
    {"%!PS"sv, "is PostScript, not text; take the text out first, for example by ps2ascii"},
    {R"({\rtf)"sv, "is RTF; save it as text or HTML"},
    {"\xD0\xCF\x11\xE0"sv, Office},
    {"\x89PNG"sv, Picture},
    {"\xFF\xD8\xFF"sv, Picture},
    {"GIF87a"sv, Picture},
    {"GIF89a"sv, Picture},
    {"II*\0"sv, Picture},
    {"\x1F\x8B"sv, Packed},
    {"BZh91AY"sv, Packed},
    {"\xFD\x37zXZ"sv, Packed},
    {"\x28\xB5\x2F\xFD"sv, Packed},
    {"7z\xBC\xAF"sv, Packed},
    {"\x7F"
     "ELF"sv,
     "is a program, not text"},
}};

// Control characters that no text has: all but tabs, line and page breaks, and the escape of terminals.
bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 && "\t\n\v\f\r\x1B"sv.find(c) == std::string_view::npos;
}

// One byte in twenty is more than a damaged text has; bytes at random have one in ten.
bool is_binary(std::string_view bytes) {
  constexpr std::ptrdiff_t Least = 8;
  const std::string_view start = bytes.substr(0, Looked);
  const std::ptrdiff_t controls = std::count_if(start.begin(), start.end(), is_control);
  return controls >= Least && static_cast<std::size_t>(controls) * 20 > start.size();
}

constexpr const char* Exported =
    "is a graph for other programs, not an article; entente reads back what it writes as .json";

// What entente and other programs write, by how it begins (behind an XML declaration and comments).
constexpr std::array<std::pair<std::string_view, const char*>, 13> Programs = {{
    {"<graphml"sv, Exported},
    {"<gexf"sv, Exported},
    {"<svg"sv, "is a picture (SVG), not an article; entente reads the article, or the graph that it writes as .json"},
    {"source,target,"sv, Exported},
    {"digraph"sv, Exported},
    {"strict digraph"sv, Exported},
    {"merge ("sv, Exported},
    {"create ("sv, Exported},
    {"create constraint"sv, Exported},
    {"unwind ["sv, Exported},
    {":param"sv, Exported},
    {"<opml"sv, "is a list of feeds, not an article; save the feeds themselves"},
    {"<urlset"sv, "is a list of addresses, not an article; save the pages themselves"},
}};

std::string_view behind_declarations(std::string_view bytes) {
  while (true) {
    bytes.remove_prefix(std::min(bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF"), bytes.size()));
    const std::string_view close = bytes.starts_with("<!--")                            ? "-->"sv
                                   : bytes.starts_with("<?") || bytes.starts_with("<!") ? ">"sv
                                   : bytes.starts_with("//")                            ? "\n"sv
                                                                                        : ""sv;
    const std::size_t end = close.empty() ? std::string_view::npos : bytes.find(close);
    if (end == std::string_view::npos) {
      return bytes;
    }
    bytes.remove_prefix(end + close.size());
  }
}

const char* what_program_wrote(std::string_view bytes) {
  const std::string_view start = behind_declarations(bytes.substr(0, Looked));
  for (const auto& [beginning, what] : Programs) {
    if (equal_ignoring_case(start.substr(0, beginning.size()), beginning)) {
      return what;
    }
  }
  return nullptr;
}

// A byte order mark, or zeros at every other place.
bool is_wide(std::string_view bytes) {
  const std::string_view start = bytes.substr(0, Looked);
  const auto zeros = static_cast<std::size_t>(std::count(start.begin(), start.end(), '\0'));
  return start.starts_with("\xFF\xFE"sv) || start.starts_with("\xFE\xFF"sv) || start.starts_with("\0\0\xFE\xFF"sv) ||
         (zeros * 3 > start.size() && zeros * 5 < start.size() * 3);
}

const char* what_else(std::string_view bytes, const std::string& path) {
  for (const auto& [beginning, what] : Beginnings) {
    if (bytes.starts_with(beginning)) {
      return what;
    }
  }
  if (begins_as_graph(bytes)) {
    return "is a graph, not an article; entente query, draw and merge read graphs";
  }
  if (path.ends_with(".json")) {
    return R"(is JSON, but no article; expected text, or a line {"text": "…"} for each article)";
  }
  if (const char* const program = what_program_wrote(bytes)) {
    return program;
  }
  return !is_wide(bytes) && is_binary(bytes) ? "is not text; expected an article as text, Markdown or HTML" : nullptr;
}

}  // namespace

void expect_text(std::string_view bytes, const std::string& path) {
  if (const char* const what = what_else(bytes, path)) {
    throw Error(ErrorCode::BadFormat, path == "-" ? "standard input" : path, what);
  }
}

bool begins_as_graph(std::string_view bytes) {
  const std::string_view start = bytes.substr(0, Looked);
  const std::size_t first = start.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && start[first] == '{' &&
         (start.find("\"nodes\"") != std::string_view::npos || start.find("\"directed\"") != std::string_view::npos);
}

}  // namespace entente::cli
