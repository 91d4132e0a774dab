#include <entente/names/name_finder.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>

#include <fmt/format.h>

#include <entente/base/elementary.hpp>
#include <entente/base/error.hpp>
#include <entente/encoding/kernels.hpp>
#include <entente/model/tensors.hpp>
#include <entente/names/second_look.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::uint32_t SectionVersion = 1;
constexpr std::size_t MaxLabels = 64;
constexpr float Impossible = -1e30F;  // the score of a label that may not stand there

// A label of the BILOU scheme (Ratinov and Roth 2009): the Beginning, the Inside or the Last token of a name, a token
// Outside names, or a name of one token (Unit).
struct Label {
  char position = 'O';
  NameKind kind = NameKind::Other;
};

// Whether one label may stand directly after another; null is the edge of the sentence.
bool may_follow(const Label* previous, const Label* next) {
  if (previous != nullptr && (previous->position == 'B' || previous->position == 'I')) {
    return next != nullptr && (next->position == 'I' || next->position == 'L') && next->kind == previous->kind;
  }
  return next == nullptr || next->position == 'O' || next->position == 'B' || next->position == 'U';
}

// "B-PER" → a label. Throws Error (BadModel) for any other text.
Label parse_label(const std::string& text) {
  if (text == "O") {
    return {};
  }
  struct Row {
    std::string_view text;
    NameKind kind;
  };
  constexpr Row Kinds[] = {{"PER", NameKind::Person},       {"ORG", NameKind::Organisation}, {"LOC", NameKind::Place},
                           {"MISC", NameKind::Other},       {"PERSON", NameKind::Person},    {"GPE", NameKind::Place},
                           {"NORP", NameKind::Nationality}, {"EVENT", NameKind::Event},      {"WORK", NameKind::Work}};
  const auto* const found = std::find_if(std::begin(Kinds), std::end(Kinds), [&](const Row& row) {
    return text.size() > 2 && row.text == std::string_view(text).substr(2);
  });
  if (found == std::end(Kinds) || std::string_view("BILU").find(text[0]) == std::string_view::npos) {
    throw Error(ErrorCode::BadModel, "names", fmt::format("'{}' is no label of a name", text));
  }
  return {text[0], found->kind};
}

std::vector<Label> parse_labels(const std::vector<std::string>& texts, std::size_t rows) {
  std::vector<Label> labels;
  std::transform(texts.begin(), texts.end(), std::back_inserter(labels), parse_label);
  if (labels.size() != rows || labels.empty() || labels.size() > MaxLabels || labels[0].position != 'O') {
    throw Error(ErrorCode::BadModel, "names", "the labels do not fit the weights");
  }
  return labels;
}

void log_softmax(float* row, std::size_t size) {
  const float most = *std::max_element(row, row + size);
  float total = 0.0F;
  for (std::size_t i = 0; i < size; ++i) {
    total += static_cast<float>(exponential(row[i] - most));
  }
  const float norm = most + static_cast<float>(logarithm(total));
  for (std::size_t i = 0; i < size; ++i) {
    row[i] -= norm;
  }
}

// Applies a dense layer to each row. Returns rows × weights.outputs, without the padding of the panels.
std::vector<float> apply_layer(const std::vector<float>& in, std::size_t rows, std::size_t stride,
                               const PackedWeights& weights) {
  std::vector<float> wide(rows * weights.width());
  kernels().multiply(in.data(), rows, stride, weights, wide.data());
  for (std::size_t r = 1; r < rows; ++r) {
    std::copy_n(wide.begin() + static_cast<std::ptrdiff_t>(r * weights.width()), weights.outputs,
                wide.begin() + static_cast<std::ptrdiff_t>(r * weights.outputs));
  }
  wide.resize(rows * weights.outputs);
  return wide;
}

}  // namespace

// Two layers of labels over one hidden layer: the coarse ones (person, organisation, place, other) decide where the
// names are; the fine ones, learned from a second model, distinguish nationalities, events and works among them.
struct NameTagger::Weights {
  PackedWeights hidden;
  PackedWeights scores;
  std::vector<Label> labels;
  PackedWeights fine_scores;
  std::vector<Label> fine_labels;
  std::vector<std::vector<std::uint8_t>> predecessors;  // [label] the labels that may stand before it

