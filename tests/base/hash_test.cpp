#include <cstdint>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include <entente/base/hash.hpp>

using namespace entente;

// Trained models hold tables that are indexed by this hash: it must never change.
TEST_CASE("hash_bytes gives the same value on every machine and in every version") {
  CHECK(hash_bytes("") == 0xfdbdf6ac4fc52e7fULL);
  CHECK(hash_bytes("entente") == 0x207916e9513b201dULL);
  CHECK(hash_bytes("entente", 1) == 0x1a02b42cd8ce87f7ULL);
  CHECK(hash_bytes("Malmö") == 0x3ab05e17b86785cbULL);
  static_assert(hash_bytes("a") != hash_bytes("b"));
}

TEST_CASE("the low bits of hash_bytes serve as a table index") {
  constexpr std::uint64_t Buckets = 1024;
  std::set<std::uint64_t> used;
  for (int i = 0; i < 4096; ++i) {
    used.insert(hash_bytes("word" + std::to_string(i)) % Buckets);
  }
  CHECK(used.size() > Buckets * 95 / 100);  // 98 % are hit when 4096 balls fall into 1024 boxes by chance
}
