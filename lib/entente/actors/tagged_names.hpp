// The names that the name tagger finds, trimmed to the name itself.
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

// In text order, without overlaps. Titles are cut off, and names joined by "and" or a comma are split.
std::vector<TaggedName> read_tagged_names(const Layers& layers);

// Is t part of a mark for party and constituency: "R-Ohio" in "Ada Roe (R-Ohio)" or "Ada Roe, R-Ohio,"?
bool is_in_party_mark(const Layers& layers, TokenId t);
// Is t the prefix of a ship's name: "HMS" before "Queen Elizabeth"?
bool is_mark_of_ship(const Layers& layers, TokenId t);
// The name made of a noble title and a place that begins at t, "Duke of Sussex"; empty if there is none.
Span noble_name_at(const Layers& layers, TokenId t);

// The number of tokens before `end`, not before `begin`, that form an office or honorific ("Foreign Minister", "Mr.").
std::uint32_t title_words_before(const Layers& layers, TokenId begin, TokenId end);
// The number of tokens from `begin` on, before `end`, that form one.
std::uint32_t title_words_at(const Layers& layers, TokenId begin, TokenId end);
// The office that the tokens name, or None.
OfficeId office_of_words(const Layers& layers, Span tokens);

}  // namespace entente
