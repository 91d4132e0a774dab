// Finds the text in quotation marks.
#pragma once

#include <vector>

#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// The spans of tokens in quotation marks, with the opening and without the closing mark, in text order and never
// nested. A quotation without a closing mark ends with its block.
std::vector<Span> quoted_spans(const Document& document);

// Whether each token is in such a span.
std::vector<bool> quoted_tokens(const Document& document);

}  // namespace entente
