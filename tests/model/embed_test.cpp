// Files that are compiled in as C source: what compilers get that cannot include a file as it is.
#include <doctest/doctest.h>

#include <entente/base/error.hpp>
#include <entente/base/files.hpp>
#include <entente/model/resources.hpp>

using namespace entente;

TEST_CASE("a file that is compiled in as source has the same bytes") {
  // Of several pieces and one that is not full; of one piece; of none.
  for (const char* const file : {"lexicon/organisations.tsv", "page/page.css", "../tests/model/empty.txt"}) {
    CAPTURE(file);
    CHECK(resource(file) == read_file(std::string(ENTENTE_DATA_FOLDER) + file));
  }
  CHECK_THROWS_AS(resource("lexicon/none.tsv"), Error);
}
