// Trees → trees: mends of what a parser gets wrong in newspaper prose when most of what it learnt from is other text.
#pragma once

#include <entente/syntax/syntax.hpp>
#include <entente/tagging/tagging.hpp>
#include <entente/text/document.hpp>

namespace entente {

// Changes heads and deprels, nothing else; children are to be indexed afterwards. The trees stay trees. Each mend is
// for what no annotated tree says: a preposition that hangs by the office before a name, an object that is an oblique
// without a preposition, "the war of aggression" with "of" one noun too high, a weekday as the head of a place.
void mend(const Document& document, const Tagging& tagging, Syntax& syntax);

}  // namespace entente
