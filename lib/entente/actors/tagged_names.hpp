// The names that the tagger finds, trimmed to the name itself.
#pragma once

#include <vector>

#include <entente/actors/layers.hpp>

namespace entente::inline v0_1 {

struct TaggedName {
  Span tokens;
  ActorKind kind = ActorKind::Other;
  float confidence = 0.0F;
  bool nationality = false;
};

// In text order, never overlapping: without titles, persons that are divided by "and" or a comma apart.
std::vector<TaggedName> read_tagged_names(const Layers& layers);

// "R-Ohio" of "Ada Roe (R-Ohio)" and "Ada Roe, R-Ohio,": is t part of the mark for party and constituency?
bool is_in_party_mark(const Layers& layers, TokenId t);
// "HMS" before "Queen Elizabeth": no name of its own.
bool is_mark_of_ship(const Layers& layers, TokenId t);
// "Duke of Sussex": the name that a noble title and a place make, from t on; empty for none.
Span noble_name_at(const Layers& layers, TokenId t);

// How many tokens before `end`, down to `begin`, are an office or honorific ("Foreign Minister", "Mr."); 0 for none.
std::uint32_t title_words_before(const Layers& layers, TokenId begin, TokenId end);
// How many tokens from `begin` on, up to `end`, are one.
std::uint32_t title_words_at(const Layers& layers, TokenId begin, TokenId end);
// The office that tokens [begin, end) read, or None.
OfficeId office_of_words(const Layers& layers, Span tokens);

}  // namespace entente
