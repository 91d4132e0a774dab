// The indices by which layers refer to each other.
#pragma once

#include <cstdint>

namespace entente::inline v0_1 {

using BlockId = std::uint32_t;     // index into Document::blocks
using SentenceId = std::uint32_t;  // index into Document::sentences
using TokenId = std::uint32_t;     // index into Document::tokens, and into layers with one entry per token
using NameId = std::uint32_t;      // index into Names::names
using MentionId = std::uint32_t;   // index into Actors::mentions
using ActorId = std::uint32_t;     // index into Actors::actors

// The absent value of every id: the head of a root, the antecedent of a first mention.
inline constexpr std::uint32_t None = 0xffffffffU;

}  // namespace entente
