#include <entente/relations/reader.hpp>

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include <entente/relations/belonging.hpp>
#include <entente/relations/decide.hpp>
#include <entente/relations/describer.hpp>
#include <entente/relations/exclusion.hpp>
#include <entente/relations/governors.hpp>
#include <entente/relations/pair_scorer.hpp>
#include <entente/relations/reading.hpp>
#include <entente/relations/rules.hpp>
#include <entente/relations/time.hpp>

namespace entente::inline v0_1 {

struct RelationReader::Lexicon {
  Lexicon(const Model& model, std::string_view user_relations, const std::string& name)
      : types(load_relation_types(user_relations, name)),
        predicates(types, user_relations, name),
        status_words(predicates.words()),
        time_words(predicates.words()),
        governors(types, predicates.words()),
        belonging(types, predicates.words()),
        pairs(model, types) {}

  RelationTypes types;
  PredicateLexicon predicates;
  StatusWords status_words;
  TimeWords time_words;
  Governors governors;
  BelongingWords belonging;
  PairScorer pairs;
};

namespace {

// Sorts into text order. Of equal findings in a sentence, keeps the one with the highest confidence.
void tidy(std::vector<Finding>& findings) {
  const auto key = [](const Finding& f) {
    return std::tuple(f.sentence, f.type, f.source, f.target, f.status, -f.confidence, f.predicate_tokens.begin);
  };
  std::stable_sort(findings.begin(), findings.end(), [&](const auto& x, const auto& y) { return key(x) < key(y); });
  const auto same = [](const Finding& x, const Finding& y) {
    return std::tie(x.sentence, x.type, x.source, x.target, x.status) ==
           std::tie(y.sentence, y.type, y.source, y.target, y.status);
  };
  findings.erase(std::unique(findings.begin(), findings.end(), same), findings.end());
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& x, const Finding& y) {
    return std::tie(x.sentence, x.predicate_tokens.begin, x.type, x.source, x.target) <
           std::tie(y.sentence, y.predicate_tokens.begin, y.type, y.source, y.target);
  });
}

// "Typhoon Haiyan killed 6,000 people in the Philippines" is not an attack.
void drop_acts_of_nature(const RelationTypes& types, const Actors& actors, std::vector<Finding>& findings) {
  std::erase_if(findings, [&](const Finding& it) {
    return actors.actors[it.source].natural && types.types[it.type].family != RelationFamily::Belonging;
  });
}

// "Xi flew back to China": a leader does not visit his own country, but may visit a place there.
void drop_visits_at_home(const RelationTypes& types, std::vector<Finding>& findings) {
  std::set<std::pair<ActorId, ActorId>> led;
  for (const Finding& it : findings) {
    if (types.types[it.type].traits.office && it.status == Status::Asserted) {
      led.emplace(it.source, it.target);
    }
  }
  std::erase_if(findings, [&](const Finding& it) {
    return types.types[it.type].traits.journey && led.contains({it.source, it.target});
  });
}

// "His wife told Reuters": the relation model may take him for the speaker.
bool is_told_of_relative(const Reading& reading, const RelationTypes& types, const PairScore& pair) {
  const std::vector<Mention>& mentions = reading.actors.mentions;
  return is_relative_of(reading, types, pair.source, mentions[pair.target].head) ||
         is_relative_of(reading, types, pair.target, mentions[pair.source].head);
}

}  // namespace

RelationReader::RelationReader(const Model& model, std::string_view user_relations, const std::string& name)
    : lexicon_(std::make_shared<const Lexicon>(model, user_relations, name)) {}

Relations RelationReader::read(const Document& document, const Tagging& tagging, const Syntax& syntax,
                               const Actors& actors, const MentionScores& mention_scores) const {
  const RelationTypes& types = lexicon_->types;
  const Reading reading(document, tagging, syntax, actors, lexicon_->predicates, lexicon_->status_words);

  // propose
  const std::vector<Match> matches = match_rules(reading, lexicon_->belonging);
  const std::vector<PairScore> pair_scores =
      lexicon_->pairs.score(document, syntax, actors, mention_scores, LeastProbability);

  // describe
  const Describer describer(reading, types, lexicon_->belonging, find_times(reading, lexicon_->time_words));
  std::vector<Finding> findings = describer.describe(matches, lexicon_->governors);
  tidy(findings);

  // decide
  Decider decider(pair_scores, lexicon_->pairs.calibration(), document, actors, types, lexicon_->pairs.learned());
  for (Finding& finding : findings) {
    decider.weigh(finding);
  }
  for (const PairScore& pair : decider.others()) {
    if (is_told_of_relative(reading, types, pair)) {
      continue;
    }
    findings.push_back(describer.describe(pair));
    decider.weigh(pair, findings.back());
  }
  Relations relations = decider.decide(std::move(findings));
  tidy(relations.findings);
  tidy(relations.doubted);
  drop_acts_of_nature(types, actors, relations.findings);
  drop_visits_at_home(types, relations.findings);
  return relations;
}

const RelationTypes& RelationReader::types() const { return lexicon_->types; }

}  // namespace entente
