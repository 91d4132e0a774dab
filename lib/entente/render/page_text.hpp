// The articles of a page as HTML.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <entente/graph/network.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// A sentence that the network quotes.
struct Quotation {
  std::uint32_t article = 0;  // index into Provenance::articles
  Span place;                 // code points of the article
  std::string text;
};

// Each once, by article and place.
std::vector<Quotation> quotations(const Network& network);
// The index of the quotation that holds this evidence.
std::size_t quotation_of(const std::vector<Quotation>& quoted, const Evidence& evidence);

// Every article, block by block. Quoted sentences are <span data-s="3">, by index into `quoted`; mentions are
// <mark class="person" data-a="5 2">, by vertex, the innermost first.
std::string articles_html(const Network& network, std::span<const Document> documents,
                          const std::vector<Quotation>& quoted);

}  // namespace entente
