// Writes the seeds of model_fuzz into a folder: model files with no, one and three sections of nonsense, and two with
// all sections that the stages ask for, as small as they may be: of the fast kind and of the accurate kind.
//
//   make_model_seeds FOLDER
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/encoding/integer_products.hpp>
#include <entente/encoding/pieces.hpp>
#include <entente/encoding/transformer.hpp>
#include <entente/model/model.hpp>
#include <entente/tagging/lemma_table.hpp>
#include <entente/text/split_model.hpp>

namespace {

using Bytes = std::vector<std::byte>;

template <typename T>
void append(Bytes& bytes, T value) {
  const auto* const begin = reinterpret_cast<const std::byte*>(&value);
  bytes.insert(bytes.end(), begin, begin + sizeof value);
}

// Named arrays, laid out as docs/model-format.md says. Their numbers are small and mean nothing.
class Arrays {
 public:
  void floats(std::string_view name, std::uint32_t rows, std::uint32_t columns) {
    Bytes values;
    for (std::uint32_t i = 0; i < rows * columns; ++i) {
      append(values, static_cast<float>(static_cast<int>(random_() % 17) - 8) / 8.0F);
    }
    add(name, 0, rows, columns, values);
  }
  void bytes(std::string_view name, std::uint32_t rows, std::uint32_t columns) {
    add(name, 1, rows, columns, Bytes(std::size_t{rows} * columns, std::byte{3}));
  }
  void table(const std::string& name, std::uint32_t width) {
    bytes(name + ".rows", 2, width);
    floats(name + ".scales", 2, 1);
  }
  // A dense layer of 8-bit weights.
  void dense(const std::string& name, std::uint32_t inputs, std::uint32_t outputs) {
    bytes(name + ".panels", outputs / entente::PanelOutputs, inputs * entente::PanelOutputs);
    floats(name + ".scales", 1, outputs);
    floats(name + ".bias", 1, outputs);
  }
  void words(std::string_view name, std::uint32_t rows, std::uint32_t columns,
             const std::vector<std::uint32_t>& items) {
    Bytes values;
    for (const std::uint32_t item : items) {
      append(values, item);
    }
    add(name, 2, rows, columns, values);
  }
  void strings(std::string_view name, std::string_view lines) {
    Bytes values(lines.size());
    std::memcpy(values.data(), lines.data(), lines.size());
    add(name, 3, 1, static_cast<std::uint32_t>(lines.size()), values);
  }

  Bytes section() const {
    Bytes bytes(64);
    const auto count = static_cast<std::uint32_t>(entries_.size());
    std::memcpy(bytes.data(), &count, sizeof count);
    std::size_t offset = 64 + entries_.size() * 64;
    Bytes payloads;
    for (const Entry& entry : entries_) {
      const std::size_t at = bytes.size();
      bytes.resize(at + 32);
      std::memcpy(bytes.data() + at, entry.name.data(), entry.name.size());
      append(bytes, entry.type);
      append(bytes, entry.rows);
      append(bytes, entry.columns);
      append(bytes, std::uint32_t{0});
      append(bytes, std::uint64_t{offset + payloads.size()});
      append(bytes, std::uint64_t{entry.values.size()});
      payloads.insert(payloads.end(), entry.values.begin(), entry.values.end());
      payloads.resize((payloads.size() + 63) / 64 * 64);
    }
    bytes.insert(bytes.end(), payloads.begin(), payloads.end());
    return bytes;
  }

 private:
  struct Entry {
    std::string name;
    std::uint32_t type;
    std::uint32_t rows;
    std::uint32_t columns;
    Bytes values;
  };
  void add(std::string_view name, std::uint32_t type, std::uint32_t rows, std::uint32_t columns, Bytes values) {
    entries_.push_back({std::string(name), type, rows, columns, std::move(values)});
  }

