// Names, trees → Actors: finds the mentions, decides place or power, and merges what is the same actor.
#pragma once

#include <memory>
#include <string>

#include <entente/actors/actors.hpp>
#include <entente/mentions/links.hpp>
#include <entente/mentions/readings.hpp>
#include <entente/model/model.hpp>
#include <entente/names/names.hpp>
#include <entente/syntax/syntax.hpp>
#include <entente/tagging/tagging.hpp>
#include <entente/text/document.hpp>

namespace entente {

struct World;

// Immutable after construction; one resolver may serve many threads.
class Resolver {
 public:
  // World knowledge from data/lexicon. `user_actors` is the content of the user's --actors file, "" for none.
  explicit Resolver(const Model& model, const std::string& user_actors = "");
  Actors resolve(const Document& document, const Tagging& tagging, const Syntax& syntax, const Names& names,
                 const Readings& readings) const;

 private:
  LinkScorer links_;
  std::shared_ptr<const World> world_;
};

}  // namespace entente
