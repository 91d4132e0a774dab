// Names, trees → Actors: finds the mentions, decides place or power, and merges what is the same actor.
#pragma once

#include <memory>
#include <string>

#include <entente/actors/actors.hpp>
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
  explicit Resolver(const std::string& user_actors = "");
  Actors resolve(const Document& document, const Tagging& tagging, const Syntax& syntax, const Names& names) const;

 private:
  std::shared_ptr<const World> world_;
};

}  // namespace entente
