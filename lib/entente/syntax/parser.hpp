// Encoding, Tagging → Syntax: trees for each part of the encoding, then corrections and enhanced edges once all trees
// are known.
#pragma once

#include <memory>
#include <vector>

#include <entente/encoding/encoder.hpp>
#include <entente/model/model.hpp>
#include <entente/syntax/syntax.hpp>
#include <entente/tagging/tagging.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// The basic trees, which depend on the encoding alone.
struct Trees {
  std::vector<TokenId> heads;   // one per token; None for the root of a sentence
  std::vector<Deprel> deprels;  // one per token
  // Appends the trees of the next sentences.
  void append(const Trees& next);
};

// Immutable after construction; one parser may serve many threads.
class Parser {
 public:
  // Throws Error (BadModel) if the section "parser" is missing or damaged.
  explicit Parser(const Model& model);
  // The trees of the sentences of the part. Throws Error (BadModel) if the encoding comes from another model.
  Trees trees(const Document& document, const Encoding& part) const;
  // The layer, from the trees of all parts in text order.
  Syntax parse(const Document& document, const Tagging& tagging, Trees trees) const;

 private:
  struct Weights;
  std::shared_ptr<const Weights> weights_;
};

}  // namespace entente
