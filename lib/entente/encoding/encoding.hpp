// What the encoders give: one vector per token that knows its context, for some sentences at a time.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include <entente/base/ids.hpp>
#include <entente/base/span.hpp>

namespace entente::inline v0_1 {

// The vectors of some sentences that follow one another.
struct Encoding {
  std::uint32_t width = 0;
  Span sentences;             // SentenceIds
  Span tokens;                // TokenIds: those of the sentences
  std::vector<float> states;  // tokens × width, row by row
  // From that of token t on; t is one of the tokens.
  const float* state(TokenId t) const { return states.data() + std::size_t{t - tokens.begin} * width; }
};

// Takes one part of a document's encoding, which lives until it returns.
using EncodingReader = std::function<void(const Encoding&)>;

}  // namespace entente
