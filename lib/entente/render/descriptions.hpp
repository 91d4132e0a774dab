// Chooses the descriptions that are written under the names of actors.
#pragma once

#include <string>
#include <vector>

#include <entente/graph/network.hpp>

namespace entente::inline v0_1 {

// The cleaned description of each vertex; empty if there is none, or if a picture should not print it: a word that
// means nothing without its owner ("Rival"), or an office that another actor holds ("Prime minister of Poland" of two
// persons, if more sentences say that the other one leads Poland).
std::vector<std::string> founded_descriptions(const Network& network);

}  // namespace entente
