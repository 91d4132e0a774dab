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

// How the text is broken into lines.
enum class JsonLayout : std::uint8_t {
  Rows,  // a line for each article, actor and relation: readable, and good to compare with diff
  Line,  // everything on one line, for files of many graphs; no line break at the end
};

// The same network gives the same bytes. Malformed UTF-8 in names is replaced. Salience is written with four digits,
// confidence with three: a network whose values have no more (as assemble, merge and read_json give) is read again
// as it was. Ids must be unique and every relation must have evidence, else read_json refuses what was written.
ENTENTE_EXPORT std::string write_json(const Network& network, JsonLayout layout = JsonLayout::Rows);

// The list of articles alone, as write_json has it, on one line.
ENTENTE_EXPORT std::string write_json_articles(const Network& network);

// Reads what write_json or NetworkX's node_link_data wrote; keys may stand in any order, unknown ones are passed over.
// Safe on any bytes. Throws Error (BadFormat) that says where ("graph.json: edges[3].evidence[0].begin"), what was
// found and what was expected. `file` names the input in errors, and `line` its line in a file of many graphs, one on
// each line; 0 for any other.
ENTENTE_EXPORT Network read_json(std::string_view bytes, const std::string& file, std::size_t line = 0);

}  // namespace entente
