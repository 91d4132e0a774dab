// Every public header in one program.
#include <string>
#include <type_traits>

#include <doctest/doctest.h>

#include "all_headers.hpp"

TEST_CASE("all public headers go together, and know their version") {
  CHECK(ENTENTE_VERSION == std::to_string(ENTENTE_VERSION_MAJOR) + "." + std::to_string(ENTENTE_VERSION_MINOR) + "." +
                               std::to_string(ENTENTE_VERSION_PATCH));
  CHECK(std::string(entente_version()) == ENTENTE_VERSION);
  CHECK(ENTENTE_VERSION_NUMBER == 10000 * ENTENTE_VERSION_MAJOR + 100 * ENTENTE_VERSION_MINOR + ENTENTE_VERSION_PATCH);
}

// The inline namespace is that of this version; namespace.cmake checks that every public header uses it.
static_assert(std::is_same_v<entente::Network, entente::ENTENTE_NAMESPACE::Network>);
static_assert(std::is_same_v<entente::Error, entente::ENTENTE_NAMESPACE::Error>);
