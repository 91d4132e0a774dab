// Encoding, lexicons → Names: a trained tagger of spans, corrected by what the world lexicon is sure of.
#pragma once

#include <memory>

#include <entente/encoding/encoder.hpp>
#include <entente/model/model.hpp>
#include <entente/names/names.hpp>
#include <entente/tagging/tagging.hpp>
#include <entente/text/document.hpp>

namespace entente {

// What the trained layer alone sees: persons, organisations, places and other names.
// Immutable after construction; may serve many threads.
class NameTagger {
 public:
  explicit NameTagger(const Model& model);
  Names find(const Document& document, const Encoding& encoding) const;

 private:
  struct Network;
  class Reading;
  std::shared_ptr<const Network> network_;
};

}  // namespace entente
