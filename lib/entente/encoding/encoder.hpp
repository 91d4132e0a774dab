// One vector per token that knows its context: the shared ground on which the tagger, the parser and the name
// finder each put a thin layer. It is computed once per token, which is what makes the pipeline fast, and part by part:
// it takes a hundred times the memory of the text, so no document's encoding is ever held whole.
//
// A model holds one of two encoders: the accurate one (transformer.hpp) or the fast one (recurrent_encoder.hpp).
#pragma once

#include <variant>

#include <entente/encoding/encoding.hpp>
#include <entente/encoding/recurrent_encoder.hpp>
#include <entente/encoding/transformer.hpp>
#include <entente/model/model.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// Immutable after construction; one encoder may serve many threads.
class Encoder {
 public:
  // Throws Error (BadModel) where the model has no encoder, or one that does not fit together.
  explicit Encoder(const Model& model);
  // Calls `read` with one part of the document after the other, in whole sentences. A part lives until `read` returns.
  void encode(const Document& document, const EncodingReader& read) const;

 private:
  std::variant<RecurrentEncoder, Transformer> encoder_;
};

}  // namespace entente
