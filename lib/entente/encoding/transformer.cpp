#include <entente/encoding/transformer.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <entente/base/error.hpp>
#include <entente/encoding/attention_kernels.hpp>
#include <entente/encoding/integer_products.hpp>
#include <entente/encoding/kernels.hpp>
#include <entente/encoding/pieces.hpp>
#include <entente/model/tensors.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::uint32_t SectionVersion = 1;
constexpr std::uint32_t MaxWidth = 1024;
constexpr std::uint32_t MaxLayers = 24;

// Rows of small integers, each with its scale.
struct Table {
  Matrix<std::int8_t> rows;
  Matrix<float> scales;
};

// A dense layer of 8-bit weights.
struct Dense {
  IntegerWeights weights;
  Matrix<float> scales;                 // one per output
  Matrix<float> bias;                   // one per output
  std::vector<std::int32_t> zero_sums;  // one per output: the sum that an input of zeros (bytes of 128) gives
};

Dense read_dense(const Tensors& tensors, const std::string& name, std::uint32_t inputs, std::uint32_t outputs) {
  const Matrix<std::int8_t> panels = tensors.bytes(name + ".panels", outputs / PanelOutputs, inputs * PanelOutputs);
  int out_of_range = 0;
  for (const std::int8_t weight : panels.values) {  // no early exit, so that the compiler can use vector instructions
    out_of_range |= static_cast<int>(weight < -MaxWeight) | static_cast<int>(weight > MaxWeight);
  }
  if (out_of_range != 0) {
    throw Error(ErrorCode::BadModel, std::string(Transformer::SectionName),
                fmt::format("layer '{}' has weights beyond {}", name, MaxWeight));
  }
  Dense dense{{panels.values.data(), inputs, outputs},
              tensors.floats(name + ".scales", 1, outputs),
              tensors.floats(name + ".bias", 1, outputs),
              std::vector<std::int32_t>(outputs)};
  const std::vector<std::uint8_t> zeros(inputs, static_cast<std::uint8_t>(ByteZero));
  integer_products().front()(zeros.data(), 1, dense.weights, dense.zero_sums.data());
  return dense;
}

// The gain and bias of a layer normalization.
struct Norm {
  Matrix<float> gain_and_bias;  // two rows
  const float* gain() const { return gain_and_bias.row(0); }
  const float* bias() const { return gain_and_bias.row(1); }
};

// One layer: self-attention, then a feed-forward network.
struct Layer {
  Dense queries_keys_values;
  Dense attention_out;
  Norm attention_norm;
  Dense up;    // width → hidden
  Dense down;  // hidden → width
  Norm norm;
};

// The consecutive tokens that are encoded together.
struct Window {
  Span tokens;
  std::vector<PieceId> pieces;        // with First before and, when complete, Last after them
  std::vector<PieceShape> shapes;     // one per piece
  std::vector<std::uint16_t> counts;  // one per token: how many pieces it has

  // Empties the window; its first token will be `first`.
  void reset(TokenId first) {
    tokens = {first, first};
    pieces.assign(1, PieceTable::First);
    shapes.assign(1, PieceShape::Absent);
    counts.clear();
  }
  // How many pieces of words it holds while it is being filled.
  std::size_t size() const { return pieces.size() - 1; }
};

}  // namespace

struct Transformer::Weights {
  std::uint32_t width = 0;
  std::uint32_t heads = 0;
  std::uint32_t hidden = 0;
  PieceTable pieces;
  Table rows;  // one per piece
  Matrix<float> positions;
  Matrix<float> shapes;
  Norm input_norm;
  std::vector<Layer> layers;

  explicit Weights(const Tensors& tensors);
};

