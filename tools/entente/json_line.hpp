// One line of a file of articles: {"id", "title", "date", "text", "source"}.
#pragma once

#include <optional>
#include <string>

#include <entente/base/error.hpp>
#include <entente/text/article.hpp>

#include "line_file.hpp"

namespace entente::cli {

struct JsonLine {
  Article article;
  std::optional<Error> odd_date;  // the article has none, then
};

// Everything but the text may be missing. Throws Error (BadFormat) where the line is no article.
JsonLine parse_json_line(const Line& line, const std::string& file);

// Whether the line is a saved graph.
bool is_graph_line(const std::string& line);

}  // namespace entente::cli
