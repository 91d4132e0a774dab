// One vector per token that knows its context: the shared ground on which the tagger, the parser and the name
// finder each put a thin layer. It is computed once per document, which is what makes the pipeline fast.
//
// A word's features (its vector, its own row, its prefix, suffixes and shape, the lists of names that know it) are
// summed; layers of bidirectional simple recurrent units (Lei et al. 2018, "Simple Recurrent Units for Highly
// Parallelizable Recurrence") carry the context. Every vector is normalised to mean 0 and variance 1.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include <entente/model/model.hpp>
#include <entente/text/document.hpp>

namespace entente {

struct Encoding {
  std::uint32_t width = 0;
  std::vector<float> states;  // tokens × width, row by row
  std::span<const float> state(TokenId t) const { return {states.data() + std::size_t{t} * width, width}; }
};

// Immutable after construction; one encoder may serve many threads.
class Encoder {
 public:
  explicit Encoder(const Model& model);
  // Every sentence is encoded by itself.
  Encoding encode(const Document& document) const;

 private:
  struct Network;
  std::shared_ptr<const Network> network_;
};

}  // namespace entente
