// All output formats of networks by name, for command lines and other languages, which choose at run time. Other
// programs can call write_json, render and the like directly.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include <entente/export.hpp>
#include <entente/graph/network.hpp>
#include <entente/relations/relation_types.hpp>

namespace entente::inline v0_1 {

// One format: its name, and what writes it.
struct OutputFormat {
  std::string_view name;  // "svg"; also the ending of files of that format
  bool text;              // false for binary formats, which a terminal should not get
  std::string (*write)(const Network&, const RelationTypes&);
};

// json, the pictures and the page as render makes them by default, gv (Graphviz without positions), graphml, gexf,
// csv (relations), nodes.csv (actors), evidence.csv, articles.csv, cypher, ftm (FollowTheMoney).
ENTENTE_EXPORT std::span<const OutputFormat> output_formats();

// Null for an unknown name.
ENTENTE_EXPORT const OutputFormat* find_output_format(std::string_view name);

}  // namespace entente
