// A store in the place of a graph: the whole of it, or what stands around the actor that is asked for; corrected by the
// file beside it.
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

// The corrections of "news.db" stand in "news.db.corrections"; none where there is no such file. Actors of the store
// are named by their ids.
std::vector<Correction> corrections_of(const Store& store);

// The network of all articles of the store.
Network load_store(const std::string& path, const OwnRelations& own, const ArticleFilter& filter = {});

// The network around the actors of these names, from the indexes; the names become their ids there. `more` are
// corrections besides those beside the store.
Network load_store_around(const Store& store, std::span<std::string> actors, const RelationTypes& types,
                          const AroundOptions& options = {}, const std::vector<Correction>& more = {});

// The part of a store that a question about one actor or two needs, or the whole network of another file (see
// load_reading). `second` may be empty: then `of_one` says which relations are needed; of two actors it is those with
// each other. The names of a store's actors become their ids, as "id:norway".
std::unique_ptr<const Network> load_around(const std::string& path, std::string& first, std::string& second,
                                           AroundRelations of_one, const OwnRelations& own, Faults& faults);

}  // namespace entente::cli
