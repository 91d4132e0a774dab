// Basic trees → enhanced edges: shared conjunct arguments, controlled subjects, relative clause antecedents.
#pragma once

#include <vector>

#include <entente/syntax/syntax.hpp>
#include <entente/tagging/tagging.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// The edges that Syntax::added holds, sorted. The tree and its children must be filled in.
std::vector<EnhancedArc> enhance(const Document& document, const Tagging& tagging, const Syntax& syntax);

}  // namespace entente
