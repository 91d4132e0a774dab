// Indexes by which the layers point at each other.
#pragma once

#include <cstdint>

namespace entente::inline v0_1 {

using BlockId = std::uint32_t;     // index into Document::blocks
using SentenceId = std::uint32_t;  // index into Document::sentences
using TokenId = std::uint32_t;     // index into Document::tokens, and into every layer that is one per token
using NameId = std::uint32_t;      // index into Names::names
using MentionId = std::uint32_t;   // index into Actors::mentions
using ActorId = std::uint32_t;     // index into Actors::actors

// "No such thing" for every id: the head of a root, the antecedent of a first mention.
inline constexpr std::uint32_t None = 0xffffffffU;

}  // namespace entente
