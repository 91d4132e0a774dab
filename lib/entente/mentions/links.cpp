#include <entente/mentions/links.hpp>

#include <algorithm>
#include <cmath>
#include <string>

#include <entente/base/error.hpp>
#include <entente/encoding/kernels.hpp>
#include <entente/model/tensors.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::size_t Forms = 4;
constexpr std::size_t Distances = 8;     // in sentences: 0 to 6, and more
constexpr std::size_t CacheSize = 1024;  // tokens; a mention is compared with fewer antecedents

}  // namespace

struct LinkScorer::Weights {
  PackedWeights queries;      // digest → query vector: of a mention that looks for its antecedent
  PackedWeights antecedents;  // digest → antecedent vector: of a mention that may be one
  std::vector<float> none;    // digest → score of having no antecedent
  float none_bias = 0.0F;
  std::vector<float> distance;  // form × Distances
  std::vector<float> forms;     // form × form of the antecedent
  float scale = 1.0F;

  explicit Weights(const Tensors& tensors);
};

LinkScorer::Weights::Weights(const Tensors& tensors) {
  queries = pack_layer(tensors, "asks.");
  const auto inputs = static_cast<std::uint32_t>(queries.inputs);
  antecedents = pack_layer(tensors, "answers.", static_cast<std::uint32_t>(queries.outputs), inputs);
  const auto values = [&](std::string_view name, std::uint32_t size) {
    const auto found = tensors.floats(name, 1, size).values;
    return std::vector<float>(found.begin(), found.end());
  };
  none = values("none.weights", inputs);
  none_bias = values("none.bias", 1).front();
  distance = values("distance", Forms * Distances);
  forms = values("forms", Forms * Forms);
  scale = 1.0F / std::sqrt(static_cast<float>(queries.outputs));
}

LinkScorer::LinkScorer(const Model& model) {
  if (model.has(MentionsSection)) {
    weights_ = std::make_shared<const Weights>(
        Tensors(model.section(MentionsSection, MentionsVersion), std::string(MentionsSection)));
  }
}

struct Links::Vectors {
  TokenId token = None;
  std::vector<float> query;
  std::vector<float> antecedent;
  float none = 0.0F;
};

Links::Links(const LinkScorer& scorer, const MentionScores& mention_scores)
    : scorer_(scorer), mention_scores_(mention_scores) {
  if (!empty() && mention_scores.digest_width != scorer.weights_->queries.inputs) {
    throw Error(ErrorCode::BadModel, std::string(MentionsSection),
                "the digests are not those that the links were trained on");
  }
  cache_.resize(empty() ? 0 : CacheSize);
}

Links::~Links() = default;

bool Links::empty() const { return scorer_.weights_ == nullptr || mention_scores_.empty(); }

const Links::Vectors& Links::vectors_of(TokenId t) {
  Vectors& cached = cache_[t % CacheSize];
  if (cached.token == t) {
    return cached;
  }
  const LinkScorer::Weights& net = *scorer_.weights_;
  const std::size_t width = mention_scores_.digest_width;
  std::vector<float> digest(width);
  std::transform(mention_scores_.digests.begin() + static_cast<std::ptrdiff_t>(t * width),
                 mention_scores_.digests.begin() + static_cast<std::ptrdiff_t>((t + 1) * width), digest.begin(),
                 [](std::int8_t x) { return static_cast<float>(x) / 127.0F; });
  cached.token = t;
  cached.query.resize(net.queries.width());
  cached.antecedent.resize(net.antecedents.width());
  kernels().multiply(digest.data(), 1, width, net.queries, cached.query.data());
  kernels().multiply(digest.data(), 1, width, net.antecedents, cached.antecedent.data());
  cached.none = net.none_bias;
  for (std::size_t i = 0; i < width; ++i) {
    cached.none += net.none[i] * digest[i];
  }
  return cached;
}

void Links::select(TokenId t, LinkForm form) {
  const Vectors& vectors = vectors_of(t);
  query_ = vectors.query;
  none_score_ = vectors.none;
  form_ = form;
}

float Links::score(TokenId antecedent, LinkForm form, std::uint32_t sentences_back) {
  const LinkScorer::Weights& net = *scorer_.weights_;
  const std::vector<float>& values = vectors_of(antecedent).antecedent;
  float sum = 0.0F;
  for (std::size_t i = 0; i < net.queries.outputs; ++i) {
    sum += query_[i] * values[i];
  }
  const auto row = static_cast<std::size_t>(form_);
  const std::size_t distance = std::min<std::size_t>(sentences_back, Distances - 1);
  return sum * net.scale + net.distance[row * Distances + distance] +
         net.forms[row * Forms + static_cast<std::size_t>(form)];
}

}  // namespace entente
