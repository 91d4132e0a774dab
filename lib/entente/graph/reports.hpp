// Counts reports: a sentence that several papers print word for word, because they have it from one agency, is one
// report.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include <entente/export.hpp>
#include <entente/graph/network.hpp>

namespace entente::inline v0_1 {

// The support for a relation.
struct Reports {
  std::size_t sentences = 0;  // different sentences
  std::size_t articles = 0;   // articles with at least one sentence that no earlier article has
};

// A key that all copies of a sentence share: its words without case, accents and punctuation. A sentence of few words
// ("Merkel met Obama.") may be written twice by chance; its key contains the article, so that it counts in each.
ENTENTE_EXPORT std::string report_key(const Network& network, const Evidence& evidence);

// Counts the evidence for which `passes` returns true; all evidence without a condition.
ENTENTE_EXPORT Reports count_reports(const Network& network, const Relation& relation,
                                     const std::function<bool(const Evidence&)>& passes = {});

}  // namespace entente
