// How often something was reported: a sentence that several papers print word for word, because an agency sent it to
// all, is one report.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include <entente/export.hpp>
#include <entente/graph/network.hpp>

namespace entente::inline v0_1 {

// What speaks for a relation.
struct Reports {
  std::size_t sentences = 0;  // that differ
  std::size_t articles = 0;   // with at least one sentence that no article before it has
};

// Names a sentence, so that copies of it share the name: its words without case, accents and punctuation. A sentence of
// few words ("Merkel met Obama.") may be written twice by chance; it counts anew in every article.
ENTENTE_EXPORT std::string report_key(const Network& network, const Evidence& evidence);

// Counts the evidence that passes; all of it without a condition.
ENTENTE_EXPORT Reports count_reports(const Network& network, const Relation& relation,
                                     const std::function<bool(const Evidence&)>& passes = {});

}  // namespace entente