  explicit Weights(const Tensors& tensors);
  // The best sequence of labels for one sentence, by the Viterbi algorithm. rows: the scores of its `size` tokens.
  void decode(const float* rows, std::size_t size, std::vector<std::uint8_t>& best) const;
  // Appends the names that the labels of the sentence mark.
  void collect(const float* rows, Span tokens, const std::vector<std::uint8_t>& best, Names& names) const;
  // Raises the scores of the kinds that the hints suggest, in the rows of the sentence `tokens`.
  void apply_hints(const std::vector<NameMemory::Hint>& hints, Span tokens, float* rows) const;
  // The kind of the name by the fine labels, if they are sure enough to overrule the coarse ones. rows: the scores of
  // the fine labels for the tokens of the name.
  NameKind refine(const float* rows, const Name& name) const;
};

NameTagger::Weights::Weights(const Tensors& tensors) {
  const Matrix<float> first = tensors.floats("hidden.weights");
  const Matrix<float> weights = tensors.floats("weights", 0, first.rows);
  const Matrix<float> fine = tensors.floats("fine.weights", 0, first.rows);
  hidden = pack(first, tensors.floats("hidden.bias", 1, first.rows).values);
  scores = pack(weights, tensors.floats("bias", 1, weights.rows).values);
  fine_scores = pack(fine, tensors.floats("fine.bias", 1, fine.rows).values);
  labels = parse_labels(tensors.strings("labels"), weights.rows);
  fine_labels = parse_labels(tensors.strings("fine.labels"), fine.rows);
  predecessors.resize(labels.size());
  for (std::size_t i = 0; i < labels.size(); ++i) {
    for (std::size_t j = 0; j < labels.size(); ++j) {
      if (may_follow(&labels[j], &labels[i])) {
        predecessors[i].push_back(static_cast<std::uint8_t>(j));
      }
    }
    if (predecessors[i].empty()) {
      throw Error(ErrorCode::BadModel, "names", "the list of labels has one that no other may precede");
    }
  }
}

