// The actors that a pronoun may refer to, with the features that rank them.
#pragma once

#include <set>
#include <vector>

#include <entente/actors/coreference.hpp>
#include <entente/actors/layers.hpp>
#include <entente/actors/link_shares.hpp>
#include <entente/actors/pronoun_words.hpp>
#include <entente/actors/pronouns.hpp>

namespace entente::inline v0_1 {

// Collects candidates. Its state grows with the text: pronouns must be asked about in text order.
class CandidateFinder {
 public:
  CandidateFinder(const Layers& layers, const Coreference& coref, Links& links);

  void add_place(const Spot& place);
  // Sets the speaker of the current quotation; None outside quotations.
  void set_speaker(ClusterId speaker) { speaker_ = speaker; }
  const std::vector<Spot>& places() const { return places_; }

  // Collects the candidates of pronoun t, nearest first, with their features, and the features of the answer "nobody".
  // `coming` are names after t in its sentence to which a pronoun in an earlier clause may refer ("When he arrived,
  // Putin said").
  void ask(TokenId t, SentenceId s, const Pronoun& pronoun, bool quoted, const std::vector<Spot>& coming);
  const std::vector<PronounCandidate>& candidates() const { return candidates_; }
  const PronounFeatures& none() const { return none_; }
  // Is the actor another argument of the pronoun's verb, so that the pronoun must refer to somebody else?
  bool is_bound(ClusterId cluster, TokenId t, const Pronoun& pronoun) const;
  // Does the organisation consist of people: "the Taliban", "the club"?
  bool is_crowd(const Cluster& it) const;

 private:
  bool may_be(const Spot& place, TokenId t, const Pronoun& pronoun) const;
  bool fits(const Spot& place, TokenId t, const Pronoun& pronoun) const;
  bool is_bodily(TokenId t) const;
  bool is_bound(const Spot& place, TokenId t, const Pronoun& pronoun) const;
  void collect(TokenId t, SentenceId s, const Pronoun& pronoun, SentenceId reach);
  bool is_understood_subject(TokenId t, TokenId verb) const;
  void collect_bound(TokenId t, SentenceId s, const Pronoun& pronoun, SentenceId reach);
  void describe(const Spot& place, TokenId t, SentenceId s, const Pronoun& pronoun, bool quoted, std::size_t rank,
                PronounFeatures& out) const;
  void describe_none(TokenId t, SentenceId s, bool quoted);
  float link_with_nobody(TokenId t, SentenceId s);
  std::size_t command(TokenId candidate, TokenId t) const;
  std::size_t predicate(const Cluster& cluster, TokenId t) const;
  bool is_taken_up(const Spot& place, TokenId t) const;
  std::size_t coming_clause(TokenId candidate, TokenId t) const;
  PronounContext context(TokenId t, const Pronoun& pronoun) const;
  PronounContext predicate(TokenId t, TokenId head) const;
  std::size_t gender(const Spot& place, const Pronoun& pronoun) const;
  bool is_last_subject(const Spot& place, SentenceId s) const;

  TokenId governor(TokenId t) const;
  bool is_argument(TokenId t) const;
  bool is_subject(TokenId t) const;

  const Layers& layers_;
  const Coreference& coref_;
  Links& links_;
  std::vector<Spot> places_;
  std::set<TokenId> resolved_;                        // pronouns that were given to an actor
  std::vector<int> seen_;                             // one per cluster: its mentions so far
  std::vector<std::uint8_t> headline_;                // one per cluster: named in the title
  std::vector<std::pair<Spot, std::size_t>> chosen_;  // places that fit, with the rank of their cluster
  std::vector<ClusterId> ranked_;
  std::set<ClusterId> bound_;  // another argument of the pronoun's verb: it is somebody else
  std::vector<PronounCandidate> candidates_;
  PronounFeatures none_;
  ClusterId speaker_ = None;
  PronounContext context_ = PronounContext::Last;  // of the current pronoun; Last where it is not "it"
};

}  // namespace entente
