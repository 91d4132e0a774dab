// Loads a store where a verb expects a graph: all of it, or the network around some actors, with the corrections of the
// file next to it applied.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include <entente/graph/corrections.hpp>
#include <entente/graph/network.hpp>
#include <entente/relations/relation_types.hpp>
#include <entente/store/store.hpp>

#include "faults.hpp"
#include "pipeline_files.hpp"

namespace entente::cli {

// The corrections of "news.db" from "news.db.corrections"; empty if there is no such file. Names of actors are replaced
// by their ids.
std::vector<Correction> corrections_of(const Store& store);

// The network of all articles of the store.
Network load_store(const std::string& path, const OwnRelations& own, const ArticleFilter& filter = {});

// The network around the actors with these names (see Store::around); the names are replaced by their ids. `more` are
// corrections in addition to those of the store.
Network load_store_around(const Store& store, std::span<std::string> actors, const RelationTypes& types,
                          const AroundOptions& options = {}, const std::vector<Correction>& more = {});

// The part of a store that a question about one actor or two needs, or the whole network of another file (see
// load_reading). `second` may be empty: then `of_one` says which relations are needed; of two actors it is those with
// each other. The names of a store's actors become their ids, as "id:norway".
std::unique_ptr<const Network> load_around(const std::string& path, std::string& first, std::string& second,
                                           AroundRelations of_one, const OwnRelations& own, Faults& faults);

}  // namespace entente::cli
