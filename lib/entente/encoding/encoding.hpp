// The result of an encoder: one vector per token in its context, for a few sentences at a time.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include <entente/base/ids.hpp>
#include <entente/base/span.hpp>

namespace entente::inline v0_1 {

// The vectors of consecutive sentences: one part of the encoding of a document.
struct Encoding {
  std::uint32_t width = 0;
  Span sentences;             // SentenceIds
  Span tokens;                // TokenIds: those of the sentences
  std::vector<float> states;  // tokens × width, row by row
  // The `width` values of token t, which must be one of the tokens; those of the tokens after it follow.
  const float* state(TokenId t) const { return states.data() + std::size_t{t - tokens.begin} * width; }
};

// Is called with one part after another; each is valid until the call returns.
using EncodingReader = std::function<void(const Encoding&)>;

}  // namespace entente
