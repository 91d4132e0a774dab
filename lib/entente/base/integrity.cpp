#include <entente/base/integrity.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace entente::inline v0_1 {

namespace {

// SHA-256 as section 6.2 of FIPS 180-4 (2015) defines it, with the names of its variables.
constexpr std::size_t BlockBytes = 64;
using State = std::array<std::uint32_t, 8>;

// The first 32 bits of the fractional parts of the square roots of the first eight primes.
constexpr State Initial = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                           0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
constexpr std::array<std::uint32_t, 64> Constants = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

// The 32-bit big-endian word of that number in the block.
std::uint32_t big_endian(std::string_view block, std::size_t word) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    value = (value << 8U) | static_cast<unsigned char>(block[4 * word + i]);
  }
  return value;
}

// The message schedule of a block.
std::array<std::uint32_t, 64> schedule(std::string_view block) {
  std::array<std::uint32_t, 64> words{};
  for (std::size_t t = 0; t < 16; ++t) {
    words[t] = big_endian(block, t);
  }
  for (std::size_t t = 16; t < words.size(); ++t) {
    const std::uint32_t early = words[t - 15];
    const std::uint32_t late = words[t - 2];
    words[t] = words[t - 16] + words[t - 7] + (std::rotr(early, 7) ^ std::rotr(early, 18) ^ (early >> 3U)) +
               (std::rotr(late, 17) ^ std::rotr(late, 19) ^ (late >> 10U));
  }
  return words;
}

void add_block(State& state, std::string_view block) {
  const std::array<std::uint32_t, 64> words = schedule(block);
  auto [a, b, c, d, e, f, g, h] = state;
  for (std::size_t t = 0; t < words.size(); ++t) {
    const std::uint32_t first =
        h + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) + ((e & f) ^ (~e & g)) + Constants[t] + words[t];
    const std::uint32_t second =
        (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = d + first;
    d = c;
    c = b;
    b = a;
    a = first + second;
  }
  const State added = {a, b, c, d, e, f, g, h};
  for (std::size_t i = 0; i < state.size(); ++i) {
    state[i] += added[i];
  }
}

// The bytes after the last whole block, then a one bit, zeros, and the length of the message in bits: one block or two.
std::string padded(std::string_view rest, std::uint64_t message_bytes) {
  std::string block(rest);
  block += '\x80';
  block.resize(block.size() + 8 <= BlockBytes ? BlockBytes - 8 : 2 * BlockBytes - 8, '\0');
  for (int shift = 56; shift >= 0; shift -= 8) {
    block += static_cast<char>((message_bytes * 8) >> static_cast<unsigned>(shift) & 0xFFU);
  }
  return block;
}

std::string sha256(std::string_view bytes) {
  State state = Initial;
  const std::size_t whole = bytes.size() - bytes.size() % BlockBytes;
  const std::string end = padded(bytes.substr(whole), bytes.size());
  for (std::size_t at = 0; at < whole; at += BlockBytes) {
    add_block(state, bytes.substr(at, BlockBytes));
  }
  for (std::size_t at = 0; at < end.size(); at += BlockBytes) {
    add_block(state, std::string_view(end).substr(at, BlockBytes));
  }
  std::string digest;
  for (const std::uint32_t word : state) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      digest += static_cast<char>(word >> static_cast<unsigned>(shift) & 0xFFU);
    }
  }
  return digest;
}

// Base64 as section 4 of RFC 4648 defines it.
std::string base64(std::string_view bytes) {
  constexpr std::string_view Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const std::string_view three = bytes.substr(at, 3);
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      bits = (bits << 8U) | (i < three.size() ? static_cast<unsigned char>(three[i]) : 0U);
    }
    for (std::size_t i = 0; i < 4; ++i) {
      out += i <= three.size() ? Letters[(bits >> (18U - 6U * i)) & 0x3FU] : '=';
    }
  }
  return out;
}

}  // namespace

std::string integrity_digest(std::string_view bytes) { return "sha256-" + base64(sha256(bytes)); }

}  // namespace entente
