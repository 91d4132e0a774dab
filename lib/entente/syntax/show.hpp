// Writes trees on one line: for `entente explain`, for errors and for tests.
#pragma once

#include <string>

#include <entente/base/ids.hpp>
#include <entente/export.hpp>
#include <entente/syntax/syntax.hpp>
#include <entente/tagging/tagging.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// "travelled [nsubj Xi] [obl Moscow [case to]] [punct .]": every word with its dependents in text order.
ENTENTE_EXPORT std::string show_tree(const Document& document, const Syntax& syntax, SentenceId sentence);
// "thanked -nsubj-> Xi, met -obj-> Putin": the edges that the enhanced graph adds, by head in text order.
ENTENTE_EXPORT std::string show_added(const Document& document, const Syntax& syntax, SentenceId sentence);
// "Xi/PROPN:2:nsubj travelled/travel/VERB|Tense=Past:0:root to/ADP:4:case Moscow/PROPN:2:obl": all of the sentence's
// tags and basic tree, in the notation that the tests read.
ENTENTE_EXPORT std::string show_notation(const Document& document, const Tagging& tagging, const Syntax& syntax,
                                         SentenceId sentence);

}  // namespace entente
