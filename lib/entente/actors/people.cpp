#include <entente/actors/people.hpp>

#include <algorithm>
#include <array>

#include <entente/actors/phrases.hpp>

namespace entente::inline v0_1 {

namespace {

// "two", "several", "young": what picks some of them.
bool picks_some(const Layers& layers, TokenId word) {
  switch (layers.deprel(word)) {
    case Deprel::Nummod:
    case Deprel::Amod:
      return true;
    case Deprel::Det:
      return layers.lemma(word) != "the" && layers.lemma(word) != "all";
    default:
      return false;
  }
}

}  // namespace

bool names_people(const Layers& layers, TokenId t) {
  std::array<PhraseTable::Match, 3> matches;
  const auto& world = layers.world;
  const auto count = world.phrases.find(layers.document, t, t + 1, false, matches);
  return std::any_of(matches.begin(), matches.begin() + count, [&](const PhraseTable::Match& match) {
    const auto values = world.phrases.values_of(match.phrase);
    return std::any_of(values.begin(), values.end(), [&](std::uint32_t value) {
      return world.uses[value].form == UseForm::People || world.uses[value].form == UseForm::Citizen;
    });
  });
}

bool are_some_people(const Layers& layers, TokenId people) {
  const auto children = layers.children(people);
  const TokenId above = layers.head(people);
  return (above != None && counted_by(layers, above) == people) ||
         std::any_of(children.begin(), children.end(), [&](TokenId c) { return c < people && picks_some(layers, c); });
}

}  // namespace entente
