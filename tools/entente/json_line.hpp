// One line of a file of articles: {"id", "title", "date", "text", "source"}, or {"file", "base64"} for a file with its
// bytes; with "graph" for what was read of it.
#pragma once

#include <optional>
#include <string>

#include <entente/base/error.hpp>
#include <entente/text/article.hpp>

#include "line_file.hpp"

namespace entente::cli {

struct JsonLine {
  Article article;                // of {"file", "base64"}, the file's name as source and its bytes as text
  bool file = false;              // the article is still to be found in these bytes
  std::string graph;              // JSON; "" where there is none
  std::optional<Error> odd_date;  // the article has none, then
};

// Everything but the text, or the bytes, may be missing. Throws Error (BadFormat) where the line is no article.
JsonLine parse_json_line(const Line& line, const std::string& file);

// Whether the line is a saved graph.
bool is_graph_line(const std::string& line);

}  // namespace entente::cli
