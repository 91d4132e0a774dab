#include <entente/syntax/parser.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include <entente/base/error.hpp>
#include <entente/encoding/kernels.hpp>
#include <entente/model/tensors.hpp>
#include <entente/syntax/corrections.hpp>
#include <entente/syntax/enhance.hpp>
#include <entente/syntax/tree.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::uint32_t SectionVersion = 1;
// Tokens. Scoring every pair of words is quadratic, so longer sentences are parsed in pieces, and the roots of the
// later pieces become dependents of the root of the first.
constexpr std::uint32_t MaxPiece = 320;

std::size_t padded(std::size_t size) { return (size + 15) / 16 * 16; }

// Working memory, reused from sentence to sentence.
struct Buffers {
  std::vector<float> projections;  // per token: arc dependent, arc head, label dependent, label head
  std::vector<float> dependents;   // rows × arc: the arc dependents times the product matrix
  std::vector<float> arcs;
  std::vector<float> labels;
  std::vector<float> label_scores;
};

}  // namespace

struct Parser::Weights {
  PackedWeights project;  // states → arc dependent | arc head | label dependent | label head
  PackedWeights product;
  PackedWeights label_out;
  Matrix<float> arc_bias;    // 1 × arc + 1: weights over the head's vector, and the constant
  Matrix<float> root_arc;    // the root as a head: 1 × arc
  Matrix<float> root_label;  // 1 × label
  std::vector<Deprel> deprels;
  std::size_t root_deprel = 0;
  std::size_t arc_width = 0;
  std::size_t label_width = 0;

  explicit Weights(const Tensors& tensors);
  // Fills buffers.arcs with (rows + 1) rows of padded(rows + 1) scores, as best_tree reads them.
  void score_arcs(const float* states, std::size_t rows, std::size_t width, Buffers& buffers) const;
  // Appends the tree of the tokens. Its root gets the head `parent`, which is None for the first piece of a sentence.
  void parse(const Encoding& part, Span tokens, TokenId parent, Buffers& buffers, Trees& trees) const;
  // Appends the heads and the best relations to `trees`. heads: as best_tree returns them.
  void label_arcs(Span tokens, const std::vector<std::uint32_t>& heads, TokenId parent, Buffers& buffers,
                  Trees& trees) const;
};

Parser::Weights::Weights(const Tensors& tensors) {
  const Matrix<std::uint32_t> shape = tensors.words("shape", 1, 3);  // width, arc, label
  const std::uint32_t width = shape.values[0];
  arc_width = shape.values[1];
  label_width = shape.values[2];
  if (arc_width == 0 || label_width == 0 || arc_width % 16 != 0 || label_width % 16 != 0 || arc_width > 4096 ||
      label_width > 4096) {
    throw Error(ErrorCode::BadModel, "parser", fmt::format("sizes {} and {} cannot be run", arc_width, label_width));
  }
  const auto arcs = static_cast<std::uint32_t>(arc_width);
  const auto labels = static_cast<std::uint32_t>(label_width);
  project = pack(tensors.floats("project.weights", 2 * arcs + 2 * labels, width),
                 tensors.floats("project.bias", 1, 2 * arcs + 2 * labels).values);
  product = pack(tensors.floats("product.weights", arcs, arcs), {});
  arc_bias = tensors.floats("arc_bias", 1, arcs + 1);
  root_arc = tensors.floats("root_arc", 1, arcs);
  root_label = tensors.floats("root_label", 1, labels);
  const std::vector<std::string> names = tensors.strings("deprels");
  label_out = pack(tensors.floats("label_out.weights", static_cast<std::uint32_t>(names.size()), labels),
                   tensors.floats("label_out.bias", 1, static_cast<std::uint32_t>(names.size())).values);
  root_deprel = static_cast<std::size_t>(std::find(names.begin(), names.end(), "root") - names.begin());
  if (names.size() < 2 || root_deprel == names.size()) {
    throw Error(ErrorCode::BadModel, "parser", "the list of relations has no 'root'");
  }
  for (const std::string& name : names) {
    deprels.push_back(deprel_of(name));
  }
}

