// The formats that a network can be written in, by the ending of a file or by name.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <entente/graph/network.hpp>
#include <entente/relations/relation_types.hpp>

namespace entente::cli {

// The format that the user asked for: `format` where it is given, else what the ending of `path` says; "text" (the
// readable list) where both are empty. Throws Error (Usage) that names the known formats.
std::string choose_format(const std::string& format, const std::string& path);

// Throws Error (Usage) where format or path ask for anything but a graph on each line.
void expect_lines(const std::string& format, const std::string& path);

// The bytes of the network in that format.
std::string write_network(const Network& network, const RelationTypes& types, const std::string& format);

// Writes the network to the file, or to standard output where path is empty. CSV has four tables: the relations go to
// the file, the actors, the evidence and the articles to others beside it ("graph.nodes.csv", "graph.evidence.csv",
// "graph.articles.csv"), all or none; standard output, a device or a pipe gets the relations alone.
void deliver(const Network& network, const RelationTypes& types, const std::string& path, const std::string& format);

// Writes the result to the file, or to standard output where path is empty. Throws Error (Usage) where bytes that are
// no text would go to a terminal.
void deliver(std::string_view bytes, const std::string& path, const std::string& format);

}  // namespace entente::cli
