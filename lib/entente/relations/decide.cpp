#include <entente/relations/decide.hpp>

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

#include <fmt/format.h>

namespace entente {

namespace {

// Chosen on annotated articles that the layer was not trained on (docs/quality.md). A provisional actor stands in the
// graph for its relations alone, so that these have to be surer.
constexpr float KeepFrom = LeastProbability;  // probability from which a rule's finding stays
constexpr float KeepFromProvisional = 0.1F;
constexpr float DrawFrom = 0.7F;  // … from which the layer alone is believed
constexpr float DrawFromProvisional = 0.85F;
// The layer has learned from articles. Of fewer sentences the rules know more.
constexpr std::size_t FewSentences = 3;
constexpr float DrawFromFew = 0.9F;

// What a sentence may tell of two actors.
using Claim = std::tuple<SentenceId, ActorId, RelationTypeId, ActorId>;

class Decider {
 public:
  Decider(const std::vector<PairReading>& readings, const Document& document, const Actors& actors)
      : few_(document.sentences.size() <= FewSentences), document_(document), actors_(actors) {
    probabilities_.reserve(readings.size());
    for (const PairReading& it : readings) {
      probabilities_.emplace_back(claim_of(it), it.probability);
    }
    std::sort(probabilities_.begin(), probabilities_.end());
  }

  // Also notes the probability in the reason.
  bool stays(Finding& finding) {
    const float probability = probability_of(claim_of(finding));
    finding.why += fmt::format("; read with {:.2f}", probability);
    found_.insert(claim_of(finding));
    const float from = is_provisional(claim_of(finding)) ? KeepFromProvisional : KeepFrom;
    return finding.own || few_ || probability >= from || is_across_sentences(finding);
  }

  bool comes(const PairReading& reading) const {
    const Claim claim = claim_of(reading);
    const float from = few_ ? DrawFromFew : is_provisional(claim) ? DrawFromProvisional : DrawFrom;
    return reading.probability >= from && !found_.contains(claim);
  }

 private:
  Claim claim_of(const PairReading& it) const {
    return {it.sentence, actors_.mentions[it.source].actor, it.type, actors_.mentions[it.target].actor};
  }
  static Claim claim_of(const Finding& it) { return {it.sentence, it.source, it.type, it.target}; }

  bool is_provisional(const Claim& claim) const {
    return actors_.actors[std::get<1>(claim)].provisional || actors_.actors[std::get<3>(claim)].provisional;
  }

  float probability_of(const Claim& claim) const {
    const auto at = std::lower_bound(probabilities_.begin(), probabilities_.end(), std::pair(claim, 0.0F));
    return at == probabilities_.end() || at->first != claim ? 0.0F : at->second;
  }

  // "President Roe", whose country other sentences name: what the layer does not read, it does not judge.
  bool is_across_sentences(const Finding& finding) const {
    const Span sentence = document_.sentences[finding.sentence].tokens;
    return !sentence.contains(actors_.mentions[finding.source_mention].head) ||
           !sentence.contains(actors_.mentions[finding.target_mention].head);
  }

  bool few_;
  const Document& document_;
  const Actors& actors_;
  std::vector<std::pair<Claim, float>> probabilities_;  // sorted
  std::set<Claim> found_;                               // by rules
};

}  // namespace

std::vector<PairReading> decide(const std::vector<PairReading>& readings, const Document& document,
                                const Actors& actors, std::vector<Finding>& findings) {
  std::vector<PairReading> more;
  if (readings.empty()) {
    return more;
  }
  Decider decider(readings, document, actors);
  std::erase_if(findings, [&](Finding& finding) { return !decider.stays(finding); });
  std::copy_if(readings.begin(), readings.end(), std::back_inserter(more),
               [&](const PairReading& reading) { return decider.comes(reading); });
  return more;
}

}  // namespace entente
