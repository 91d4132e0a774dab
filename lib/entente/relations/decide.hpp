// Where rules and the trained layer meet: one place decides what an article is taken to say, and how sure that is.
#pragma once

#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include <entente/actors/actors.hpp>
#include <entente/relations/calibration.hpp>
#include <entente/relations/pair_reader.hpp>
#include <entente/relations/relations.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// Weighs the findings of rules and the readings of the layer of one article against each other.
class Decider {
 public:
  // Findings of rules keep the confidence of the rules where there are no readings, as with a model without the layer,
  // in articles of a few sentences, where the two actors stand in different sentences, and where the layer has not
  // learned the type. learned: by RelationTypeId; empty: all.
  Decider(const std::vector<PairReading>& readings, const Calibration& calibration, const Document& document,
          const Actors& actors, const RelationTypes& types, std::vector<bool> learned = {});
  // Sets the votes and the confidence of what a rule has found. Where the layer is confident of another status, that
  // status replaces "asserted".
  void weigh(Finding& finding);
  // The readings that no rule has found, and that are sure enough to be at least doubted.
  std::vector<PairReading> others() const;
  // Sets the votes and the confidence of what the layer alone reads.
  void weigh(const PairReading& reading, Finding& finding) const;
  // Reports every finding above its threshold, and every finding of a user's row; the others are doubted. So are those
  // of the layer alone where the person leads another country, by a rule or as is known (no one leads two), and where
  // it is surer of the opposite direction ("A leads B" and "B leads A" cannot both hold).
  Relations decide(std::vector<Finding> weighed) const;

 private:
  // A relation that a sentence may express between two actors; of a symmetric relation the actor with the lower number
  // comes first.
  using Claim = std::tuple<SentenceId, ActorId, RelationTypeId, ActorId>;

  bool rules_stay(const Finding& finding) const;
  bool is_office(const Finding& finding) const;
  std::set<std::pair<ActorId, ActorId>> offices_by_rule(const std::vector<Finding>& weighed) const;
  bool is_second_office(const Finding& finding, const std::set<std::pair<ActorId, ActorId>>& offices) const;
  bool has_one_direction(RelationTypeId type) const;
  // The surest finding of each claim that has one direction.
  std::map<Claim, float> one_way(const std::vector<Finding>& weighed) const;
  bool is_turned(const Finding& finding, const std::map<Claim, float>& one_way) const;
  Claim claim(SentenceId sentence, ActorId source, RelationTypeId type, ActorId target) const;
  Claim claim_of(const PairReading& reading) const;
  const PairReading* reading_of(const Claim& claim) const;  // null where there is none
  ConfidenceInputs votes(const Claim& claim, bool rules) const;

  const std::vector<PairReading>& readings_;
  const Calibration& calibration_;
  const Document& document_;
  const Actors& actors_;
  const RelationTypes& types_;
  std::vector<bool> learned_;                                   // by RelationTypeId; empty: all
  std::vector<std::pair<Claim, const PairReading*>> by_claim_;  // sorted
  std::set<Claim> found_;                                       // by rules
};

}  // namespace entente
