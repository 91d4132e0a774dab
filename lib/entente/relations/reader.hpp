// Trees, actors → Relations. Rules and the relation model propose the relations that a sentence expresses; each
// proposal is described (status, speaker, time, reason); then one function decides which of them to report.
#pragma once

#include <memory>
#include <string_view>

#include <entente/actors/actors.hpp>
#include <entente/mentions/mention_scores.hpp>
#include <entente/model/model.hpp>
#include <entente/relations/relations.hpp>
#include <entente/syntax/syntax.hpp>
#include <entente/tagging/tagging.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// Immutable after construction; one reader may serve many threads.
class RelationReader {
 public:
  // `user_relations` is the content of the user's --relations file, "" for none. Throws Error (BadFormat; BadModel
  // where the relation model is damaged).
  explicit RelationReader(const Model& model, std::string_view user_relations = "",
                          const std::string& name = "relations file");
  Relations read(const Document& document, const Tagging& tagging, const Syntax& syntax, const Actors& actors,
                 const MentionScores& mention_scores) const;
  const RelationTypes& types() const;

 private:
  struct Lexicon;
  std::shared_ptr<const Lexicon> lexicon_;
};

}  // namespace entente
