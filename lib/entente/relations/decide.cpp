#include <entente/relations/decide.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

namespace entente::inline v0_1 {

namespace {

// The relation model was trained on whole articles. In texts of up to this many sentences the rules are more reliable,
// and their confidence is kept.
constexpr std::size_t FewSentences = 3;

// Whoever takes part in what the headline or the first sentence tells is an actor, even without a name, where a rule
// and the relation model agree on it.
constexpr SentenceId LeadSentences = 2;
constexpr float LeadFrom = 0.95F;

}  // namespace

Decider::Decider(const std::vector<PairScore>& scores, const Calibration& calibration, const Document& document,
                 const Actors& actors, const RelationTypes& types, std::vector<bool> learned)
    : scores_(scores),
      calibration_(calibration),
      document_(document),
      actors_(actors),
      types_(types),
      learned_(std::move(learned)) {
  by_claim_.reserve(scores.size());
  for (const PairScore& it : scores) {
    by_claim_.emplace_back(claim_of(it), &it);
  }
  std::sort(by_claim_.begin(), by_claim_.end());
}

void Decider::weigh(Finding& finding) {
  if (scores_.empty()) {
    return;
  }
  const Claim told = claim(finding.sentence, finding.source, finding.type, finding.target);
  finding.inputs = inputs(told, true);
  found_.insert(told);
  if (rules_stay(finding)) {
    return;
  }
  finding.confidence = calibration_.confidence(finding.inputs);
  const PairScore* const read = score_of(told);
  if (read != nullptr && finding.status == Status::Asserted && read->status_probability >= calibration_.no_fact_from) {
    finding.status = read->status;
  }
}

std::vector<PairScore> Decider::others() const {
  std::vector<PairScore> others;
  std::copy_if(scores_.begin(), scores_.end(), std::back_inserter(others), [&](const PairScore& it) {
    const Claim told = claim_of(it);
    return !found_.contains(told) && calibration_.confidence(inputs(told, false)) >= calibration_.doubt_from;
  });
  return others;
}

void Decider::weigh(const PairScore& score, Finding& finding) const {
  finding.inputs = inputs(claim_of(score), false);
  finding.confidence = calibration_.confidence(finding.inputs);
}

Relations Decider::decide(std::vector<Finding> weighed) const {
  Relations relations;
  const std::set<std::pair<ActorId, ActorId>> offices = offices_by_rule(weighed);
  const std::map<Claim, float> surest = one_way(weighed);
  for (Finding& finding : weighed) {
    const float from = finding.inputs.rules ? calibration_.tell_rule_from : calibration_.tell_from;
    const bool sure = scores_.empty() || rules_stay(finding) || finding.confidence >= from;
    const bool alone = !finding.inputs.rules && !finding.from_user;  // only the relation model reads it
    const bool told = sure && !(alone && (is_second_office(finding, offices) || is_turned(finding, surest)));
    (told ? relations.findings : relations.doubted).push_back(std::move(finding));
  }
  return relations;
}

bool Decider::has_one_direction(RelationTypeId type) const {
  const RelationType& it = types_.types[type];
  return !it.symmetric && (it.family == RelationFamily::Belonging || it.traits.one_way);
}

std::map<Decider::Claim, float> Decider::one_way(const std::vector<Finding>& weighed) const {
  std::map<Claim, float> surest;
  for (const Finding& finding : weighed) {
    if (has_one_direction(finding.type)) {
      float& best = surest[claim(finding.sentence, finding.source, finding.type, finding.target)];
      best = std::max(best, finding.inputs.rules || finding.from_user ? 1.0F : finding.confidence);
    }
  }
  return surest;
}

bool Decider::is_turned(const Finding& finding, const std::map<Claim, float>& one_way) const {
  const auto turned = one_way.find(claim(finding.sentence, finding.target, finding.type, finding.source));
  return has_one_direction(finding.type) && turned != one_way.end() &&
         (turned->second > finding.confidence ||
          (turned->second == finding.confidence && finding.target < finding.source));
}

bool Decider::is_office(const Finding& finding) const {
  return types_.types[finding.type].traits.office && actors_.actors[finding.target].kind == ActorKind::Country;
}

std::set<std::pair<ActorId, ActorId>> Decider::offices_by_rule(const std::vector<Finding>& weighed) const {
  std::set<std::pair<ActorId, ActorId>> offices;
  for (const Finding& finding : weighed) {
    if (finding.inputs.rules && is_office(finding)) {
      offices.emplace(finding.source, finding.target);
    }
  }
  return offices;
}

bool Decider::is_second_office(const Finding& finding, const std::set<std::pair<ActorId, ActorId>>& offices) const {
  if (!is_office(finding)) {
    return false;
  }
  const std::string& known = actors_.actors[finding.source].known_country;
  if (!known.empty() && known != actors_.actors[finding.target].name) {
    return true;
  }
  const auto first = offices.lower_bound({finding.source, 0});
  return first != offices.end() && first->first == finding.source &&
         !offices.contains({finding.source, finding.target});
}

// The relation model does not judge what it cannot see: "President Roe", whose country only another sentence names.
bool Decider::rules_stay(const Finding& finding) const {
  const Span sentence = document_.sentences[finding.sentence].tokens;
  const bool across = !sentence.contains(actors_.mentions[finding.source_mention].head) ||
                      !sentence.contains(actors_.mentions[finding.target_mention].head);
  const bool learned = learned_.empty() || learned_[finding.type];
  return finding.from_user ||
         (finding.inputs.rules && (across || !learned || document_.sentences.size() <= FewSentences));
}

Decider::Claim Decider::claim(SentenceId sentence, ActorId source, RelationTypeId type, ActorId target) const {
  if (types_.types[type].symmetric && target < source) {
    std::swap(source, target);
  }
  return {sentence, source, type, target};
}

Decider::Claim Decider::claim_of(const PairScore& score) const {
  return claim(score.sentence, actors_.mentions[score.source].actor, score.type, actors_.mentions[score.target].actor);
}

const PairScore* Decider::score_of(const Claim& claim) const {
  const auto at = std::lower_bound(by_claim_.begin(), by_claim_.end(), claim,
                                   [](const auto& it, const Claim& c) { return it.first < c; });
  return at == by_claim_.end() || at->first != claim ? nullptr : at->second;
}

ConfidenceInputs Decider::inputs(const Claim& claim, bool rules) const {
  const PairScore* const read = score_of(claim);
  const float probability = read == nullptr ? 0.0F : read->probability;
  const bool doubtful = actors_.actors[std::get<1>(claim)].doubtful || actors_.actors[std::get<3>(claim)].doubtful;
  const bool led = rules && std::get<0>(claim) < LeadSentences && probability >= LeadFrom;
  return {probability, rules, doubtful && !led};
}

}  // namespace entente