Transformer::Weights::Weights(const Tensors& tensors) {
  const Matrix<std::uint32_t> shape = tensors.words("shape", 1, 4);  // width, heads, hidden width, layers
  width = shape.values[0];
  heads = shape.values[1];
  hidden = shape.values[2];
  const std::uint32_t layer_count = shape.values[3];
  const bool heads_fit = heads != 0 && width % heads == 0 && width / heads % 16 == 0;
  if (width == 0 || width % 64 != 0 || width > MaxWidth || !heads_fit || hidden == 0 || hidden % 64 != 0 ||
      hidden > 8 * MaxWidth || layer_count > MaxLayers) {
    throw Error(ErrorCode::BadModel, std::string(SectionName),
                fmt::format("{} layers of width {} with {} heads and {} hidden units cannot be run", layer_count, width,
                            heads, hidden));
  }
  std::vector<std::string> known = tensors.strings("pieces");
  if (known.size() <= PieceTable::Last) {
    throw Error(ErrorCode::BadModel, std::string(SectionName), "the list of pieces is too short");
  }
  const auto size = static_cast<std::uint32_t>(known.size());
  rows = {tensors.bytes("rows", size, width), tensors.floats("row_scales", size, 1)};
  pieces = PieceTable(std::move(known));
  positions = tensors.floats("positions", static_cast<std::uint32_t>(MostPieces + 2), width);
  shapes = tensors.floats("shapes", static_cast<std::uint32_t>(ShapeCount), width);
  input_norm = {tensors.floats("input_norm", 2, width)};
  for (std::uint32_t i = 0; i < layer_count; ++i) {
    const std::string name = fmt::format("layer{}.", i);
    layers.push_back({read_dense(tensors, name + "qkv", width, 3 * width),
                      read_dense(tensors, name + "out", width, width),
                      {tensors.floats(name + "attention_norm", 2, width)},
                      read_dense(tensors, name + "up", width, hidden),
                      read_dense(tensors, name + "down", hidden, width),
                      {tensors.floats(name + "norm", 2, width)}});
  }
}

// Encodes one document. Its working memory is reused from window to window.
class Transformer::Reading {
 public:
  Reading(const Weights& net, const Document& document) : net_(net), document_(document) {}

  void read(const EncodingReader& reader) {
    Encoding part;
    part.width = net_.width;
    const auto sentences = static_cast<SentenceId>(document_.sentences.size());
    for (SentenceId first = 0; first < sentences; first = part.sentences.end) {
      part.sentences = {first, fill_with_sentences(first)};
      part.tokens = {document_.sentences[first].tokens.begin, document_.sentences[part.sentences.end - 1].tokens.end};
      part.states.assign(std::size_t{part.tokens.size()} * net_.width, 0.0F);
      for (TokenId at = part.tokens.begin; at < part.tokens.end;) {
        run();
        pool_pieces(part);
        at = window_.tokens.end;
        fill_with_tokens(at, part.tokens.end);
      }
      reader(part);
    }
  }

 private:
  // Adds the token to the window.
  void add(TokenId t) {
    const std::string_view form = document_.form(t);
    const std::size_t before = window_.pieces.size();
    net_.pieces.append_pieces(form, WindowPieces, window_.pieces);
    window_.shapes.resize(window_.pieces.size(), shape_of(form));
    window_.counts.push_back(static_cast<std::uint16_t>(window_.pieces.size() - before));
    window_.tokens.end = t + 1;
  }

  // Removes the tokens from `end` on.
  void remove_from(TokenId end) {
    for (; window_.tokens.end > end; --window_.tokens.end) {
      window_.pieces.resize(window_.pieces.size() - window_.counts.back());
      window_.counts.pop_back();
    }
    window_.shapes.resize(window_.pieces.size());
  }

  // Fills the window with tokens from `at` on, as many as fit.
  void fill_with_tokens(TokenId at, TokenId end) {
    window_.reset(at);
    while (window_.tokens.end < end && window_.size() <= MostPieces) {
      add(window_.tokens.end);
    }
    if (window_.size() > MostPieces) {
      remove_from(window_.tokens.end - 1);
    }
  }

  // Fills the window with as many whole sentences as fit, from `first` on. Returns the first sentence that is not in
  // it. Of a sentence that is too long, the window gets the beginning.
  SentenceId fill_with_sentences(SentenceId first) {
    const auto& sentences = document_.sentences;
    fill_with_tokens(sentences[first].tokens.begin, sentences[first].tokens.end);
    SentenceId last = first + 1;
    while (last < sentences.size() && window_.size() < WindowPieces &&
           window_.tokens.end == sentences[last].tokens.begin) {
      const Span tokens = sentences[last].tokens;
      for (TokenId t = tokens.begin; t < tokens.end && window_.size() <= WindowPieces; ++t) {
        add(t);
      }
      if (window_.size() > WindowPieces) {
        remove_from(tokens.begin);
        break;
      }
      ++last;
    }
    return last;
  }

