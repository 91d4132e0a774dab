// Encoding, Tagging → Syntax.
#pragma once

#include <memory>

#include <entente/encoding/encoder.hpp>
#include <entente/model/model.hpp>
#include <entente/syntax/syntax.hpp>
#include <entente/tagging/tagging.hpp>
#include <entente/text/document.hpp>

namespace entente {

// Immutable after construction; one parser may serve many threads.
class Parser {
 public:
  explicit Parser(const Model& model);
  Syntax parse(const Document& document, const Tagging& tagging, const Encoding& encoding) const;

 private:
  struct Network;
  std::shared_ptr<const Network> network_;
};

}  // namespace entente
