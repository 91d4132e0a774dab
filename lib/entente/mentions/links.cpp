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
constexpr std::size_t SentencesBack = 8;  // 0 to 6, and more
constexpr std::size_t Slots = 1024;       // a mention is compared with fewer others

}  // namespace

struct LinkScorer::Weights {
  PackedWeights asks;     // digest → what a mention asks for
  PackedWeights answers;  // digest → what it answers to those that follow
  std::vector<float> none;
  float none_bias = 0.0F;
  std::vector<float> distance;  // form × SentencesBack
  std::vector<float> forms;     // form × form of the mention before
  float scale = 1.0F;

  explicit Weights(const Tensors& tensors);
};

LinkScorer::Weights::Weights(const Tensors& tensors) {
  asks = pack_layer(tensors, "asks.");
  const auto inputs = static_cast<std::uint32_t>(asks.inputs);
  answers = pack_layer(tensors, "answers.", static_cast<std::uint32_t>(asks.outputs), inputs);
  const auto values = [&](std::string_view name, std::uint32_t size) {
    const auto found = tensors.floats(name, 1, size).values;
    return std::vector<float>(found.begin(), found.end());
  };
  none = values("none.weights", inputs);
  none_bias = values("none.bias", 1).front();
  distance = values("distance", Forms * SentencesBack);
  forms = values("forms", Forms * Forms);
  scale = 1.0F / std::sqrt(static_cast<float>(asks.outputs));
}

LinkScorer::LinkScorer(const Model& model) {
  if (model.has(MentionsSection)) {
    weights_ = std::make_shared<const Weights>(
        Tensors(model.section(MentionsSection, MentionsVersion), std::string(MentionsSection)));
  }
}

struct Links::Slot {
  TokenId token = None;
  std::vector<float> asks;
  std::vector<float> answers;
  float none = 0.0F;
};

Links::Links(const LinkScorer& scorer, const MentionScores& mention_scores)
    : scorer_(scorer), mention_scores_(mention_scores) {
  if (!empty() && mention_scores.digest_width != scorer.weights_->asks.inputs) {
    throw Error(ErrorCode::BadModel, std::string(MentionsSection),
                "the digests are not those that the links were trained on");
  }
  slots_.resize(empty() ? 0 : Slots);
}

Links::~Links() = default;

bool Links::empty() const { return scorer_.weights_ == nullptr || mention_scores_.empty(); }

const Links::Slot& Links::slot(TokenId t) {
  Slot& slot = slots_[t % Slots];
  if (slot.token == t) {
    return slot;
  }
  const LinkScorer::Weights& net = *scorer_.weights_;
  const std::size_t width = mention_scores_.digest_width;
  std::vector<float> digest(width);
  std::transform(mention_scores_.digests.begin() + static_cast<std::ptrdiff_t>(t * width),
                 mention_scores_.digests.begin() + static_cast<std::ptrdiff_t>((t + 1) * width), digest.begin(),
                 [](std::int8_t x) { return static_cast<float>(x) / 127.0F; });
  slot.token = t;
  slot.asks.resize(net.asks.width());
  slot.answers.resize(net.answers.width());
  kernels().multiply(digest.data(), 1, width, net.asks, slot.asks.data());
  kernels().multiply(digest.data(), 1, width, net.answers, slot.answers.data());
  slot.none = net.none_bias;
  for (std::size_t i = 0; i < width; ++i) {
    slot.none += net.none[i] * digest[i];
  }
  return slot;
}

void Links::ask(TokenId t, LinkForm form) {
  const Slot& asked = slot(t);
  asks_ = asked.asks;
  none_ = asked.none;
  form_ = form;
}

float Links::score(TokenId before, LinkForm form, std::uint32_t sentences_back) {
  const LinkScorer::Weights& net = *scorer_.weights_;
  const std::vector<float>& answers = slot(before).answers;
  float sum = 0.0F;
  for (std::size_t i = 0; i < net.asks.outputs; ++i) {
    sum += asks_[i] * answers[i];
  }
  const auto row = static_cast<std::size_t>(form_);
  const std::size_t back = std::min<std::size_t>(sentences_back, SentencesBack - 1);
  return sum * net.scale + net.distance[row * SentencesBack + back] +
         net.forms[row * Forms + static_cast<std::size_t>(form)];
}

}  // namespace entente
