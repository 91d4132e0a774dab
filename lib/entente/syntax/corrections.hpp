// Trees → trees: corrections of what the parser gets wrong most often in newspaper prose. Only those remain whose
// removal would cost relations.
#pragma once

#include <entente/syntax/syntax.hpp>
#include <entente/tagging/tagging.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// Changes heads and deprels, nothing else; children are to be indexed afterwards. The trees stay trees. Each correction
// is for what no annotated tree says: a clause with two subjects, a subject with a preposition or after its verb, an
// oblique without a preposition where there is no object.
void correct_trees(const Document& document, const Tagging& tagging, Syntax& syntax);

}  // namespace entente
