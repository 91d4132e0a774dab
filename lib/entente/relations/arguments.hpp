// Where the arguments of a predicate are in the tree, and which actors stand there.
//
// Passives are turned, relative pronouns give their antecedents, verbs without a subject of their own take that of the
// verb or noun that governs them, nouns take the subject of the verb that supports them ("launch an attack on").
#pragma once

#include <cstdint>

#include <entente/relations/bounded_list.hpp>
#include <entente/relations/reading.hpp>

namespace entente::inline v0_1 {

// How an argument was reached; the further down the list, the less sure.
enum class Via : std::uint8_t {
  Direct,      // a dependent of the predicate
  Conjunct,    // joined to one by "and"
  Apposition,  // "its president, Xi"
  Antecedent,  // of a relative clause
  Shared,      // of the verb that this verb is joined to
  Controlled,  // of the verb that governs this one: "wants to visit"
  Supported,   // of the verb that carries the noun: "paid a visit to"
  Standing,    // inside a phrase that stands for it: "Russian troops"
  Attached,    // attached one level higher or lower than it belongs
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

// The subject as the sentence has it, of a passive as well.
Arguments surface_subjects(const Reading& reading, TokenId verb);
// Agent and patient.
Arguments subjects(const Reading& reading, TokenId verb);
Arguments objects(const Reading& reading, TokenId verb);
// "of the visit": the possessors of a noun. `of` and `by` say whether those phrases count.
struct GenitiveOptions {
  bool of = true;
  bool by = true;
  bool supported = true;  // the subject of the verb that carries the noun
  bool countries = true;  // "the China visit" may count as China's
};
Arguments genitives(const Reading& reading, TokenId noun, const GenitiveOptions& options);
// What stands at `place` of a frame whose anchor is `anchor`, which is a verb or else a noun, adjective or participle.
Arguments arguments_at(const Reading& reading, TokenId anchor, bool verb, const Frame& frame, const Place& place);

// The actors that the phrase under `token` stands for.
void actors_at(const Reading& reading, const Argument& argument, Standings standings, Fillers& out);

// Has the verb one of these particles?
bool has_particle(const Reading& reading, TokenId verb, WordSet particles);

// The verb that lends its subject to the noun ("pay" for "visit"), or None.
TokenId support_verb(const Reading& reading, TokenId noun);

}  // namespace entente
