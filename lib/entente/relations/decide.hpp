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
  // in articles of a few sentences, and where the two actors stand in different sentences.
  Decider(const std::vector<PairReading>& readings, const Calibration& calibration, const Document& document,
          const Actors& actors, const RelationTypes& types);
  // Sets the votes and the confidence of what a rule has found. What it takes for a fact is none where the layer
  // plainly reads that it is denied, open, asked for, to come or over.
  void weigh(Finding& finding);
  // The readings that no rule has found, and that are sure enough to be at least doubted.
  std::vector<PairReading> others() const;
  // Sets the votes and the confidence of what the layer alone reads.
  void weigh(const PairReading& reading, Finding& finding) const;
  // Tells the findings that are sure enough, and those of the user's rows always; the others are doubted. So is what
  // the layer alone reads of a person who leads another country, by a rule or as is known (no one leads two), and what
  // it reads more surely the other way round ("A leads B" and "B leads A" cannot both hold).
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
  std::vector<std::pair<Claim, const PairReading*>> by_claim_;  // sorted
  std::set<Claim> found_;                                       // by rules
};

}  // namespace entente
