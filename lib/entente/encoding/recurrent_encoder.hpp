// The fast encoder: layers of simple recurrent units over the features of word forms.
//
// The embeddings of a word's features (its vector, its own row, its prefix, suffixes and shape, the lists of names that
// contain it) are added up; layers of bidirectional simple recurrent units (Lei et al. 2018, "Simple Recurrent Units
// for Highly Parallelizable Recurrence") add the context. Every vector is normalized to mean 0 and variance 1.
#pragma once

#include <memory>

#include <entente/encoding/encoding.hpp>
#include <entente/model/model.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// Immutable after construction; may serve many threads.
class RecurrentEncoder {
 public:
  // Throws Error (BadModel) if the section "encoder" is missing or its parts do not fit together.
  explicit RecurrentEncoder(const Model& model);
  // Calls `read` with one part after another: about a hundred tokens in whole sentences, or one longer sentence. Every
  // sentence is encoded by itself.
  void encode(const Document& document, const EncodingReader& read) const;

 private:
  struct Weights;
  std::shared_ptr<const Weights> weights_;
};

}  // namespace entente