void Parser::Weights::score_arcs(const float* states, std::size_t rows, std::size_t width, Buffers& buffers) const {
  const Kernels& k = kernels();
  const std::size_t stride = project.width();
  buffers.projections.resize(rows * stride);
  k.multiply(states, rows, width, project, buffers.projections.data());
  for (std::size_t r = 0; r < rows; ++r) {
    k.rectify(buffers.projections.data() + r * stride, 2 * arc_width);
  }
  buffers.dependents.resize(rows * arc_width);
  k.multiply(buffers.projections.data(), rows, stride, product, buffers.dependents.data());
  // The heads of this sentence are the weights of one more layer: its outputs are the scores.
  const auto bias_of = [&](const float* head) {
    float total = arc_bias.values[arc_width];
    for (std::size_t i = 0; i < arc_width; ++i) {
      total += head[i] * arc_bias.values[i];
    }
    return total;
  };
  std::vector<float> heads(root_arc.values.begin(), root_arc.values.end());
  std::vector<float> bias{bias_of(root_arc.row(0))};
  heads.reserve((rows + 1) * arc_width);
  for (std::size_t r = 0; r < rows; ++r) {
    const float* const head = buffers.projections.data() + r * stride + arc_width;
    heads.insert(heads.end(), head, head + arc_width);
    bias.push_back(bias_of(head));
  }
  const PackedWeights layer = pack(heads.data(), rows + 1, arc_width, bias);
  buffers.arcs.resize((rows + 1) * layer.width());
  k.multiply(buffers.dependents.data(), rows, arc_width, layer, buffers.arcs.data() + layer.width());
}

void Parser::Weights::label_arcs(Span tokens, const std::vector<std::uint32_t>& heads, TokenId parent, Buffers& buffers,
                                 Trees& trees) const {
  const std::size_t rows = tokens.size();
  const std::size_t stride = project.width();
  buffers.labels.resize(rows * label_width);
  for (std::size_t r = 0; r < rows; ++r) {
    const std::uint32_t h = heads[r + 1];
    const float* const dependent = buffers.projections.data() + r * stride + 2 * arc_width;
    const float* const head =
        h == 0 ? root_label.row(0) : buffers.projections.data() + (h - 1) * stride + 2 * arc_width + label_width;
    for (std::size_t i = 0; i < label_width; ++i) {
      buffers.labels[r * label_width + i] = dependent[i] + head[i];
    }
  }
  kernels().rectify(buffers.labels.data(), buffers.labels.size());
  buffers.label_scores.resize(rows * label_out.width());
  kernels().multiply(buffers.labels.data(), rows, label_width, label_out, buffers.label_scores.data());
  for (std::size_t r = 0; r < rows; ++r) {
    if (heads[r + 1] == 0) {
      trees.heads.push_back(parent);
      trees.deprels.push_back(parent == None ? Deprel::Root : Deprel::Parataxis);
      continue;
    }
    trees.heads.push_back(tokens.begin + heads[r + 1] - 1);
    float* const row = buffers.label_scores.data() + r * label_out.width();
    row[root_deprel] = -INFINITY;
    trees.deprels.push_back(deprels[static_cast<std::size_t>(std::max_element(row, row + deprels.size()) - row)]);
  }
}

void Parser::Weights::parse(const Encoding& part, Span tokens, TokenId parent, Buffers& buffers, Trees& trees) const {
  score_arcs(part.state(tokens.begin), tokens.size(), part.width, buffers);
  label_arcs(tokens, best_tree(buffers.arcs, tokens.size(), padded(tokens.size() + 1)), parent, buffers, trees);
}

void Trees::append(const Trees& next) {
  heads.insert(heads.end(), next.heads.begin(), next.heads.end());
  deprels.insert(deprels.end(), next.deprels.begin(), next.deprels.end());
}

Parser::Parser(const Model& model)
    : weights_(std::make_shared<const Weights>(Tensors(model.section("parser", SectionVersion), "parser"))) {}

Trees Parser::trees(const Document& document, const Encoding& part) const {
  if (part.width != weights_->project.inputs) {
    throw Error(ErrorCode::BadModel, "parser", "the encoder's width is not the parser's; train them together");
  }
  Trees trees;
  Buffers buffers;
  for (SentenceId s = part.sentences.begin; s < part.sentences.end; ++s) {
    const Span tokens = document.sentences[s].tokens;
    TokenId parent = None;  // the root of the sentence's first piece
    for (TokenId from = tokens.begin; from < tokens.end; from += MaxPiece) {
      const Span piece{from, std::min(from + MaxPiece, tokens.end)};
      weights_->parse(part, piece, parent, buffers, trees);
      for (TokenId t = piece.begin; parent == None && t < piece.end; ++t) {
        parent = trees.heads[t - part.tokens.begin] == None ? t : None;
      }
    }
  }
  return trees;
}

Syntax Parser::parse(const Document& document, const Tagging& tagging, Trees trees) const {
  Syntax syntax;
  syntax.heads = std::move(trees.heads);
  syntax.deprels = std::move(trees.deprels);
  correct_trees(document, tagging, syntax);
  index_children(syntax);
  syntax.added = enhance(document, tagging, syntax);
  return syntax;
}

}  // namespace entente
