// CRC-32 as in ISO 3309 and zlib (polynomial 0xEDB88320, reflected).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace entente::inline v0_1 {

// The checksum of the bytes; 0 for none.
std::uint32_t crc32(std::span<const std::byte> bytes);

}  // namespace entente
