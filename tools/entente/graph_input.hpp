// Networks for the verbs that ask or draw one: from a saved graph, or read from an article on the spot.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include <entente/graph/network.hpp>

#include "faults.hpp"
#include "pipeline_files.hpp"
#include "reading.hpp"

namespace entente::cli {

struct InputOptions {
  bool keep_documents = false;  // of articles that are read now; a saved graph has none
};

// A saved graph, one of the graphs on the lines of a file (merged), or an article, or a folder or file of them, that is
// read now: the content decides, whatever the name. "-" is standard input. It is corrected as the user's own relations
// say. What cannot be read goes to the faults; throws Told where nothing could.
Reading load_reading(const std::string& path, const OwnRelations& own, Faults& faults,
                     const InputOptions& options = {});

// The actor that a name means; tells on standard error whom else it may mean, where there is anybody. Throws as
// choose_actor does.
Vertex chosen_actor(const Network& network, const std::string& name);

// Calls add for every graph of a file, or of standard input: for one, or for one of each line. A graph that is none
// goes to the faults, and so does a file that cannot be read.
void for_each_graph(const std::string& path, Faults& faults, const std::function<void(std::unique_ptr<Network>)>& add);

}  // namespace entente::cli
