// The features of a word's form under which the fast encoder looks up its embeddings. tools/train/network/features.py
// computes the same features, bit for bit.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace entente::inline v0_1 {

inline constexpr std::size_t HashedFeatures = 5;  // prefix of 3 bytes, suffixes of 2, 3 and 4 bytes, shape

// The features of one form.
struct FormFeatures {
  std::string normal;      // straight quotes, ASCII lower case: the key into the table of vectors
  std::string vocabulary;  // the same with digits as 0: the key into the table of words
  std::array<std::uint64_t, HashedFeatures> hashes{};
};

// Puts the features of the form into `out`, whose strings are reused from call to call.
void form_features(std::string_view form, FormFeatures& out);

}  // namespace entente
