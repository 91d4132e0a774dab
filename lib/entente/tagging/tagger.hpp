// Encoding → Tagging: tags for each part of the encoding, then lemmas once all tags are known.
#pragma once

#include <memory>
#include <vector>

#include <entente/encoding/encoder.hpp>
#include <entente/model/model.hpp>
#include <entente/tagging/tagging.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// Immutable after construction; one tagger may serve many threads.
class Tagger {
 public:
  // Throws Error (BadModel) if the sections "tagger" and "lemmas" are missing or damaged.
  explicit Tagger(const Model& model);
  // One tag per token of the part. Throws Error (BadModel) if the encoding comes from another model.
  std::vector<Tag> tags(const Encoding& part, const Document& document) const;
  // The layer, from the tags of all parts in text order.
  Tagging tag(const Document& document, std::vector<Tag> tags) const;

 private:
  struct Weights;
  std::shared_ptr<const Weights> weights_;
};

}  // namespace entente
