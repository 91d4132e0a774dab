// One vector per token that knows its context: the shared ground on which the tagger, the parser and the name
// finder each put a thin layer. It is computed once per token, which is what makes the pipeline fast, and part by part:
// it takes a hundred times the memory of the text, so no document's encoding is ever held whole.
//
// A word's features (its vector, its own row, its prefix, suffixes and shape, the lists of names that know it) are
// summed; layers of bidirectional simple recurrent units (Lei et al. 2018, "Simple Recurrent Units for Highly
// Parallelizable Recurrence") carry the context. Every vector is normalised to mean 0 and variance 1.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <vector>

#include <entente/model/model.hpp>
#include <entente/text/document.hpp>

namespace entente {

// The vectors of some sentences that follow one another.
struct Encoding {
  std::uint32_t width = 0;
  Span sentences;             // SentenceIds
  Span tokens;                // TokenIds: those of the sentences
  std::vector<float> states;  // tokens × width, row by row
  // From that of token t on; t is one of the tokens.
  const float* state(TokenId t) const { return states.data() + std::size_t{t - tokens.begin} * width; }
};

// Immutable after construction; one encoder may serve many threads.
class Encoder {
 public:
  explicit Encoder(const Model& model);
  // Calls `read` with one part of the document after the other: about a hundred tokens in whole sentences, or one
  // sentence that is longer. Every sentence is encoded by itself. A part lives until `read` returns.
  void encode(const Document& document, const std::function<void(const Encoding&)>& read) const;

 private:
  struct Network;
  std::shared_ptr<const Network> network_;
};

}  // namespace entente
