// Networks as JSON, as docs/graph-format.md describes it and as NetworkX's node_link_graph reads it.
//
//   entente::write_file("graph.json", entente::write_json(network));
//   const entente::Network again = entente::read_json(entente::read_file("graph.json"), "graph.json");
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <entente/export.hpp>
#include <entente/graph/network.hpp>

namespace entente::inline v0_1 {

// How write_json divides the text into lines.
enum class JsonLayout : std::uint8_t {
  Rows,  // a line for each article, actor and relation: readable, and good to compare with diff
  Line,  // everything on one line, for files of many graphs; no line break at the end
};

// The network as JSON. The same network gives the same bytes. Malformed UTF-8 in names is replaced. Salience is written
// with four digits, confidence with three; assemble, merge and read_json give no more digits, so reading the text gives
// an equal network. Ids must be unique and every relation must have evidence, or read_json will refuse the text.
ENTENTE_EXPORT std::string write_json(const Network& network, JsonLayout layout = JsonLayout::Rows);

// The list of articles alone, as in write_json, on one line.
ENTENTE_EXPORT std::string write_json_articles(const Network& network);

// Reads the output of write_json or of NetworkX's node_link_data. Keys may have any order; unknown ones are ignored.
// Safe for any bytes. Throws Error (BadFormat) that says where ("graph.json: edges[3].evidence[0].begin"), what was
// found and what was expected. Errors name `file` and, in a file with one graph per line, `line`; 0 for any other file.
ENTENTE_EXPORT Network read_json(std::string_view bytes, const std::string& file, std::size_t line = 0);

}  // namespace entente
