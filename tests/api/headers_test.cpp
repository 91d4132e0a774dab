// Every public header in one program.
#include <doctest/doctest.h>

#include "all_headers.hpp"

TEST_CASE("all public headers go together, and know their version") {
  CHECK(ENTENTE_VERSION == std::to_string(ENTENTE_VERSION_MAJOR) + "." + std::to_string(ENTENTE_VERSION_MINOR) + "." +
                               std::to_string(ENTENTE_VERSION_PATCH));
  CHECK(std::string(entente_version()) == ENTENTE_VERSION);
}
