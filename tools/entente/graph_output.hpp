// The formats that a network can be written in, by the ending of a file or by name.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <entente/graph/network.hpp>
#include <entente/relations/relation_types.hpp>

namespace CLI {
class App;
}

namespace entente::cli {

struct OutputOptions {
  std::vector<std::string> files;  // "-" for standard output; none for standard output alone
  std::string format;              // of all of them; "" where the endings say it
};

// --output, which may be given several times, and --format
void add_output_options(CLI::App& verb, OutputOptions& options, const std::string& without);

// One result: a file, "" for standard output, and the name of its format.
struct Target {
  std::string path;
  std::string format;
};

// What is to be written; `usual` is the format of standard output where none is asked for. Throws Error (Usage) that
// names the known formats.
std::vector<Target> targets_of(const OutputOptions& options, const std::string& usual);

// The names of all formats.
std::vector<std::string> format_names();

// The name of the format that has a graph on each line.
constexpr std::string_view GraphLines = "jsonl";

// The one file ("" for standard output) that gets a graph on each line. Throws Error (Usage) where the options ask for
// several, or for another format.
std::string lines_target(const OutputOptions& options);

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
