#include <entente/model/crc32.hpp>

#include <array>

namespace entente::inline v0_1 {

namespace {

// Eight tables: tables[k][b] is the checksum of byte b followed by k zero bytes ("slicing by eight", Kounavis and Berry
// 2005). A model file is checked each time it is loaded, so this must be about as fast as reading memory.
constexpr auto make_tables() {
  std::array<std::array<std::uint32_t, 256>, 8> tables{};
  for (std::uint32_t b = 0; b < 256; ++b) {
    std::uint32_t crc = b;
    for (int bit = 0; bit < 8; ++bit) {
      crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    tables[0][b] = crc;
  }
  for (std::uint32_t b = 0; b < 256; ++b) {
    for (std::size_t k = 1; k < 8; ++k) {
      tables[k][b] = (tables[k - 1][b] >> 8U) ^ tables[0][tables[k - 1][b] & 0xFFU];
    }
  }
  return tables;
}

constexpr auto Tables = make_tables();

}  // namespace

std::uint32_t crc32(std::span<const std::byte> bytes) {
  const auto at = [&](std::size_t i) { return static_cast<std::uint32_t>(bytes[i]); };
  std::uint32_t crc = 0xFFFFFFFFU;
  std::size_t i = 0;
  for (; i + 8 <= bytes.size(); i += 8) {
    const std::uint32_t low = crc ^ (at(i) | at(i + 1) << 8U | at(i + 2) << 16U | at(i + 3) << 24U);
    crc = Tables[7][low & 0xFFU] ^ Tables[6][(low >> 8U) & 0xFFU] ^ Tables[5][(low >> 16U) & 0xFFU] ^
          Tables[4][low >> 24U] ^ Tables[3][at(i + 4)] ^ Tables[2][at(i + 5)] ^ Tables[1][at(i + 6)] ^
          Tables[0][at(i + 7)];
  }
  for (; i < bytes.size(); ++i) {
    crc = (crc >> 8U) ^ Tables[0][(crc ^ at(i)) & 0xFFU];
  }
  return ~crc;
}

}  // namespace entente
