#include <string>
#include <utility>

#include <doctest/doctest.h>

#include <entente/base/integrity.hpp>

using namespace entente;

// What `printf … | openssl dgst -sha256 -binary | base64` says; the lengths lie around those where padding changes.
TEST_CASE("integrity_digest is the SHA-256 of the bytes in Base64") {
  const std::pair<std::string, std::string> cases[] = {
      {"", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="},
      {"abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="},
      {std::string(55, 'a'), "n0OQ+NMMLdkuyfCVtl4rmumwqSWlJY4kHJ8ekQ9zQxg="},
      {std::string(56, 'a'), "s1Q5pKxvCUi21vnjxq8PX1kM4g8b3nCQ73lwaG7Gc4o="},
      {std::string(63, 'a'), "fT50oF19sVvOStnsBljqmOPwbu7PFrTG//LaRX3cLzQ="},
      {std::string(64, 'a'), "/+BU/nrgy23GXDr5th1SCfQ5hR20PQulmXM33xVGaOs="},
      {std::string(1000, 'a'), "Qe3s5C1j6Nm/UVqbppMuHCDLyfWl0TRkWttdsblzfqM="},
  };
  for (const auto& [bytes, expected] : cases) {
    CAPTURE(bytes.size());
    CHECK(integrity_digest(bytes) == "sha256-" + expected);
  }
}
