// Encoding → Tagging.
#pragma once

#include <memory>

#include <entente/encoding/encoder.hpp>
#include <entente/model/model.hpp>
#include <entente/tagging/tagging.hpp>
#include <entente/text/document.hpp>

namespace entente {

// Immutable after construction; one tagger may serve many threads.
class Tagger {
 public:
  explicit Tagger(const Model& model);
  Tagging tag(const Document& document, const Encoding& encoding) const;

 private:
  struct Network;
  std::shared_ptr<const Network> network_;
};

}  // namespace entente
