// The accurate encoder: a small transformer over the word pieces of a window of consecutive sentences (Devlin et al.
// 2019, "BERT"; its weights grew out of all-MiniLM-L6-v2). The weights and the inputs of its products are 8-bit
// integers.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

#include <entente/encoding/encoding.hpp>
#include <entente/model/model.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// Immutable after construction; may serve many threads.
class Transformer {
 public:
  static constexpr std::string_view SectionName = "transformer";
  // Pieces of the sentences of a window. Every piece attends to all pieces of its window, so that a document costs the
  // same per word whatever its length.
  static constexpr std::size_t WindowPieces = 126;
  // Of a sentence that alone has more; what is longer still is read in several windows.
  static constexpr std::size_t MostPieces = 510;

  // Throws Error (BadModel) where the section is missing or does not fit together.
  explicit Transformer(const Model& model);
  // Window after window, each of one sentence or several. A token's vector is the mean of its pieces' vectors.
  void encode(const Document& document, const EncodingReader& read) const;

 private:
  struct Weights;
  class Reading;
  std::shared_ptr<const Weights> weights_;
};

}  // namespace entente
