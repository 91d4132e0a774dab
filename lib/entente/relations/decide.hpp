// Decides what an article is taken to say and how sure that is, from what rules and the relation model propose.
#pragma once

#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include <entente/actors/actors.hpp>
#include <entente/relations/calibration.hpp>
#include <entente/relations/pair_scorer.hpp>
#include <entente/relations/relations.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// The decisions for one article. Refers to all that the constructor is given.
class Decider {
 public:
  // A finding of a rule keeps the confidence of the rule where the relation model has nothing to say about it: without
  // a relation model, in articles of up to three sentences, where the two actors stand in different sentences, and for
  // a type that the model has not learned. learned: by RelationTypeId; empty means all.
  Decider(const std::vector<PairScore>& scores, const Calibration& calibration, const Document& document,
          const Actors& actors, const RelationTypes& types, std::vector<bool> learned = {});
  // Sets the inputs and the confidence of a rule's finding. A status of which the relation model is confident replaces
  // "asserted".
  void weigh(Finding& finding);
  // The scores of relations that no rule found and that are probable enough to be at least doubted.
  std::vector<PairScore> others() const;
  // Sets the inputs and the confidence of a finding that only the relation model made.
  void weigh(const PairScore& score, Finding& finding) const;
  // Reports every finding above its threshold and every finding of a user's row; the others are doubted. Of what only
  // the relation model found, these are doubted as well: that a person leads a country, if a rule or the lexicon says
  // that it is another one, and the less probable of two directions that exclude each other ("A leads B", "B leads A").
  Relations decide(std::vector<Finding> weighed) const;

 private:
  // A relation of two actors in a sentence. Of a symmetric type the actor with the lower id comes first.
  using Claim = std::tuple<SentenceId, ActorId, RelationTypeId, ActorId>;

  bool rules_stay(const Finding& finding) const;
  bool is_office(const Finding& finding) const;
  std::set<std::pair<ActorId, ActorId>> offices_by_rule(const std::vector<Finding>& weighed) const;
  bool is_second_office(const Finding& finding, const std::set<std::pair<ActorId, ActorId>>& offices) const;
  bool has_one_direction(RelationTypeId type) const;
  // The highest confidence of each claim whose type has one direction.
  std::map<Claim, float> one_way(const std::vector<Finding>& weighed) const;
  bool is_turned(const Finding& finding, const std::map<Claim, float>& one_way) const;
  Claim claim(SentenceId sentence, ActorId source, RelationTypeId type, ActorId target) const;
  Claim claim_of(const PairScore& score) const;
  const PairScore* score_of(const Claim& claim) const;  // null where there is none
  ConfidenceInputs inputs(const Claim& claim, bool rules) const;

  const std::vector<PairScore>& scores_;
  const Calibration& calibration_;
  const Document& document_;
  const Actors& actors_;
  const RelationTypes& types_;
  std::vector<bool> learned_;                                 // by RelationTypeId; empty: all
  std::vector<std::pair<Claim, const PairScore*>> by_claim_;  // sorted
  std::set<Claim> found_;                                     // by rules
};

}  // namespace entente
