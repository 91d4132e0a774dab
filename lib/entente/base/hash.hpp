// Hashes that are the same on every machine and in every run.
#pragma once

#include <cstdint>
#include <string_view>

namespace entente::inline v0_1 {

// Fowler–Noll–Vo 1a, 64 bits (Fowler, Noll, Vo 1991), with a final mix that makes the low bits
// usable as a table index.
constexpr std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed = 0) {
  std::uint64_t h = 0xcbf29ce484222325ULL ^ (seed * 0x9e3779b97f4a7c15ULL);
  for (const char c : bytes) {
    h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  }
  h ^= h >> 32U;
  h *= 0xd6e8feb86659fd93ULL;
  return h ^ (h >> 32U);
}

}  // namespace entente
