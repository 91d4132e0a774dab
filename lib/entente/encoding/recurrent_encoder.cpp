#include <entente/encoding/recurrent_encoder.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <fmt/format.h>

#include <entente/base/error.hpp>
#include <entente/base/hash.hpp>
#include <entente/encoding/features.hpp>
#include <entente/encoding/kernels.hpp>
#include <entente/model/tensors.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::uint32_t SectionVersion = 1;
constexpr std::uint32_t MaxWidth = 1024;
constexpr std::uint32_t MaxLayers = 32;
constexpr std::uint64_t VectorSeed = 11;  // of the hash under which the vector of a word is looked up
constexpr std::uint64_t WordSeed = 12;    // of the hash for its own trained row
constexpr std::uint64_t KnownSeed = 13;   // of the hash for the lists of names that contained it at training
// Sentences are encoded together up to about so many tokens, so that the data of a layer stays in the cache.
constexpr std::uint32_t PartTokens = 96;

// Rows of small integers, each with its scale.
struct Table {
  Matrix<std::int8_t> rows;
  Matrix<float> scales;
};

Table read_table(const Tensors& tensors, const std::string& name, std::uint32_t width) {
  Table table{tensors.bytes(name + ".rows", 0, width), tensors.floats(name + ".scales", 0, 1)};
  if (table.rows.rows == 0 || table.rows.rows != table.scales.rows) {
    throw Error(ErrorCode::BadModel, "encoder", fmt::format("table '{}' has not one scale per row", name));
  }
  return table;
}

// A hash table by open addressing: keys → rows of a Table. A slot holds 16 bits of the hash of the key and the row; row
// 0 marks an empty slot.
struct RowIndex {
  Matrix<std::uint32_t> slots;
  std::uint64_t seed = 0;

  // The row of the key; 0 for an unknown key.
  std::uint32_t find(std::string_view key) const {
    const std::uint64_t hash = hash_bytes(key, seed);
    const auto tag = static_cast<std::uint32_t>(hash >> 48U);
    const std::size_t mask = slots.values.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
      const std::uint32_t slot = slots.values[at];
      const std::uint32_t row = slot & 0xFFFFU;
      if (row == 0 || slot >> 16U == tag) {
        return row;
      }
    }
  }
};

RowIndex read_index(const Tensors& tensors, const std::string& name, std::uint64_t seed, std::uint32_t rows) {
  RowIndex slots{tensors.words(name, 0, 1), seed};
  const std::size_t size = slots.slots.values.size();
  bool has_empty = false;
  std::uint32_t most = 0;
  for (const std::uint32_t slot : slots.slots.values) {
    has_empty = has_empty || (slot & 0xFFFFU) == 0;
    most = std::max(most, slot & 0xFFFFU);
  }
  if (size == 0 || (size & (size - 1)) != 0 || !has_empty || most >= rows) {
    throw Error(ErrorCode::BadModel, "encoder", fmt::format("'{}' is no table of slots for {} rows", name, rows));
  }
  return slots;
}

// Working memory, reused from part to part.
struct Scratch {
  std::vector<float> normalized;
  std::vector<float> gates;
  FormFeatures features;
};

}  // namespace

struct RecurrentEncoder::Weights {
  std::uint32_t width = 0;
  Table vectors;  // distilled word vectors, already projected to the width
  Table words;    // trained rows of frequent words
  Table known;    // trained rows, by which lists of names contain the word as it is written
  RowIndex vector_index;
  RowIndex word_index;
  RowIndex known_index;
  std::array<Table, HashedFeatures> hashed;
  Matrix<float> input_norm;  // gain, bias
  std::vector<PackedWeights> layers;

  explicit Weights(const Tensors& tensors);
  // Puts the sum of the rows of the word's features into out[0, width).
  void embed(std::string_view form, FormFeatures& features, float* out) const;
  // Fills part.states from part.sentences and part.tokens.
  void encode(const Document& document, Scratch& scratch, Encoding& part) const;
  // Replaces part.states by the output of the layer.
  void run_layer(const PackedWeights& layer, const Document& document, Scratch& scratch, Encoding& part) const;
};

