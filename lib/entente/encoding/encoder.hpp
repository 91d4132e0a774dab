// Document → Encoding: one vector per token in its context. The tagger, the parser, the name tagger and others each add
// a thin layer to these vectors, which are computed only once; this is what makes the pipeline fast. The vectors need a
// hundred times the memory of the text, so the encoding is computed part by part and never held as a whole.
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
  // Throws Error (BadModel) if the model has no encoder, or one whose parts do not fit together.
  explicit Encoder(const Model& model);
  // Calls `read` with one part of the document after the other, in whole sentences. A part lives until `read` returns.
  void encode(const Document& document, const EncodingReader& read) const;

 private:
  std::variant<RecurrentEncoder, Transformer> encoder_;
};

}  // namespace entente
