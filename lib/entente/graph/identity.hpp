// Who is the same actor in two articles: decided by the id that each article gives it, and its kind.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <entente/actors/actors.hpp>

namespace entente::inline v0_1 {

// Immutable after construction; may serve many threads.
class Identities {
 public:
  Identities();

  // What ids of the same actor share, itself such an id: "halden-industries" for "halden-industries-inc",
  // "donald-trump" for "trump" and "donald-j-trump" (data/lexicon/persons.tsv knows who leads a country). Others stay.
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