RecurrentEncoder::Weights::Weights(const Tensors& tensors) {
  const Matrix<std::uint32_t> shape = tensors.words("shape", 1, 2);
  width = shape.values[0];
  const std::uint32_t count = shape.values[1];
  if (width == 0 || width % 16 != 0 || width > MaxWidth || count > MaxLayers) {
    throw Error(ErrorCode::BadModel, "encoder", fmt::format("{} layers of width {} cannot be run", count, width));
  }
  vectors = read_table(tensors, "vectors", width);
  words = read_table(tensors, "words", width);
  known = read_table(tensors, "known", width);
  known_index = read_index(tensors, "known.slots", KnownSeed, known.rows.rows);
  vector_index = read_index(tensors, "vectors.slots", VectorSeed, vectors.rows.rows);
  word_index = read_index(tensors, "words.slots", WordSeed, words.rows.rows);
  for (std::size_t i = 0; i < HashedFeatures; ++i) {
    hashed[i] = read_table(tensors, fmt::format("hashed{}", i), width);
  }
  input_norm = tensors.floats("input_norm", 2, width);
  for (std::uint32_t i = 0; i < count; ++i) {
    layers.push_back(pack(tensors.floats(fmt::format("layer{}.weights", i), 3 * width, width),
                          tensors.floats(fmt::format("layer{}.bias", i), 1, 3 * width).values));
  }
}

void RecurrentEncoder::Weights::embed(std::string_view form, FormFeatures& features, float* out) const {
  const Kernels& k = kernels();
  const auto add = [&](const Table& table, std::size_t row) {
    k.add_row(table.rows.row(row), table.scales.values[row], width, out);
  };
  form_features(form, features);
  std::fill(out, out + width, 0.0F);
  add(vectors, vector_index.find(features.normal));
  add(words, word_index.find(features.vocabulary));
  add(known, known_index.find(form));
  for (std::size_t i = 0; i < HashedFeatures; ++i) {
    add(hashed[i], features.hashes[i] % hashed[i].rows.rows);
  }
}

void RecurrentEncoder::Weights::encode(const Document& document, Scratch& scratch, Encoding& part) const {
  const std::size_t rows = part.tokens.size();
  part.states.resize(rows * width);
  float* const x = part.states.data();
  for (std::size_t r = 0; r < rows; ++r) {
    embed(document.form(part.tokens.begin + static_cast<TokenId>(r)), scratch.features, x + r * width);
  }
  kernels().normalize(x, rows, width, x);
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t i = 0; i < width; ++i) {
      x[r * width + i] = x[r * width + i] * input_norm.row(0)[i] + input_norm.row(1)[i];
    }
  }
  for (const PackedWeights& layer : layers) {
    run_layer(layer, document, scratch, part);
  }
  kernels().normalize(x, rows, width, x);
}

void RecurrentEncoder::Weights::run_layer(const PackedWeights& layer, const Document& document, Scratch& scratch,
                                          Encoding& part) const {
  const Kernels& k = kernels();
  const std::size_t rows = part.tokens.size();
  float* const x = part.states.data();
  scratch.normalized.resize(rows * width);
  scratch.gates.resize(rows * 3 * width);
  k.normalize(x, rows, width, scratch.normalized.data());
  k.multiply(scratch.normalized.data(), rows, width, layer, scratch.gates.data());
  for (SentenceId s = part.sentences.begin; s < part.sentences.end; ++s) {
    const Span tokens = document.sentences[s].tokens;
    const std::size_t at = std::size_t{tokens.begin - part.tokens.begin} * width;
    k.scan(scratch.gates.data() + at * 3, tokens.size(), width, x + at);
  }
}

RecurrentEncoder::RecurrentEncoder(const Model& model)
    : weights_(std::make_shared<const Weights>(Tensors(model.section("encoder", SectionVersion), "encoder"))) {}

void RecurrentEncoder::encode(const Document& document, const EncodingReader& read) const {
  Encoding part;
  part.width = weights_->width;
  Scratch scratch;
  const auto& sentences = document.sentences;
  for (SentenceId first = 0; first < sentences.size(); first = part.sentences.end) {
    SentenceId last = first + 1;
    while (last < sentences.size() && sentences[last].tokens.end - sentences[first].tokens.begin <= PartTokens) {
      ++last;
    }
    part.sentences = {first, last};
    part.tokens = {sentences[first].tokens.begin, sentences[last - 1].tokens.end};
    weights_->encode(document, scratch, part);
    read(part);
  }
}

}  // namespace entente
