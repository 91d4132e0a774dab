// Encoding → Tagging: the tags part by part, the lemmas once all tags are there.
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
  explicit Tagger(const Model& model);
  // One tag per token of the part. Throws Error (BadModel) where the encoding is another model's.
  std::vector<Tag> tags(const Encoding& part, const Document& document) const;
  // From the tags of all parts, one after the other.
  Tagging tag(const Document& document, std::vector<Tag> tags) const;

 private:
  struct Weights;
  std::shared_ptr<const Weights> weights_;
};

}  // namespace entente
