// Writes the seeds of model_fuzz into a folder: model files with no, one and three sections of nonsense, and one with
// all sections that the stages ask for, as small as they may be.
//
//   make_model_seeds FOLDER
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <random>
#include <string>
#include <string_view>
#include <vector>

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
  void table(const std::string& name, std::uint32_t width) {
    add(name + ".rows", 1, 2, width, Bytes(std::size_t{2} * width, std::byte{3}));
    floats(name + ".scales", 2, 1);
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

constexpr std::uint32_t Width = 16;

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
  arrays.words("shape", 1, 2, {Width, 1});
  for (const char* name : {"vectors", "words", "known"}) {
    arrays.table(name, Width);
    arrays.words(std::string(name) + ".slots", 2, 1, {0, 1});
  }
  for (int i = 0; i < 5; ++i) {
    arrays.table("hashed" + std::to_string(i), Width);
  }
  arrays.floats("input_norm", 2, Width);
  arrays.floats("layer0.weights", 3 * Width, Width);
  arrays.floats("layer0.bias", 1, 3 * Width);
  return arrays.section();
}

Bytes tagger() {
  Arrays arrays;
  arrays.floats("weights", 4, Width);
  arrays.floats("bias", 1, 4);
  arrays.strings("bundles", "NOUN Number=Plur\nPROPN Number=Sing\nVERB Tense=Past|VerbForm=Fin\nPUNCT\n");
  return arrays.section();
}

Bytes parser() {
  Arrays arrays;
  arrays.words("shape", 1, 3, {Width, 16, 16});
  arrays.floats("project.weights", 64, Width);
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

Bytes names() {
  Arrays arrays;
  arrays.floats("hidden.weights", 16, Width);
  arrays.floats("hidden.bias", 1, 16);
  arrays.floats("weights", 5, 16);
  arrays.floats("bias", 1, 5);
  arrays.strings("labels", "O\nB-PER\nL-PER\nU-PER\nU-LOC\n");
  arrays.floats("fine.weights", 3, 16);
  arrays.floats("fine.bias", 1, 3);
  arrays.strings("fine.labels", "O\nU-GPE\nU-NORP\n");
  return arrays.section();
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

  entente::ModelWriter whole;
  whole.add(entente::SplitterSection, entente::SplitterVersion, splitter());
  whole.add(std::string(entente::lemma_table::SectionName), entente::lemma_table::SectionVersion, lemmas());
  whole.add("encoder", 1, encoder());
  whole.add("tagger", 1, tagger());
  whole.add("parser", 1, parser());
  whole.add("names", 1, names());
  whole.save(folder + "/whole.model");
}