void NameTagger::Weights::decode(const float* rows, std::size_t size, std::vector<std::uint8_t>& best) const {
  const std::size_t count = labels.size();
  std::array<float, MaxLabels> total{};
  std::array<float, MaxLabels> next{};
  std::vector<std::uint8_t> back(size * count, 0);  // the best predecessor of each label at each token
  for (std::size_t l = 0; l < count; ++l) {
    total[l] = may_follow(nullptr, &labels[l]) ? rows[l] : Impossible;
  }
  for (std::size_t r = 1; r < size; ++r) {
    for (std::size_t l = 0; l < count; ++l) {
      std::uint8_t from = predecessors[l][0];
      for (const std::uint8_t b : predecessors[l]) {
        from = total[b] > total[from] ? b : from;
      }
      next[l] = total[from] + rows[r * count + l];
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

void NameTagger::Weights::collect(const float* rows, Span tokens, const std::vector<std::uint8_t>& best,
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
    sum += rows[r * labels.size() + best[r]];
    if (label.position == 'L' || label.position == 'U') {
      const auto id = static_cast<NameId>(names.names.size());
      const float mean = sum / static_cast<float>(t + 1 - begin);
      names.names.push_back({{begin, t + 1}, label.kind, std::min(1.0F, static_cast<float>(exponential(mean)))});
      std::fill(names.of_token.begin() + begin, names.of_token.begin() + t + 1, id);
    }
  }
}

void NameTagger::Weights::apply_hints(const std::vector<NameMemory::Hint>& hints, Span tokens, float* rows) const {
  constexpr float Weight = 1.5F;
  constexpr float MostVotes = 1.5F;
  for (const NameMemory::Hint& hint : hints) {
    const float bonus = Weight * std::min(MostVotes, hint.votes) * hint.share;
    for (TokenId t = hint.tokens.begin; t < hint.tokens.end; ++t) {
      const bool first = t == hint.tokens.begin;
      const bool last = t + 1 == hint.tokens.end;
      const char position = first && last ? 'U' : first ? 'B' : last ? 'L' : 'I';
      for (std::size_t l = 0; l < labels.size(); ++l) {
        if (labels[l].position == position && labels[l].kind == hint.kind) {
          rows[(t - tokens.begin) * labels.size() + l] += bonus;
        }
      }
    }
  }
}

NameKind NameTagger::Weights::refine(const float* rows, const Name& name) const {
  constexpr float LeastForOther = 0.5F;     // probability that replaces "other"
  constexpr float LeastToOverrule = 0.85F;  // … that replaces person, organisation or place
  constexpr float MostToOverrule = 0.7F;    // confidence of a coarse kind that may be replaced
  if (name.kind != NameKind::Other && name.confidence >= MostToOverrule) {
    return name.kind;
  }
  const std::size_t size = name.tokens.size();
  std::array<float, MaxLabels> row{};
  std::array<float, 16> probability{};  // by kind, the mean over the name's tokens
  for (std::size_t r = 0; r < size; ++r) {
    std::copy_n(rows + r * fine_labels.size(), fine_labels.size(), row.begin());
    log_softmax(row.data(), fine_labels.size());
    for (std::size_t l = 1; l < fine_labels.size(); ++l) {
      const float share = static_cast<float>(exponential(row[l]));
      probability[static_cast<std::size_t>(fine_labels[l].kind)] += share / static_cast<float>(size);
    }
  }
  const auto best =
      static_cast<std::size_t>(std::max_element(probability.begin(), probability.end()) - probability.begin());
  const bool finer = static_cast<NameKind>(best) > NameKind::Country;  // not a person, an organisation or a place
  const float least = name.kind == NameKind::Other && finer ? LeastForOther : LeastToOverrule;
  return probability[best] >= least ? static_cast<NameKind>(best) : name.kind;
}

// Finds the names of one document: in each sentence by itself, then again with hints from the whole document.
class NameTagger::Reading {
 public:
  Reading(const Weights& net, const Document& document, NameScores scores)
      : net_(net), document_(document), scores_(std::move(scores)) {}

  Names names() {
    const Names first = decode();
    const NameMemory memory(document_, first);
    std::vector<NameMemory::Hint> hints;
    for (const Sentence& sentence : document_.sentences) {
      hints.clear();
      memory.append_hints(sentence.tokens, hints);
      net_.apply_hints(hints, sentence.tokens, rows(sentence.tokens));
    }
    Names names = decode();
    for (Name& name : names.names) {
      const float* const rows = scores_.fine_labels.data() + std::size_t{name.tokens.begin} * net_.fine_labels.size();
      name.kind = net_.refine(rows, name);
    }
    return names;
  }

 private:
  float* rows(Span tokens) { return scores_.labels.data() + std::size_t{tokens.begin} * net_.labels.size(); }

  Names decode() {
    Names names;
    names.of_token.assign(document_.tokens.size(), None);
    std::vector<std::uint8_t> best;
    for (const Sentence& sentence : document_.sentences) {
      if (sentence.tokens.size() > 0) {
        net_.decode(rows(sentence.tokens), sentence.tokens.size(), best);
        net_.collect(rows(sentence.tokens), sentence.tokens, best, names);
      }
    }
    return names;
  }

  const Weights& net_;
  const Document& document_;
  NameScores scores_;
};

void NameScores::append(const NameScores& next, std::size_t following, std::size_t tokens) {
  if (following == 0) {
    return;
  }
  labels.reserve(next.labels.size() / following * tokens);
  fine_labels.reserve(next.fine_labels.size() / following * tokens);
  labels.insert(labels.end(), next.labels.begin(), next.labels.end());
  fine_labels.insert(fine_labels.end(), next.fine_labels.begin(), next.fine_labels.end());
}

NameTagger::NameTagger(const Model& model)
    : weights_(std::make_shared<const Weights>(Tensors(model.section("names", SectionVersion), "names"))) {}

NameScores NameTagger::scores(const Encoding& part) const {
  const Weights& net = *weights_;
  if (part.width != net.hidden.inputs) {
    throw Error(ErrorCode::BadModel, "names", "the encoder's width is not the name finder's; train them together");
  }
  const std::size_t rows = part.tokens.size();
  std::vector<float> hidden(rows * net.hidden.width());
  kernels().multiply(part.states.data(), rows, part.width, net.hidden, hidden.data());
  kernels().rectify(hidden.data(), hidden.size());
  NameScores scores{apply_layer(hidden, rows, net.hidden.width(), net.scores),
                    apply_layer(hidden, rows, net.hidden.width(), net.fine_scores)};
  for (std::size_t r = 0; r < rows; ++r) {
    log_softmax(scores.labels.data() + r * net.labels.size(), net.labels.size());
  }
  return scores;
}

Names NameTagger::find(const Document& document, NameScores scores) const {
  return Reading(*weights_, document, std::move(scores)).names();
}

}  // namespace entente
