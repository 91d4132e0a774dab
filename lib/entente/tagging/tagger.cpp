#include <entente/tagging/tagger.hpp>

#include <algorithm>
#include <limits>
#include <utility>

#include <fmt/format.h>

#include <entente/base/error.hpp>
#include <entente/encoding/kernels.hpp>
#include <entente/model/tensors.hpp>
#include <entente/tagging/lemmatizer.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::uint32_t SectionVersion = 1;
constexpr std::size_t ChunkTokens = 96;  // scored at a time: bounds the memory

// Particles are a closed class of short words: "to", "not", "n't", "'s".
bool may_be_particle(std::string_view form) {
  constexpr std::ptrdiff_t Longest = 3;  // characters
  return std::count_if(form.begin(), form.end(),
                       [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }) <= Longest;
}

}  // namespace

struct Tagger::Weights {
  PackedWeights scores;  // one output per bundle
  std::vector<Upos> upos;
  std::vector<Tagging::Bundle> bundles;
  Lemmatizer lemmatizer;

  explicit Weights(const Model& model);
  // The bundle with the highest score.
  std::uint16_t best_bundle(const float* row) const {
    return static_cast<std::uint16_t>(std::max_element(row, row + bundles.size()) - row);
  }
  // The bundle with the highest score among those of other parts of speech.
  std::uint16_t best_bundle_without(const float* row, Upos excluded) const {
    std::uint16_t best = 0;
    for (std::uint16_t b = 0; b < bundles.size(); ++b) {
      if (upos[b] != excluded && (upos[best] == excluded || row[b] > row[best])) {
        best = b;
      }
    }
    return best;
  }
};

Tagger::Weights::Weights(const Model& model) : lemmatizer(model) {
  const Tensors tensors(model.section("tagger", SectionVersion), "tagger");
  scores = pack_layer(tensors, "");
  for (const std::string& line : tensors.strings("bundles")) {  // "NOUN Number=Sing"
    const std::size_t space = std::min(line.find(' '), line.size());
    const std::string features = space < line.size() ? line.substr(space + 1) : "_";
    upos.push_back(upos_of(line.substr(0, space)));
    bundles.push_back({features, parse_features(features)});
  }
  if (bundles.size() != scores.outputs || bundles.empty() ||
      bundles.size() > std::numeric_limits<std::uint16_t>::max()) {
    throw Error(ErrorCode::BadModel, "tagger",
                fmt::format("{} bundles of features for {} rows of weights", bundles.size(), scores.outputs));
  }
}

Tagger::Tagger(const Model& model) : weights_(std::make_shared<const Weights>(model)) {}

std::vector<Tag> Tagger::tags(const Encoding& part, const Document& document) const {
  const Weights& net = *weights_;
  if (part.width != net.scores.inputs) {
    throw Error(ErrorCode::BadModel, "tagger", "the encoder's width is not the tagger's; train them together");
  }
  std::vector<Tag> tags(part.tokens.size());
  std::vector<float> scores(std::min(ChunkTokens, tags.size()) * net.scores.width());
  for (std::size_t from = 0; from < tags.size(); from += ChunkTokens) {
    const std::size_t rows = std::min(ChunkTokens, tags.size() - from);
    kernels().multiply(part.states.data() + from * part.width, rows, part.width, net.scores, scores.data());
    for (std::size_t r = 0; r < rows; ++r) {
      const float* const row = scores.data() + r * net.scores.width();
      std::uint16_t bundle = net.best_bundle(row);
      if (net.upos[bundle] == Upos::Part &&
          !may_be_particle(document.form(static_cast<TokenId>(part.tokens.begin + from + r)))) {
        bundle = net.best_bundle_without(row, Upos::Part);
      }
      tags[from + r] = {net.upos[bundle], bundle};
    }
  }
  return tags;
}

Tagging Tagger::tag(const Document& document, std::vector<Tag> tags) const {
  Tagging tagging;
  tagging.bundles = weights_->bundles;
  tagging.tags = std::move(tags);
  weights_->lemmatizer.lemmatize(document, tagging);
  return tagging;
}

}  // namespace entente
