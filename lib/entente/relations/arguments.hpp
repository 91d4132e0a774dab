// Finds the arguments of a predicate in the tree, and the actors that they stand for.
//
// The subject of a passive is its object; a relative pronoun stands for its antecedent; a verb without a subject takes
// that of the verb or noun that governs it; a noun takes the subject of its support verb ("launch an attack on").
#pragma once

#include <cstdint>

#include <entente/relations/bounded_list.hpp>
#include <entente/relations/reading.hpp>

namespace entente::inline v0_1 {

// How an argument was reached, the most reliable way first.
enum class Via : std::uint8_t {
  Direct,      // a dependent of the predicate
  Conjunct,    // joined to one by "and"
  Apposition,  // "its president, Xi"
  Antecedent,  // the noun that a relative clause modifies
  Shared,      // an argument of the verb that this verb is joined to by "and"
  Controlled,  // an argument of the verb that governs this one: "wants to visit"
  Supported,   // an argument of the noun's support verb: "paid a visit to"
  Standing,    // inside a phrase that stands for it: "Russian troops"
  Attached,    // found one level above or below its proper place, where parsers often attach it
};

struct Argument {
  TokenId token = None;
  Via via = Via::Direct;
  TokenId through = None;  // the noun between: "sanctions" in "impose sanctions on"
};
using Arguments = BoundedList<Argument, 12>;

// The token of the argument and the mention that stands there.
struct Filler {
  MentionId mention = None;
  TokenId token = None;
  Via via = Via::Direct;     // from the predicate to the token
  Via inside = Via::Direct;  // from the token to the mention
  TokenId through = None;    // as in Argument
};
using Fillers = BoundedList<Filler, 24>;

std::string_view via_name(Via via);

// The grammatical subject, of a passive as well.
Arguments surface_subjects(const Reading& reading, TokenId verb);
// Agent and patient.
Arguments subjects(const Reading& reading, TokenId verb);
Arguments objects(const Reading& reading, TokenId verb);
// Which possessors of a noun count.
struct GenitiveOptions {
  bool of = true;         // "the visit of Xi"
  bool by = true;         // "the visit by Xi"
  bool supported = true;  // the subject of the noun's support verb
  bool countries = true;  // "the China visit" may count as China's
};
Arguments genitives(const Reading& reading, TokenId noun, const GenitiveOptions& options);
// The arguments at `place` of a frame with this anchor: a verb, or else a noun, adjective or participle.
Arguments arguments_at(const Reading& reading, TokenId anchor, bool verb, const Frame& frame, const Place& place);

// The actors that the phrase under `token` stands for.
void actors_at(const Reading& reading, const Argument& argument, Standings standings, Fillers& out);

// Does the verb have one of these particles?
bool has_particle(const Reading& reading, TokenId verb, WordSet particles);

// The support verb of the noun, whose subject counts as the noun's ("pay" for "visit"), or None.
TokenId support_verb(const Reading& reading, TokenId noun);

}  // namespace entente
