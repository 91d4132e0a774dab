// Which descriptions of actors may stand under their names.
#pragma once

#include <string>
#include <vector>

#include <entente/graph/network.hpp>

namespace entente::inline v0_1 {

// By vertex, the clean description; empty where there is none, or none that a picture should print: a word that says
// nothing without whose ("Rival"), and an office that another holds ("Prime minister of Poland" of two persons, of whom
// more sentences say that the other leads Poland).
std::vector<std::string> founded_descriptions(const Network& network);

}  // namespace entente
