// Any bytes as a model file: stages that read a sentence with it, whatever they make of it, or an Error. Checksums are
// put right after each mutation, so that what they protect is reached.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <vector>

#include <entente/base/error.hpp>
#include <entente/encoding/encoder.hpp>
#include <entente/model/crc32.hpp>
#include <entente/model/model.hpp>
#include <entente/names/name_finder.hpp>
#include <entente/syntax/parser.hpp>
#include <entente/tagging/tagger.hpp>
#include <entente/text/reader.hpp>

#include "fuzz/sound.hpp"

namespace {

using entente::fuzz::require;

// Of docs/model-format.md.
constexpr std::size_t HeaderSize = 16;
constexpr std::size_t EntrySize = 56;
constexpr std::size_t CountAt = 12;
constexpr std::size_t CrcAt = 36;
constexpr std::size_t OffsetAt = 40;
constexpr std::size_t SizeAt = 48;
constexpr std::size_t Alignment = 64;

template <typename T>
T number_at(std::span<const std::uint8_t> bytes, std::size_t at) {
  T value;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

void correct_checksums(std::span<std::uint8_t> bytes) {
  const std::size_t count = bytes.size() < HeaderSize ? 0 : number_at<std::uint32_t>(bytes, CountAt);
  for (std::size_t i = 0; i < count && HeaderSize + (i + 1) * EntrySize <= bytes.size(); ++i) {
    const std::size_t at = HeaderSize + i * EntrySize;
    const auto offset = number_at<std::uint64_t>(bytes, at + OffsetAt);
    const auto size = number_at<std::uint64_t>(bytes, at + SizeAt);
    if (offset <= bytes.size() && size <= bytes.size() - offset) {
      const std::uint32_t crc = entente::crc32(std::as_bytes(bytes).subspan(offset, size));
      std::memcpy(bytes.data() + at + CrcAt, &crc, sizeof crc);
    }
  }
}

// A copy at an address that is a multiple of 64, as Model::load makes it.
class AlignedCopy {
 public:
  explicit AlignedCopy(std::span<const std::uint8_t> bytes) : room_(bytes.size() + Alignment), size_(bytes.size()) {
    void* begin = room_.data();
    std::size_t room = room_.size();
    begin_ = static_cast<std::byte*>(std::align(Alignment, size_, begin, room));
    std::copy(bytes.begin(), bytes.end(), reinterpret_cast<std::uint8_t*>(begin_));
  }
  std::span<const std::byte> bytes() const { return {begin_, size_}; }

 private:
  std::vector<std::byte> room_;
  std::byte* begin_ = nullptr;
  std::size_t size_ = 0;
};

void read_sentence(const entente::Model& model) {
  const entente::Reader reader(model);
  const entente::Document document = reader.read({.text = "Ms. Roe, 54, didn't meet Mali's presidents in Oslo."});
  entente::fuzz::check_document(document);
  const entente::Encoder encoder(model);
  const entente::Tagger tagger(model);
  const entente::Parser parser(model);
  const entente::NameTagger name_tagger(model);
  std::vector<entente::Tag> tags;
  entente::Trees trees;
  entente::NameScores scores;
  encoder.encode(document, [&](const entente::Encoding& part) {
    const std::vector<entente::Tag> next = tagger.tags(part, document);
    tags.insert(tags.end(), next.begin(), next.end());
    trees.append(parser.trees(document, part));
    scores.append(name_tagger.scores(part), part.tokens.size(), document.tokens.size());
  });
  const entente::Tagging tagging = tagger.tag(document, std::move(tags));
  require(tagging.tags.size() == document.tokens.size());
  const entente::Syntax syntax = parser.parse(document, tagging, std::move(trees));
  require(syntax.heads.size() == document.tokens.size());
  for (const entente::Name& name : name_tagger.find(document, std::move(scores)).names) {
    require(name.tokens.begin < name.tokens.end && name.tokens.end <= document.tokens.size());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const AlignedCopy copy({data, size});
  try {
    read_sentence(entente::Model::view(copy.bytes(), "input"));
  } catch (const entente::Error& error) {
    require(error.code() == entente::ErrorCode::BadModel);
  }
  return 0;
}

// libFuzzer's own mutation; tests/fuzz/standalone.cpp has none of that name.
extern "C" [[gnu::weak]] std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size,
                                               unsigned int /*seed*/) {
  const std::size_t mutated = LLVMFuzzerMutate == nullptr ? size : LLVMFuzzerMutate(data, size, max_size);
  correct_checksums({data, mutated});
  return mutated;
}
