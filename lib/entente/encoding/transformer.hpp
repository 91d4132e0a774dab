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
  // The most pieces of a window of several sentences. Every piece attends to all pieces of its window, so the cost per
  // word does not depend on the length of the document.
  static constexpr std::size_t WindowPieces = 126;
  // The most pieces of a window that holds one long sentence. A still longer sentence is encoded in several windows.
  static constexpr std::size_t MostPieces = 510;

  // Throws Error (BadModel) if the section is missing or its parts do not fit together.
  explicit Transformer(const Model& model);
  // Calls `read` with one part after another, each of one or several sentences. The vector of a token is the mean of
  // the vectors of its pieces.
  void encode(const Document& document, const EncodingReader& read) const;

 private:
  struct Weights;
  class Reading;
  std::shared_ptr<const Weights> weights_;
};

}  // namespace entente
