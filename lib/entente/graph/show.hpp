// One-line dumps of networks for the terminal, errors and tests.
#pragma once

#include <string>
#include <vector>

#include <entente/export.hpp>
#include <entente/graph/network.hpp>

namespace entente::inline v0_1 {

// "xi-jinping -visits(planned)-> russia"; an untyped relation shows its predicate: "-other:rise with->".
ENTENTE_EXPORT std::string show_relation(const Network& network, Edge edge);
// All relations in the network's order.
ENTENTE_EXPORT std::vector<std::string> show_relations(const Network& network);
// "xi-jinping: Xi Jinping (person; Xi, the Chinese president)".
ENTENTE_EXPORT std::string show_actor(const Actor& actor);

}  // namespace entente
