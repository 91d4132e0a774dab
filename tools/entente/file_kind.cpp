#include "file_kind.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <entente/base/error.hpp>

namespace entente::cli {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t Looked = 4096;  // bytes

constexpr const char* Picture = "is a picture, not text; an article in it would have to be recognised first (OCR)";
constexpr const char* Packed = "is compressed, not text; unpack it first";
constexpr const char* Office = "is an office document or another archive, not text; save what it holds as text or HTML";
constexpr const char* Utf16 = "is UTF-16; make it UTF-8 first, for example by iconv -f UTF-16 -t UTF-8";

// How files begin (the "magic numbers" of file(1)).
constexpr std::array<std::pair<std::string_view, const char*>, 18> Beginnings = {{
    {"%PDF-"sv, "is a PDF, not text; take the text out first, for example by pdftotext"},
    {"%!PS"sv, "is PostScript, not text; take the text out first, for example by ps2ascii"},
    {R"({\rtf)"sv, "is RTF; save it as text or HTML"},
    {"PK\x03\x04"sv, Office},
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
    {"\xFF\xFE"sv, Utf16},
    {"\xFE\xFF"sv, Utf16},
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
  return is_binary(bytes) ? "is not text; expected an article as text, Markdown or HTML" : nullptr;
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
