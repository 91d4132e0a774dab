// All that a network can be written as, by name: for command lines and for other languages, which choose at run time.
// Programs that know what they want call write_json, render and the like themselves.
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
  std::string_view name;  // "svg": also what files of that format end in
  bool text;              // false for bytes that no terminal should get
  std::string (*write)(const Network&, const RelationTypes&);
};

// json, the pictures and the page as render makes them by default, gv (Graphviz without positions), graphml, gexf,
// csv (relations), nodes.csv (actors), evidence.csv, articles.csv, cypher, ftm (FollowTheMoney).
ENTENTE_EXPORT std::span<const OutputFormat> output_formats();

// Null for a name that is none.
ENTENTE_EXPORT const OutputFormat* find_output_format(std::string_view name);

}  // namespace entente
