// Trees → trees: corrections of what a parser gets wrong in newspaper prose, most of what it learned from being other
// text.
#pragma once

#include <entente/syntax/syntax.hpp>
#include <entente/tagging/tagging.hpp>
#include <entente/text/document.hpp>

namespace entente {

// Changes heads and deprels, nothing else; children are to be indexed afterwards. The trees stay trees. Each correction
// is for what no annotated tree says: a clause with two subjects or two objects, a subject or a part of a name with a
// preposition, an object that is an oblique without one, "the war of aggression" with "of" one noun too high.
void mend(const Document& document, const Tagging& tagging, Syntax& syntax);

}  // namespace entente
