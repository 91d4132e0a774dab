// Names, trees → Actors: finds the mentions, decides place or power, and merges mentions of the same actor.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <entente/actors/actors.hpp>
#include <entente/actors/coreference.hpp>
#include <entente/actors/layers.hpp>
#include <entente/actors/roles.hpp>
#include <entente/mentions/links.hpp>
#include <entente/mentions/mention_scores.hpp>
#include <entente/model/model.hpp>
#include <entente/names/names.hpp>
#include <entente/syntax/syntax.hpp>
#include <entente/tagging/tagging.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// The actors of an article before its pronouns are resolved.
struct NamedActors {
  Coreference coref;
  std::vector<Role> roles;
  std::vector<KindDecision> kind_decisions;
};

// The first stages of Resolver::resolve, for the trainer of the pronoun weights.
NamedActors find_named_actors(const Layers& layers, Links& links);

// Immutable after construction; one resolver may serve many threads.
class Resolver {
 public:
  // Loads the world knowledge of data/lexicon. `user_actors` is the content of the user's --actors file, "" for none.
  // Throws Error (BadFormat) with the line, of the file `name`; BadModel where the learned links are damaged.
  explicit Resolver(const Model& model, const std::string& user_actors = "", const std::string& name = "actors file");
  Actors resolve(const Document& document, const Tagging& tagging, const Syntax& syntax, const Names& names,
                 const MentionScores& mention_scores) const;

 private:
  LinkScorer links_;
  std::shared_ptr<const World> world_;
};

}  // namespace entente
