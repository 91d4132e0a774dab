// Networks for the verbs that ask or draw one: from a saved graph, or read from an article on the spot.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include <entente/graph/network.hpp>

#include "faults.hpp"
#include "reading.hpp"

namespace entente::cli {

// A saved graph (of any name; JSON on standard input "-"), else an article, or a folder or file of them, that is read
// now. Throws Error where the file is neither; single articles that cannot be read go to the faults.
std::unique_ptr<const Network> load_network(const std::string& path, Faults& faults);

// The same with the articles themselves, where they were read now: a saved graph has none.
Reading load_reading(const std::string& path, bool keep_documents, Faults& faults);

// Tells on standard error whom else the name may mean, where it found one actor by its id or name and others go by it,
// too.
void tell_namesakes(const Network& network, const std::string& name);

// Calls add for every graph of a file, or of standard input: for one, or for one of each line. A graph that is none
// goes to the faults, and so does a file that cannot be read.
void for_each_graph(const std::string& path, Faults& faults, const std::function<void(Network&&)>& add);

}  // namespace entente::cli
