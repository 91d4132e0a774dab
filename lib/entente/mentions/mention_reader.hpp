// Encoding → Readings: one layer says what each word heads, another digests its vector.
#pragma once

#include <memory>

#include <entente/encoding/encoding.hpp>
#include <entente/mentions/readings.hpp>
#include <entente/model/model.hpp>

namespace entente::inline v0_1 {

// Immutable after construction; may serve many threads.
class MentionReader {
 public:
  // A model may come without these layers; then all readings are empty. Throws Error (BadModel) where they are damaged.
  explicit MentionReader(const Model& model);
  // Of the tokens of the part. Throws Error (BadModel) where the encoding is another model's.
  Readings read(const Encoding& part) const;

 private:
  struct Network;
  std::shared_ptr<const Network> network_;  // null where the model has no such layers
};

}  // namespace entente
