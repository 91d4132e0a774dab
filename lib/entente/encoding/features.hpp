// The features of a word's form by which it is looked up in the tables of embeddings. tools/train/network/features.py
// computes the same, bit for bit.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace entente::inline v0_1 {

inline constexpr std::size_t HashedFeatures = 5;  // prefix, three suffixes, shape

struct FormFeatures {
  std::string normal;      // straight quotes, ASCII lower case: the key into the table of vectors
  std::string vocabulary;  // the same with digits as 0: the key into the table of words
  std::array<std::uint64_t, HashedFeatures> hashes{};
};

// Fills `out`, whose strings are reused from word to word.
void form_features(std::string_view form, FormFeatures& out);

}  // namespace entente
