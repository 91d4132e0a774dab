#include "store_input.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include <entente/base/files.hpp>

#include "graph_input.hpp"

namespace entente::cli {

namespace {

// The id of the actor that the store finds for a name; the name itself if it finds none, or several.
std::string id_of(const std::string& actor, const Store& store) {
  if (store.actor_of_id(actor)) {
    return actor;
  }
  try {
    return store.find_actor(actor).id;
  } catch (const Error&) {
    return actor;
  }
}

std::vector<Correction> by_ids(std::vector<Correction> corrections, const Store& store) {
  for (Correction& correction : corrections) {
    for (const std::size_t column : actor_columns(correction)) {
      correction.values[column] = id_of(correction.values[column], store);
    }
  }
  return corrections;
}

std::vector<Correction> all_corrections(const Store& store, const std::vector<Correction>& own) {
  std::vector<Correction> all = corrections_of(store);
  const std::vector<Correction> more = by_ids(own, store);
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace

std::vector<Correction> corrections_of(const Store& store) {
  const std::string path = store.path() + ".corrections";
  std::error_code error;
  return std::filesystem::exists(path, error) ? by_ids(read_corrections(read_file(path), path), store)
                                              : std::vector<Correction>();
}

Network load_store(const std::string& path, const OwnRelations& own, const ArticleFilter& filter) {
  const Store store(path);
  Network network = store.network(own.types, filter);
  correct(network, all_corrections(store, own.corrections), network.relation_types());
  return network;
}

namespace {

// The ids that the corrections unite with that one, the id that the actor keeps first.
std::vector<std::string> same_as(const std::string& id, const std::vector<Correction>& corrections) {
  std::vector<std::string> ids = {id};
  for (bool grown = true; std::exchange(grown, false);) {
    for (const Correction& correction : corrections) {
      if (correction.kind != Correction::Kind::Same) {
        continue;
      }
      const bool has_first = std::find(ids.begin(), ids.end(), correction.values[0]) != ids.end();
      const bool has_second = std::find(ids.begin(), ids.end(), correction.values[1]) != ids.end();
      if (has_first != has_second) {
        ids.insert(has_first ? ids.end() : ids.begin(), correction.values[has_first ? 1 : 0]);
        grown = true;
      }
    }
  }
  return ids;
}

}  // namespace

Network load_store_around(const Store& store, std::span<std::string> actors, const RelationTypes& types,
                          const AroundOptions& options, const std::vector<Correction>& more) {
  const std::vector<Correction> corrections = all_corrections(store, more);
  std::vector<ActorNumber> numbers;
  for (std::string& actor : actors) {
    const std::vector<std::string> ids = same_as(store.find_actor(actor).id, corrections);
    for (const std::string& id : ids) {
      if (const auto found = store.actor_of_id(id)) {
        numbers.push_back(found->number);
      }
    }
    actor = ids.front();
  }
  Network network = store.around(numbers, types, options);
  correct(network, corrections, types);
  return network;
}

std::unique_ptr<const Network> load_around(const std::string& path, std::string& first, std::string& second,
                                           AroundRelations of_one, const OwnRelations& own, Faults& faults) {
  if (path == "-" || first.empty() || !is_store(path)) {
    return load_reading(path, own, faults).network;
  }
  std::vector<std::string> actors = {first};
  if (!second.empty()) {
    actors.push_back(second);
  }
  const AroundRelations wanted = second.empty() ? of_one : AroundRelations::OnlyBetweenActors;
  auto network = std::make_unique<Network>(
      load_store_around(Store(path), actors, own.types, {.relations = wanted}, own.corrections));
  first = "id:" + actors.front();
  second = second.empty() ? "" : "id:" + actors.back();
  return network;
}

}  // namespace entente::cli
