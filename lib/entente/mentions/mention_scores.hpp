// The scores of the mention model for each word: how probably it heads a mention of an actor, and a digest of its
// vector, which later rooms compare to decide which mentions are of the same actor.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <entente/base/ids.hpp>
#include <entente/base/span.hpp>
#include <entente/export.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// What a word may head: a name or a description of a kind of actor, a nationality, or a pronoun that refers to an
// actor.
enum class MentionLabel : std::uint8_t {
  Nothing,
  NamePerson,
  NameCountry,
  NameOrganisation,
  NamePlace,
  NameGroup,
  NameOther,
  Adjective,
  DescriptionPerson,
  DescriptionCountry,
  DescriptionOrganisation,
  DescriptionPlace,
  DescriptionGroup,
  DescriptionOther,
  Pronoun,
};
inline constexpr std::size_t MentionLabels = static_cast<std::size_t>(MentionLabel::Pronoun) + 1;
inline constexpr std::size_t MentionKinds = 6;  // person, country, organisation, place, group, other

// The layer: the scores of each token.
struct MentionScores {
  std::uint32_t digest_width = 0;
  std::vector<std::uint8_t> labels;  // tokens × MentionLabels: probabilities in 255ths
  std::vector<std::int8_t> digests;  // tokens × digest_width: values from -1 to 1, in 127ths

  // Whether there are no scores, because the model has no section "mentions".
  bool empty() const { return labels.empty(); }
  // The probability that t heads a mention with the label, 0 to 1; 0 where there are no scores.
  float probability(TokenId t, MentionLabel label) const {
    return empty()
               ? 0.0F
               : static_cast<float>(labels[std::size_t{t} * MentionLabels + static_cast<std::size_t>(label)]) / 255.0F;
  }
  // The probability that t heads a name, for each kind of actor.
  std::array<float, MentionKinds> names(TokenId t) const { return kinds(t, MentionLabel::NamePerson); }
  // The same for a description.
  std::array<float, MentionKinds> descriptions(TokenId t) const { return kinds(t, MentionLabel::DescriptionPerson); }
  // Adds the scores of the next tokens. `tokens` is the number of tokens of the document; memory is allocated for them
  // at once.
  void append(const MentionScores& next, std::size_t tokens);

 private:
  std::array<float, MentionKinds> kinds(TokenId t, MentionLabel first) const {
    std::array<float, MentionKinds> result{};
    for (std::size_t k = 0; k < MentionKinds; ++k) {
      result[k] = probability(t, static_cast<MentionLabel>(static_cast<std::size_t>(first) + k));
    }
    return result;
  }
};

// The name of the label in a model: "name-person".
ENTENTE_EXPORT std::string_view mention_label_name(MentionLabel label);
// The words that may head a mention, each with its most probable label: "Oslo [name-place 0.99], they [pronoun 0.98]".
ENTENTE_EXPORT std::string show_mention_scores(const Document& document, const MentionScores& mention_scores,
                                               Span tokens);

}  // namespace entente
