// The features that rank the candidates of a pronoun, and the weights that tools/train/train_pronouns learns for them.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <entente/base/ids.hpp>

namespace entente::inline v0_1 {

// Classes of pronouns with weights of their own: persons ("he", "she"), things ("it"), several ("they").
enum class PronounType : std::uint8_t { Person, Thing, Several };
inline constexpr std::size_t PronounTypes = 3;

// The context of an "it": "It is a town", "it said", "its president".
enum class PronounContext : std::uint8_t {
  Other,
  IsPlace,    // subject of a noun for places
  IsBody,     // for organisations or countries
  IsNoun,     // any other noun
  IsSo,       // an adjective
  Says,       // subject of a verb of saying
  Does,       // of another verb with an object
  Goes,       // without one
  Suffers,    // of a passive
  Done,       // object
  Where,      // after a preposition of place
  With,       // after another one
  OwnsPower,  // owner of an office or of what stands for a country or body: "its president", "its army"
  OwnsPart,   // of what only persons have
  Owns,
  Last
};
inline constexpr std::uint16_t PronounContexts = static_cast<std::uint16_t>(PronounContext::Last);

// A group of features of which at most one holds: the name of the group and its number of features.
struct PronounFeatureGroup {
  std::string_view name;
  std::uint16_t size = 0;
};

// The order of the groups; PronounFeatureGroups says their sizes.
enum class PronounFeature : std::uint8_t {
  Distance,       // sentences between: 0, 1, 2, 3 and more
  Rank,           // how many other candidates were mentioned after it: 0 to 4 and more
  Role,           // grammatical role of the candidate's mention
  RolePair,       // roles of the pronoun and of the candidate
  Form,           // full name, one name, metonym, adjective, description, pronoun
  Count,          // mentions so far: 1, 2, 3-4, 5-8, more
  MostMentioned,  // no candidate was mentioned more often
  FirstOfText,    // the first candidate of the text
  Headline,       // named in the title
  Gender,         // known to fit, unknown, a given name alone says no, one says yes
  Command,      // subject of the pronoun's clause (1), of one above it (2); the pronoun is in a clause about it (3), or
                // owns what is joined to it (4)
  Owner,        // a possessive pronoun and the subject of its clause
  Quote,        // both outside, both inside, only the pronoun inside, only the candidate, the candidate speaks
  LastSubject,  // subject of the sentence before
  SamePronoun,  // its last mention is the same pronoun
  Kind,         // of the actor
  Tokens,       // tokens between, in powers of two
  Block,        // in the same paragraph
  DistanceSubject,  // distance and whether it is a subject
  Competitors,      // how many candidates there are: 1, 2, 3, 4 and more
  RankPossessive,   // rank, for possessive pronouns and others
  Joined,           // part of a list of names
  FirstInSentence,  // no candidate stands before it in its sentence: same sentence as the pronoun (0, 1), an earlier
                    // one (2, 3)
  Predicate,        // what the pronoun is said to be ("it is a town") fits the candidate's kind (1), or does not (2)
  Taken,            // the name that the pronoun takes up after a comma: "Roe, she came"
  Coming,           // named after the pronoun, as the subject of the clause above: the pronoun is a part of that clause
                    // (1), in one without a subject of its own (2), in one with a subject (3)
  ContextKind,      // what is said of an "it" (PronounContext), by the candidate's kind
  Nobody,           // "nobody who is named": number of candidates, and whether the pronoun is a subject
  NobodyQuote,      // … inside a quotation
  NobodyPlace,      // … in the first sentence, the first paragraph, later
  NobodyContext,    // … by what is said of an "it"
  Link,             // the learned score of the link, a number: its weight is multiplied
  Last,
};

inline constexpr std::array<PronounFeatureGroup, static_cast<std::size_t>(PronounFeature::Last)> PronounFeatureGroups =
    {{{"distance", 4},
      {"rank", 5},
      {"role", 10},
      {"role-pair", 30},
      {"form", 6},
      {"count", 5},
      {"most", 2},
      {"first", 2},
      {"headline", 2},
      {"gender", 4},
      {"command", 5},
      {"owner", 3},
      {"quote", 5},
      {"last-subject", 2},
      {"same-pronoun", 2},
      {"kind", 6},
      {"tokens", 9},
      {"block", 2},
      {"distance-subject", 8},
      {"competitors", 4},
      {"rank-possessive", 10},
      {"joined", 2},
      {"first-in-sentence", 4},
      {"predicate", 3},
      {"taken", 2},
      {"coming", 4},
      {"deed-kind", 6 * PronounContexts},
      {"none", 10},
      {"none-quote", 2},
      {"none-place", 3},
      {"none-deed", PronounContexts},
      {"link", 1}}};

constexpr std::size_t feature_offset(PronounFeature feature) {
  std::size_t offset = 0;
  for (std::size_t i = 0; i < static_cast<std::size_t>(feature); ++i) {
    offset += PronounFeatureGroups[i].size;
  }
  return offset;
}
inline constexpr std::size_t PronounFeatureCount = feature_offset(PronounFeature::Last);

// The features that hold, as indices below PronounFeatureCount.
class PronounFeatures {
 public:
  void add(PronounFeature feature, std::size_t value) {
    const std::size_t most = PronounFeatureGroups[static_cast<std::size_t>(feature)].size - 1U;
    indexes_[size_++] = static_cast<std::uint16_t>(feature_offset(feature) + (value < most ? value : most));
  }
  void set_link(float score) { link_ = score; }
  float link() const { return link_; }
  const std::uint16_t* begin() const { return indexes_.data(); }
  const std::uint16_t* end() const { return indexes_.data() + size_; }

 private:
  std::array<std::uint16_t, static_cast<std::size_t>(PronounFeature::Last)> indexes_{};
  std::size_t size_ = 0;
  float link_ = 0.0F;
};

using PronounWeights = std::array<std::array<float, PronounFeatureCount>, PronounTypes>;

// Reads data/lexicon/pronoun_weights.tsv: type, feature group, value, weight. Throws Error (BadFormat) with file
// `where` and line.
PronounWeights read_pronoun_weights(std::string_view text, const std::string& where);
std::string write_pronoun_weights(const PronounWeights& weights);

float pronoun_score(const PronounWeights& weights, PronounType type, const PronounFeatures& features);

}  // namespace entente
