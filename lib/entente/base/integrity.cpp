#include <entente/base/integrity.hpp>

#include <array>

#include <openssl/evp.h>

#include <entente/base/error.hpp>

namespace entente {

std::string integrity(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1) {
    throw Error(ErrorCode::Internal, "OpenSSL", "no SHA-256 of a page's style and script");
  }
  std::array<unsigned char, 2 * EVP_MAX_MD_SIZE> letters{};
  const int length = EVP_EncodeBlock(letters.data(), digest.data(), static_cast<int>(size));
  return "sha256-" + std::string(letters.begin(), letters.begin() + length);
}

}  // namespace entente
