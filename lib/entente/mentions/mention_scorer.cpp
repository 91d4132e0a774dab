#include <entente/mentions/mention_scorer.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <entente/base/elementary.hpp>
#include <entente/base/error.hpp>
#include <entente/encoding/kernels.hpp>
#include <entente/mentions/links.hpp>
#include <entente/model/tensors.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::array<std::string_view, MentionLabels> LabelNames = {"none",
                                                                    "name-person",
                                                                    "name-country",
                                                                    "name-organisation",
                                                                    "name-place",
                                                                    "name-group",
                                                                    "name-other",
                                                                    "adjective",
                                                                    "description-person",
                                                                    "description-country",
                                                                    "description-organisation",
                                                                    "description-place",
                                                                    "description-group",
                                                                    "description-other",
                                                                    "pronoun"};

constexpr std::size_t ChunkTokens = 96;  // scored at a time: bounds the memory

// A probability in 255ths; 0 for anything else, which a damaged model may give.
std::uint8_t in_255ths(double share) {
  return share >= 0.0 && share <= 1.0 ? static_cast<std::uint8_t>(share * 255.0 + 0.5) : std::uint8_t{0};
}

// The hyperbolic tangent in 127ths; 0 for not a number.
std::int8_t quantized_tanh(float x) {
  if (std::isnan(x)) {
    return 0;
  }
  const double twice = exponential(2.0 * std::clamp(static_cast<double>(x), -20.0, 20.0));
  const double tanh = (twice - 1.0) / (twice + 1.0);
  return static_cast<std::int8_t>(tanh * 127.0 + (tanh < 0.0 ? -0.5 : 0.5));
}

}  // namespace

std::string_view mention_label_name(MentionLabel label) { return LabelNames[static_cast<std::size_t>(label)]; }

std::string show_mention_scores(const Document& document, const MentionScores& mention_scores, Span tokens) {
  constexpr float Shown = 0.3F;
  std::string text;
  for (TokenId t = tokens.begin; t < tokens.end && !mention_scores.empty(); ++t) {
    MentionLabel best = MentionLabel::NamePerson;
    for (std::size_t i = 1; i < MentionLabels; ++i) {
      const auto label = static_cast<MentionLabel>(i);
      best = mention_scores.probability(t, label) > mention_scores.probability(t, best) ? label : best;
    }
    if (mention_scores.probability(t, best) >= Shown) {
      text += fmt::format("{}{} [{} {:.2f}]", text.empty() ? "" : ", ", document.form(t), mention_label_name(best),
                          mention_scores.probability(t, best));
    }
  }
  return text;
}

void MentionScores::append(const MentionScores& next, std::size_t tokens) {
  if (next.empty()) {
    return;
  }
  digest_width = next.digest_width;
  labels.reserve(tokens * MentionLabels);
  digests.reserve(tokens * digest_width);
  labels.insert(labels.end(), next.labels.begin(), next.labels.end());
  digests.insert(digests.end(), next.digests.begin(), next.digests.end());
}

struct MentionScorer::Weights {
  PackedWeights hidden;
  PackedWeights labels;
  PackedWeights digest;

  explicit Weights(const Tensors& tensors);
  // Appends the scores of `rows` tokens.
  void append_scores(const float* states, std::size_t rows, MentionScores& out) const;
  // Appends the probabilities of the labels of one token, by a softmax of their scores.
  void append_labels(const float* scores, MentionScores& out) const;
};

MentionScorer::Weights::Weights(const Tensors& tensors) {
  hidden = pack_layer(tensors, "hidden.");
  labels = pack_layer(tensors, "", MentionLabels, static_cast<std::uint32_t>(hidden.outputs));
  digest = pack_layer(tensors, "digest.", 0, static_cast<std::uint32_t>(hidden.inputs));
  const std::vector<std::string> names = tensors.strings("labels");
  if (!std::equal(names.begin(), names.end(), LabelNames.begin(), LabelNames.end())) {
    throw Error(ErrorCode::BadModel, "mentions", "the labels are others than this version of entente knows");
  }
}

void MentionScorer::Weights::append_labels(const float* scores, MentionScores& out) const {
  const float most = *std::max_element(scores, scores + MentionLabels);
  std::array<double, MentionLabels> shares{};
  double total = 0.0;
  for (std::size_t i = 0; i < MentionLabels; ++i) {
    shares[i] = exponential(scores[i] - most);
    total += shares[i];
  }
  for (const double share : shares) {
    out.labels.push_back(in_255ths(share / total));
  }
}

void MentionScorer::Weights::append_scores(const float* states, std::size_t rows, MentionScores& out) const {
  std::vector<float> hidden_states(rows * hidden.width());
  std::vector<float> scores(rows * labels.width());
  std::vector<float> digests(rows * digest.width());
  kernels().multiply(states, rows, hidden.inputs, hidden, hidden_states.data());
  kernels().rectify(hidden_states.data(), hidden_states.size());
  kernels().multiply(hidden_states.data(), rows, hidden.width(), labels, scores.data());
  kernels().multiply(states, rows, digest.inputs, digest, digests.data());
  for (std::size_t r = 0; r < rows; ++r) {
    append_labels(scores.data() + r * labels.width(), out);
    for (std::size_t i = 0; i < digest.outputs; ++i) {
      out.digests.push_back(quantized_tanh(digests[r * digest.width() + i]));
    }
  }
}

MentionScorer::MentionScorer(const Model& model) {
  if (model.has(MentionsSection)) {
    weights_ = std::make_shared<const Weights>(
        Tensors(model.section(MentionsSection, MentionsVersion), std::string(MentionsSection)));
  }
}

MentionScores MentionScorer::score(const Encoding& part) const {
  MentionScores out;
  if (weights_ == nullptr) {
    return out;
  }
  if (part.width != weights_->hidden.inputs) {
    throw Error(ErrorCode::BadModel, "mentions", "the encoder's width is not the mentions'; train them together");
  }
  out.digest_width = static_cast<std::uint32_t>(weights_->digest.outputs);
  const std::size_t tokens = part.tokens.size();
  out.labels.reserve(tokens * MentionLabels);
  out.digests.reserve(tokens * out.digest_width);
  for (std::size_t from = 0; from < tokens; from += ChunkTokens) {
    weights_->append_scores(part.states.data() + from * part.width, std::min(ChunkTokens, tokens - from), out);
  }
  return out;
}

}  // namespace entente
