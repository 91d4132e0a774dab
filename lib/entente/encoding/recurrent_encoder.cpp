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
constexpr std::uint64_t VectorSeed = 11;  // of the hash under which a word's vector is looked up
constexpr std::uint64_t WordSeed = 12;    // … and its own trained row
constexpr std::uint64_t KnownSeed = 13;   // … and what the lexicons knew of it at training
// Sentences are put together up to about so many tokens, so that what the layers work on stays in the cache.
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

// Keys → rows by open addressing. A slot holds 16 bits of the key's hash and the row; row 0 marks an empty slot.
struct Slots {
  Matrix<std::uint32_t> slots;
  std::uint64_t seed = 0;

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

Slots read_slots(const Tensors& tensors, const std::string& name, std::uint64_t seed, std::uint32_t rows) {
  Slots slots{tensors.words(name, 0, 1), seed};
  const std::size_t size = slots.slots.values.size();
  bool empty = false;
  std::uint32_t most = 0;
  for (const std::uint32_t slot : slots.slots.values) {
    empty = empty || (slot & 0xFFFFU) == 0;
    most = std::max(most, slot & 0xFFFFU);
  }
  if (size == 0 || (size & (size - 1)) != 0 || !empty || most >= rows) {
    throw Error(ErrorCode::BadModel, "encoder", fmt::format("'{}' is no table of slots for {} rows", name, rows));
  }
  return slots;
}

// Reused from part to part.
struct Scratch {
  std::vector<float> normal;
  std::vector<float> gates;
  FormFeatures features;
};

}  // namespace

struct RecurrentEncoder::Weights {
  std::uint32_t width = 0;
  Table vectors;  // distilled word vectors, already projected to the width
  Table words;    // trained rows of frequent words
  Table known;    // trained rows for the lists of names that a word, as it is written, stands in
  Slots vector_slots;
  Slots word_slots;
  Slots known_slots;
  std::array<Table, HashedFeatures> hashed;
  Matrix<float> input_norm;  // gain, bias
  std::vector<PackedWeights> layers;

  explicit Weights(const Tensors& tensors);
  void embed(std::string_view form, FormFeatures& features, float* out) const;
  // Fills part.states from part.sentences and part.tokens.
  void encode(const Document& document, Scratch& scratch, Encoding& part) const;
  void run(const PackedWeights& layer, const Document& document, Scratch& scratch, Encoding& part) const;
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
  known_slots = read_slots(tensors, "known.slots", KnownSeed, known.rows.rows);
  vector_slots = read_slots(tensors, "vectors.slots", VectorSeed, vectors.rows.rows);
  word_slots = read_slots(tensors, "words.slots", WordSeed, words.rows.rows);
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
  add(vectors, vector_slots.find(features.normal));
  add(words, word_slots.find(features.vocabulary));
  add(known, known_slots.find(form));
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
    run(layer, document, scratch, part);
  }
  kernels().normalize(x, rows, width, x);
}

void RecurrentEncoder::Weights::run(const PackedWeights& layer, const Document& document, Scratch& scratch,
                                    Encoding& part) const {
  const Kernels& k = kernels();
  const std::size_t rows = part.tokens.size();
  float* const x = part.states.data();
  scratch.normal.resize(rows * width);
  scratch.gates.resize(rows * 3 * width);
  k.normalize(x, rows, width, scratch.normal.data());
  k.multiply(scratch.normal.data(), rows, width, layer, scratch.gates.data());
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
