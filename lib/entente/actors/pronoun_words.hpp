// The pronouns of English that can mean an actor.
#pragma once

#include <cstdint>
#include <string_view>

namespace entente::inline v0_1 {

enum class PronounClass : std::uint8_t { Nothing, He, She, It, They, Relative, Speaker };

struct Pronoun {
  PronounClass kind = PronounClass::Nothing;
  bool possessive = false;
  bool reflexive = false;
  bool several = false;  // of speakers: "we"
};

// What the word is, whatever its case.
Pronoun pronoun_of(std::string_view word);

}  // namespace entente
