// Where a text speaks in quotation marks.
#pragma once

#include <vector>

#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// Tokens between quotation marks, from the opening mark on and without the closing one, in text order, never nested. A
// mark that is left open closes with its block.
std::vector<Span> quoted_spans(const Document& document);

// The same as one bit per token.
std::vector<bool> quoted_tokens(const Document& document);

}  // namespace entente
