// Encoding, Tagging → Syntax: bare trees part by part, all else once all trees are there.
#pragma once

#include <memory>
#include <vector>

#include <entente/encoding/encoder.hpp>
#include <entente/model/model.hpp>
#include <entente/syntax/syntax.hpp>
#include <entente/tagging/tagging.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// What is read from the encoding alone.
struct Trees {
  std::vector<TokenId> heads;   // one per token; None for the root of a sentence
  std::vector<Deprel> deprels;  // one per token
  // Adds the trees of the sentences that follow.
  void append(const Trees& next);
};

// Immutable after construction; one parser may serve many threads.
class Parser {
 public:
  explicit Parser(const Model& model);
  // The trees of the part's sentences. Throws Error (BadModel) where the encoding is another model's.
  Trees trees(const Document& document, const Encoding& part) const;
  // From the trees of all parts, one after the other.
  Syntax parse(const Document& document, const Tagging& tagging, Trees trees) const;

 private:
  struct Weights;
  std::shared_ptr<const Weights> weights_;
};

}  // namespace entente
