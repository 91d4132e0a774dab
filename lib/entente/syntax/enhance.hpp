// Basic trees → enhanced edges: shared conjunct arguments, controlled subjects, relative clause antecedents.
#pragma once

#include <vector>

#include <entente/syntax/syntax.hpp>
#include <entente/tagging/tagging.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// The edges for Syntax::added, sorted as it requires. `syntax` must have its heads, deprels and children.
std::vector<EnhancedArc> enhance(const Document& document, const Tagging& tagging, const Syntax& syntax);

}  // namespace entente