  // Sets states_ to the sum of the embeddings of each piece, its position and its shape, normalized.
  void embed(std::size_t size) {
    const std::size_t width = net_.width;
    states_.assign(size * width, 0.0F);
    added_.resize(size * width);
    for (std::size_t r = 0; r < size; ++r) {
      const PieceId piece = window_.pieces[r];
      const float* const position = net_.positions.row(r);
      const float* const shape = net_.shapes.row(static_cast<std::size_t>(window_.shapes[r]));
      kernels().add_row(net_.rows.rows.row(piece), net_.rows.scales.values[piece], width, states_.data() + r * width);
      for (std::size_t i = 0; i < width; ++i) {
        added_[r * width + i] = position[i] + shape[i];
      }
    }
    attention_kernels().add_and_normalize(states_.data(), added_.data(), size, width, net_.input_norm.gain(),
                                          net_.input_norm.bias());
  }

  // out = dense(in). The rows of `in` are quantized first.
  void apply(const Dense& dense, const std::vector<float>& in, std::size_t rows, std::vector<float>& out) {
    const AttentionKernels& k = attention_kernels();
    quantized_.resize(rows * dense.weights.inputs);
    row_scales_.resize(rows);
    sums_.resize(rows * dense.weights.outputs);
    out.resize(rows * dense.weights.outputs);
    k.quantize(in.data(), rows, dense.weights.inputs, quantized_.data(), row_scales_.data());
    integer_products().front()(quantized_.data(), rows, dense.weights, sums_.data());
    k.dequantize(sums_.data(), rows, dense.weights.outputs, row_scales_.data(), dense.zero_sums.data(),
                 dense.scales.values.data(), dense.bias.values.data(), out.data());
  }

  // Runs all layers on the window; the result is in states_.
  void run() {
    const AttentionKernels& k = attention_kernels();
    window_.pieces.push_back(PieceTable::Last);
    window_.shapes.push_back(PieceShape::Absent);
    const std::size_t size = window_.pieces.size();
    const std::size_t width = net_.width;
    embed(size);
    scratch_.resize(attention_scratch(size, width, net_.heads));
    attended_.resize(size * width);
    for (const Layer& layer : net_.layers) {
      apply(layer.queries_keys_values, states_, size, hidden_);
      k.attend(hidden_.data(), size, width, net_.heads, scratch_.data(), attended_.data());
      apply(layer.attention_out, attended_, size, added_);
      k.add_and_normalize(states_.data(), added_.data(), size, width, layer.attention_norm.gain(),
                          layer.attention_norm.bias());
      apply(layer.up, states_, size, hidden_);
      k.apply_gelu(hidden_.data(), hidden_.size());
      apply(layer.down, hidden_, size, added_);
      k.add_and_normalize(states_.data(), added_.data(), size, width, layer.norm.gain(), layer.norm.bias());
    }
  }

  // Sets the vector of each token of the window: the mean of the vectors of its pieces.
  void pool_pieces(Encoding& part) const {
    const std::size_t width = net_.width;
    const float* row = states_.data() + width;  // of the piece after First
    for (std::size_t t = 0; t < window_.counts.size(); ++t) {
      float* const out = part.states.data() + (window_.tokens.begin - part.tokens.begin + t) * width;
      for (std::uint16_t piece = 0; piece < window_.counts[t]; ++piece, row += width) {
        for (std::size_t i = 0; i < width; ++i) {
          out[i] += row[i];
        }
      }
      const float share = 1.0F / static_cast<float>(window_.counts[t]);
      for (std::size_t i = 0; i < width; ++i) {
        out[i] *= share;
      }
    }
  }

  const Weights& net_;
  const Document& document_;
  Window window_;
  std::vector<float> states_;    // pieces × width
  std::vector<float> added_;     // pieces × width: what is added to the states
  std::vector<float> attended_;  // pieces × width: the result of attention
  std::vector<float> hidden_;    // pieces × 3 · width: queries, keys and values; or pieces × hidden width
  std::vector<float> scratch_;
  std::vector<std::uint8_t> quantized_;
  std::vector<float> row_scales_;
  std::vector<std::int32_t> sums_;
};

Transformer::Transformer(const Model& model)
    : weights_(std::make_shared<const Weights>(
          Tensors(model.section(SectionName, SectionVersion), std::string(SectionName)))) {}

void Transformer::encode(const Document& document, const EncodingReader& read) const {
  Reading(*weights_, document).read(read);
}

}  // namespace entente
