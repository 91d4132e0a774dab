#include <entente/names/name_finder.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include <fmt/format.h>

#include <entente/base/error.hpp>
#include <entente/encoding/kernels.hpp>
#include <entente/model/tensors.hpp>

namespace entente {

namespace {

constexpr std::uint32_t SectionVersion = 1;
constexpr std::size_t MaxLabels = 64;
constexpr float Never = -1e30F;

// A tag of the BILOU scheme (Ratinov and Roth 2009): Begin, Inside, Last of a name, Outside, Unit.
struct Label {
  char position = 'O';
  NameKind kind = NameKind::Other;
};

bool may_follow(const Label* before, const Label* after) {
  if (before != nullptr && (before->position == 'B' || before->position == 'I')) {
    return after != nullptr && (after->position == 'I' || after->position == 'L') && after->kind == before->kind;
  }
  return after == nullptr || after->position == 'O' || after->position == 'B' || after->position == 'U';
}

Label parse_label(const std::string& text) {
  if (text == "O") {
    return {};
  }
  const std::string kind = text.size() > 2 ? text.substr(2) : "";
  const bool known = kind == "PER" || kind == "ORG" || kind == "LOC" || kind == "MISC";
  if (!known || std::string("BILU").find(text[0]) == std::string::npos) {
    throw Error(ErrorCode::BadModel, "names", fmt::format("'{}' is no label of a name", text));
  }
  return {text[0], kind == "PER"   ? NameKind::Person
                   : kind == "ORG" ? NameKind::Organisation
                   : kind == "LOC" ? NameKind::Place
                                   : NameKind::Other};
}

void log_softmax(float* row, std::size_t size) {
  const float most = *std::max_element(row, row + size);
  float total = 0.0F;
  for (std::size_t i = 0; i < size; ++i) {
    total += std::exp(row[i] - most);
  }
  const float norm = most + std::log(total);
  for (std::size_t i = 0; i < size; ++i) {
    row[i] -= norm;
  }
}

}  // namespace

struct NameTagger::Network {
  PackedWeights scores;
  std::vector<Label> labels;
  std::vector<std::vector<std::uint8_t>> before;  // [label] the labels that may stand before it

  explicit Network(const Tensors& tensors);
  // Viterbi over the rows of one sentence: the best label of each token.
  void decode(const float* rows, std::size_t size, std::vector<std::uint8_t>& best) const;
  void collect(const float* rows, Span tokens, const std::vector<std::uint8_t>& best, Names& names) const;
};

NameTagger::Network::Network(const Tensors& tensors) {
  const Matrix<float> weights = tensors.floats("weights");
  scores = pack(weights, tensors.floats("bias", 1, weights.rows).values);
  for (const std::string& text : tensors.strings("labels")) {
    labels.push_back(parse_label(text));
  }
  if (labels.size() != weights.rows || labels.empty() || labels.size() > MaxLabels || labels[0].position != 'O') {
    throw Error(ErrorCode::BadModel, "names", "the labels do not fit the weights");
  }
  before.resize(labels.size());
  for (std::uint8_t i = 0; i < labels.size(); ++i) {
    for (std::uint8_t j = 0; j < labels.size(); ++j) {
      if (may_follow(&labels[j], &labels[i])) {
        before[i].push_back(j);
      }
    }
  }
}

void NameTagger::Network::decode(const float* rows, std::size_t size, std::vector<std::uint8_t>& best) const {
  const std::size_t count = labels.size();
  const std::size_t width = scores.width();
  std::array<float, MaxLabels> total{};
  std::array<float, MaxLabels> next{};
  std::vector<std::uint8_t> back(size * count, 0);
  for (std::size_t l = 0; l < count; ++l) {
    total[l] = may_follow(nullptr, &labels[l]) ? rows[l] : Never;
  }
  for (std::size_t r = 1; r < size; ++r) {
    for (std::size_t l = 0; l < count; ++l) {
      std::uint8_t from = before[l][0];
      for (const std::uint8_t b : before[l]) {
        from = total[b] > total[from] ? b : from;
      }
      next[l] = total[from] + rows[r * width + l];
      back[r * count + l] = from;
    }
    total = next;
  }
  std::uint8_t last = 0;
  for (std::uint8_t l = 1; l < count; ++l) {
    last = may_follow(&labels[l], nullptr) && total[l] > total[last] ? l : last;
  }
  best.resize(size);
  for (std::size_t r = size; r-- > 0;) {
    best[r] = last;
    last = back[r * count + last];
  }
}

void NameTagger::Network::collect(const float* rows, Span tokens, const std::vector<std::uint8_t>& best,
                                  Names& names) const {
  TokenId begin = tokens.begin;
  float sum = 0.0F;
  for (TokenId t = tokens.begin; t < tokens.end; ++t) {
    const std::size_t r = t - tokens.begin;
    const Label& label = labels[best[r]];
    if (label.position == 'O') {
      continue;
    }
    if (label.position == 'B' || label.position == 'U') {
      begin = t;
      sum = 0.0F;
    }
    sum += rows[r * scores.width() + best[r]];
    if (label.position == 'L' || label.position == 'U') {
      const auto id = static_cast<NameId>(names.names.size());
      const float mean = sum / static_cast<float>(t + 1 - begin);
      names.names.push_back({{begin, t + 1}, label.kind, std::exp(mean)});
      std::fill(names.of_token.begin() + begin, names.of_token.begin() + t + 1, id);
    }
  }
}

NameTagger::NameTagger(const Model& model)
    : network_(std::make_shared<const Network>(Tensors(model.section("names", SectionVersion), "names"))) {}

Names NameTagger::find(const Document& document, const Encoding& encoding) const {
  const Network& net = *network_;
  if (encoding.width != net.scores.inputs) {
    throw Error(ErrorCode::BadModel, "names", "the encoder's width is not the name finder's; train them together");
  }
  Names names;
  names.of_token.assign(document.tokens.size(), None);
  std::vector<float> rows;
  std::vector<std::uint8_t> best;
  for (const Sentence& sentence : document.sentences) {
    const std::size_t size = sentence.tokens.size();
    if (size == 0) {
      continue;
    }
    rows.resize(size * net.scores.width());
    kernels().multiply(encoding.states.data() + std::size_t{sentence.tokens.begin} * encoding.width, size,
                       encoding.width, net.scores, rows.data());
    for (std::size_t r = 0; r < size; ++r) {
      log_softmax(rows.data() + r * net.scores.width(), net.labels.size());
    }
    net.decode(rows.data(), size, best);
    net.collect(rows.data(), sentence.tokens, best, names);
  }
  return names;
}

}  // namespace entente
