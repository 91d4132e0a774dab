// Decides which actors of two articles are the same, by id and kind.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <entente/actors/actors.hpp>

namespace entente::inline v0_1 {

// "officials", "the rebels": is the name of an actor other than a person without a capital? In another article it means
// somebody else.
bool is_unnamed(std::string_view name, ActorKind kind);

// Immutable after construction; may serve many threads.
class Identities {
 public:
  Identities();

  // The common id of all ids of one actor: "halden-industries" for "halden-industries-inc", "donald-trump" for "trump"
  // and "donald-j-trump" (leaders of countries are in data/lexicon/persons.tsv). Other ids stay as they are.
  std::string of(std::string_view id, ActorKind kind) const;

 private:
  struct Known {
    std::string id;      // "putin"
    std::string person;  // "vladimir-putin"
    friend auto operator<=>(const Known&, const Known&) = default;
  };
  std::vector<Known> leaders_;  // sorted
  std::vector<std::string> legal_forms_;

  const Known* leader(std::string_view id) const;
};

}  // namespace entente
