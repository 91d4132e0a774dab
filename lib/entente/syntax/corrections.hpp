// Trees → trees: corrects the most frequent errors of the parser in newspaper prose. Each correction is here because
// relations would be lost without it.
#pragma once

#include <entente/syntax/syntax.hpp>
#include <entente/tagging/tagging.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// Changes heads and deprels, nothing else; call index_children afterwards. The trees remain trees. The corrections
// concern structures that annotated trees never have: a clause with two subjects, a subject with a preposition or after
// its verb, an oblique without a preposition at a verb without an object.
void correct_trees(const Document& document, const Tagging& tagging, Syntax& syntax);

}  // namespace entente
