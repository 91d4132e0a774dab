// Networks for the verbs that ask or draw one: from a saved graph, or read from an article on the spot.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include <entente/graph/network.hpp>

#include "reading.hpp"

namespace entente::cli {

// A saved graph (of any name; JSON on standard input "-"), else an article that is read now.
// Throws Error where the file is neither.
std::unique_ptr<const Network> load_network(const std::string& path);

// The same with the articles themselves, where they were read now: a saved graph has none.
Reading load_reading(const std::string& path, bool keep_documents);

// Tells on standard error whom else the name may mean, where it found one actor by its id or name and others go by it,
// too.
void tell_namesakes(const Network& network, const std::string& name);

// Calls add for every graph in the file: one of a .json file, one of each line of a .jsonl file.
void for_each_graph(const std::string& path, const std::function<void(Network&&)>& add);

}  // namespace entente::cli