  std::vector<Entry> entries_;
  std::mt19937 random_{1};
};

// Of the vectors that the stages read: the least that each kind of encoder can have.
constexpr std::uint32_t FastWidth = 16;
constexpr std::uint32_t AccurateWidth = 64;

Bytes splitter() {
  constexpr std::uint32_t Slots = entente::MaxProbes + 4;
  Bytes bytes;
  append(bytes, entente::SplitterHeader{Slots, Slots, 0, 0});
  for (std::uint32_t i = 0; i < Slots; ++i) {
    append(bytes, entente::WeightSlot{static_cast<std::uint16_t>(i % 3), 5});
  }
  for (std::uint32_t i = 0; i < Slots; ++i) {
    append(bytes, entente::ClassSlot{static_cast<std::uint16_t>(i % 3), 1});
  }
  return bytes;
}

Bytes lemmas() {
  using namespace entente::lemma_table;
  Bytes bytes;
  append(bytes, Header{2, 4, 2, 0});
  append(bytes, Rule{CaseRule::Lower, 1, 1, 0, 0});
  append(bytes, Rule{CaseRule::Title, 0, 2, 0, 0});
  const auto word = key(SuffixStart, group(Kind::Suffix, entente::Upos::Noun, AnyClass, Shape::Any));
  for (const std::uint32_t print : {EmptyFingerprint, fingerprint(word), fingerprint(word), fingerprint(word)}) {
    append(bytes, print);
  }
  for (const std::uint16_t value : {std::uint16_t{0}, std::uint16_t{1}, std::uint16_t{0}, KnownStem}) {
    append(bytes, value);
  }
  append(bytes, 'y');
  append(bytes, 'e');
  return bytes;
}

Bytes encoder() {
  Arrays arrays;
  arrays.words("shape", 1, 2, {FastWidth, 1});
  for (const char* name : {"vectors", "words", "known"}) {
    arrays.table(name, FastWidth);
    arrays.words(std::string(name) + ".slots", 2, 1, {0, 1});
  }
  for (int i = 0; i < 5; ++i) {
    arrays.table("hashed" + std::to_string(i), FastWidth);
  }
  arrays.floats("input_norm", 2, FastWidth);
  arrays.floats("layer0.weights", 3 * FastWidth, FastWidth);
  arrays.floats("layer0.bias", 1, 3 * FastWidth);
  return arrays.section();
}

Bytes transformer() {
  constexpr std::uint32_t Hidden = 64;
  std::string pieces;
  for (entente::PieceId id = 0; id <= entente::PieceTable::Last; ++id) {
    const char letter = static_cast<char>('a' + id % 26);
    pieces += (id < 26 ? "" : "##") + std::string(1 + id / 52, letter) + '\n';
  }
  const std::uint32_t count = entente::PieceTable::Last + 1;
  Arrays arrays;
  arrays.words("shape", 1, 4, {AccurateWidth, 1, Hidden, 1});
  arrays.strings("pieces", pieces);
  arrays.bytes("rows", count, AccurateWidth);
  arrays.floats("row_scales", count, 1);
  arrays.floats("positions", entente::Transformer::MostPieces + 2, AccurateWidth);
  arrays.floats("shapes", entente::ShapeCount, AccurateWidth);
  arrays.floats("input_norm", 2, AccurateWidth);
  arrays.dense("layer0.qkv", AccurateWidth, 3 * AccurateWidth);
  arrays.dense("layer0.out", AccurateWidth, AccurateWidth);
  arrays.floats("layer0.attention_norm", 2, AccurateWidth);
  arrays.dense("layer0.up", AccurateWidth, Hidden);
  arrays.dense("layer0.down", Hidden, AccurateWidth);
  arrays.floats("layer0.norm", 2, AccurateWidth);
  return arrays.section();
}

Bytes tagger(std::uint32_t width) {
  Arrays arrays;
  arrays.floats("weights", 4, width);
  arrays.floats("bias", 1, 4);
  arrays.strings("bundles", "NOUN Number=Plur\nPROPN Number=Sing\nVERB Tense=Past|VerbForm=Fin\nPUNCT\n");
  return arrays.section();
}

Bytes parser(std::uint32_t width) {
  Arrays arrays;
  arrays.words("shape", 1, 3, {width, 16, 16});
  arrays.floats("project.weights", 64, width);
  arrays.floats("project.bias", 1, 64);
  arrays.floats("product.weights", 16, 16);
  arrays.floats("arc_bias", 1, 17);
  arrays.floats("root_arc", 1, 16);
  arrays.floats("root_label", 1, 16);
  arrays.strings("deprels", "root\nnsubj\nobj\npunct\n");
  arrays.floats("label_out.weights", 4, 16);
  arrays.floats("label_out.bias", 1, 4);
  return arrays.section();
}

Bytes names(std::uint32_t width) {
  Arrays arrays;
  arrays.floats("hidden.weights", 16, width);
  arrays.floats("hidden.bias", 1, 16);
  arrays.floats("weights", 5, 16);
  arrays.floats("bias", 1, 5);
  arrays.strings("labels", "O\nB-PER\nL-PER\nU-PER\nU-LOC\n");
  arrays.floats("fine.weights", 3, 16);
  arrays.floats("fine.bias", 1, 3);
  arrays.strings("fine.labels", "O\nU-GPE\nU-NORP\n");
  return arrays.section();
}

// A model with everything that the stages ask for.
void save_whole(const std::string& path, std::string encoder_name, Bytes encoder_section, std::uint32_t width) {
  entente::ModelWriter model;
  model.add(entente::SplitterSection, entente::SplitterVersion, splitter());
  model.add(std::string(entente::lemma_table::SectionName), entente::lemma_table::SectionVersion, lemmas());
  model.add(std::move(encoder_name), 1, std::move(encoder_section));
  model.add("tagger", 1, tagger(width));
  model.add("parser", 1, parser(width));
  model.add("names", 1, names(width));
  model.save(path);
}

}  // namespace

int main(int argc, char** argv) {
  const std::string folder = argc > 1 ? argv[1] : ".";
  entente::ModelWriter nonsense;
  nonsense.save(folder + "/empty.model");
  nonsense.add("encoder", 1, Bytes(100, std::byte{7}));
  nonsense.save(folder + "/one.model");
  nonsense.add("nothing", 1, {});
  nonsense.add("tagger", 1, Bytes(64, std::byte{1}));
  nonsense.save(folder + "/three.model");

  save_whole(folder + "/whole.model", "encoder", encoder(), FastWidth);
  save_whole(folder + "/accurate.model", std::string(entente::Transformer::SectionName), transformer(), AccurateWidth);
}
