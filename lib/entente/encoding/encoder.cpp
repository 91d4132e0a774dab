#include <entente/encoding/encoder.hpp>

namespace entente::inline v0_1 {

namespace {

std::variant<RecurrentEncoder, Transformer> encoder_of(const Model& model) {
  if (model.has(Transformer::SectionName)) {
    return Transformer(model);
  }
  return RecurrentEncoder(model);
}

}  // namespace

Encoder::Encoder(const Model& model) : encoder_(encoder_of(model)) {}

void Encoder::encode(const Document& document, const EncodingReader& read) const {
  std::visit([&](const auto& encoder) { encoder.encode(document, read); }, encoder_);
}

}  // namespace entente
