#include <entente/store/packed.hpp>

#include <cstdint>

#include <zlib.h>

#include <entente/base/error.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::size_t SizeBytes = 8;
constexpr std::uint64_t Largest = std::uint64_t{1} << 32U;  // an article has at most 16 MB, its graph a few times that
constexpr std::uint64_t MostGain = 1100;                    // zlib packs no text into less than 1/1032

std::uint64_t size_of(std::string_view bytes) {
  std::uint64_t size = 0;
  for (std::size_t i = 0; i < SizeBytes; ++i) {
    size |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8U * i);
  }
  return size;
}

}  // namespace

std::string deflated(std::string_view text) {
  constexpr int Level = 3;  // packing must not hold up reading
  uLongf size = compressBound(text.size());
  std::string bytes(SizeBytes + size, '\0');
  for (std::size_t i = 0; i < SizeBytes; ++i) {
    bytes[i] = static_cast<char>(std::uint64_t{text.size()} >> (8U * i) & 0xFFU);
  }
  if (compress2(reinterpret_cast<Bytef*>(bytes.data() + SizeBytes), &size, reinterpret_cast<const Bytef*>(text.data()),
                text.size(), Level) != Z_OK) {
    throw Error(ErrorCode::Internal, "", "a text cannot be packed: not enough memory");
  }
  bytes.resize(SizeBytes + size);
  return bytes;
}

std::string inflated(std::string_view bytes, const std::string& where) {
  const std::uint64_t expected = bytes.size() < SizeBytes ? Largest + 1 : size_of(bytes);
  if (expected > Largest || expected > (bytes.size() - SizeBytes) * MostGain) {
    throw Error(ErrorCode::BadFormat, where, "is damaged: a packed text has no sensible size");
  }
  std::string text(expected, '\0');
  uLongf size = text.size();
  const int result = uncompress(reinterpret_cast<Bytef*>(text.data()), &size,
                                reinterpret_cast<const Bytef*>(bytes.data() + SizeBytes), bytes.size() - SizeBytes);
  if (result != Z_OK || size != expected) {
    throw Error(ErrorCode::BadFormat, where, "is damaged: a packed text does not come out as it went in");
  }
  return text;
}

}  // namespace entente
