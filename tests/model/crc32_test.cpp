#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <entente/model/crc32.hpp>

using namespace entente;

namespace {

std::uint32_t crc_of(std::string_view text) { return crc32(std::as_bytes(std::span(text.data(), text.size()))); }

// The definition, bit by bit (ISO 3309, reflected polynomial EDB88320).
std::uint32_t slow_crc(std::string_view text) {
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char c : text) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) {
      crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
    }
  }
  return ~crc;
}

}  // namespace

TEST_CASE("crc32 gives the catalogued check value") {
  CHECK(crc_of("123456789") == 0xCBF43926U);
  CHECK(crc_of("") == 0U);
}

TEST_CASE("crc32 by eight bytes agrees with the definition at every length") {
  std::string text;
  for (int i = 0; i < 70; ++i) {
    CAPTURE(i);
    CHECK(crc_of(text) == slow_crc(text));
    text += static_cast<char>(i * 37 + 11);
  }
}

TEST_CASE("crc32 sees one flipped bit anywhere") {
  const std::string good(257, 'x');
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ (1 << (i % 8)));
    CHECK(crc_of(bad) != crc_of(good));
  }
}
