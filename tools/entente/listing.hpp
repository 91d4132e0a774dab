// Networks as a person reads them on a terminal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <entente/graph/network.hpp>
#include <entente/relations/relation_types.hpp>

#include "terminal.hpp"

namespace entente::cli {

// Actors with what they are and how the text calls them, then relations, each with the sentence that says so first.
// As wide as the terminal and in its colors, else plain, and nothing is cut.
std::string list_network(const Network& network, const RelationTypes& types, const Terminal& terminal = {});

// All actors, the most salient first, then in the network's order.
std::vector<Vertex> by_salience(const Network& network);

// "Xi Jinping visits Moscow (planned, next week)".
std::string read_aloud(const Network& network, Edge edge, const RelationTypes& types, const Terminal& terminal = {});

// The text with spaces for tabs and line ends.
std::string on_one_line(std::string_view text);

// The text on one line, cut to so many columns with "…".
std::string shortened(std::string_view text, std::size_t columns);

// How many columns of a terminal the text takes; letters of other scripts count as one.
std::size_t columns_of(std::string_view text);
// The text and spaces up to so many columns.
std::string padded(std::string_view text, std::size_t columns);

}  // namespace entente::cli
