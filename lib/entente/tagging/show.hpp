// Writes tokens and tags on one line: for `entente explain`, for errors and for tests.
#pragma once

#include <string>

#include <entente/base/span.hpp>
#include <entente/export.hpp>
#include <entente/tagging/tagging.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// "Xi visited Moscow ."
ENTENTE_EXPORT std::string show_tokens(const Document& document, Span tokens);
// "Xi/PROPN visited/visit/VERB Moscow/PROPN ./PUNCT": the lemma where it is not the form (or the form in lower
// case), then the part of speech.
ENTENTE_EXPORT std::string show_tags(const Document& document, const Tagging& tagging, Span tokens);
// The same for one token, with its features if wanted: "visited/visit/VERB|Mood=Ind|Tense=Past".
ENTENTE_EXPORT std::string show_tag(const Document& document, const Tagging& tagging, TokenId t, bool with_features);

}  // namespace entente
