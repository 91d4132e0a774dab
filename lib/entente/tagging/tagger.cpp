#include <entente/tagging/tagger.hpp>

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include <entente/base/error.hpp>
#include <entente/encoding/kernels.hpp>
#include <entente/model/tensors.hpp>
#include <entente/tagging/lemmatizer.hpp>

namespace entente {

namespace {

constexpr std::uint32_t SectionVersion = 1;
constexpr std::size_t ChunkTokens = 96;

}  // namespace

struct Tagger::Network {
  PackedWeights scores;  // one output per bundle
  std::vector<Upos> upos;
  std::vector<Tagging::Bundle> bundles;
  Lemmatizer lemmatizer;

  explicit Network(const Model& model);
  std::uint16_t best(const float* row) const {
    return static_cast<std::uint16_t>(std::max_element(row, row + bundles.size()) - row);
  }
};

Tagger::Network::Network(const Model& model) : lemmatizer(model) {
  const Tensors tensors(model.section("tagger", SectionVersion), "tagger");
  const Matrix<float> weights = tensors.floats("weights");
  scores = pack(weights, tensors.floats("bias", 1, weights.rows).values);
  for (const std::string& line : tensors.strings("bundles")) {  // "NOUN Number=Sing"
    const std::size_t space = std::min(line.find(' '), line.size());
    const std::string features = space < line.size() ? line.substr(space + 1) : "_";
    upos.push_back(upos_of(line.substr(0, space)));
    bundles.push_back({features, parse_features(features)});
  }
  if (bundles.size() != weights.rows || bundles.empty() || bundles.size() > std::numeric_limits<std::uint16_t>::max()) {
    throw Error(ErrorCode::BadModel, "tagger",
                fmt::format("{} bundles of features for {} rows of weights", bundles.size(), weights.rows));
  }
}

Tagger::Tagger(const Model& model) : network_(std::make_shared<const Network>(model)) {}

Tagging Tagger::tag(const Document& document, const Encoding& encoding) const {
  const Network& net = *network_;
  if (encoding.width != net.scores.inputs) {
    throw Error(ErrorCode::BadModel, "tagger", "the encoder's width is not the tagger's; train them together");
  }
  Tagging tagging;
  const std::size_t size = document.tokens.size();
  tagging.bundles = net.bundles;
  tagging.tags.resize(size);
  std::vector<float> scores(ChunkTokens * net.scores.width());
  for (std::size_t from = 0; from < size; from += ChunkTokens) {
    const std::size_t rows = std::min(ChunkTokens, size - from);
    kernels().multiply(encoding.states.data() + from * encoding.width, rows, encoding.width, net.scores, scores.data());
    for (std::size_t r = 0; r < rows; ++r) {
      const std::uint16_t bundle = net.best(scores.data() + r * net.scores.width());
      tagging.tags[from + r] = {net.upos[bundle], bundle};
    }
  }
  net.lemmatizer.lemmatize(document, tagging);
  return tagging;
}

}  // namespace entente
