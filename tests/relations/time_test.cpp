// Expressions of time: which words they are and which days they mean.
#include <entente/relations/time.hpp>

#include <doctest/doctest.h>

#include "relations/scene.hpp"

using namespace entente;
using namespace entente::test;

namespace {

struct Row {
  const char* text;
  const char* date;
  const char* found;
};

void check(std::initializer_list<Row> rows) {
  for (const auto& [text, date, found] : rows) {
    CAPTURE(text);
    CHECK(full_findings_of(scene(text, date), shipped_reader()) == found);
  }
}

}  // namespace

TEST_CASE("dates are days since 1970, leap years included, and back") {
  CHECK(parse_date("1970-01-01") == 0);
  CHECK(parse_date("1970-03-01") == 59);
  CHECK(parse_date("2000-02-29") == 11016);
  CHECK(parse_date("1969-12-31") == -1);
  for (const char* date : {"1900-02-28", "1969-12-31", "2000-02-29", "2023-12-31", "2100-03-01"}) {
    CAPTURE(date);
    const auto days = parse_date(date);
    REQUIRE(days);
    CHECK(format_date(*days) == date);
  }
}

TEST_CASE("what is not a date is refused") {
  for (const char* date :
       {"", "2023", "2023-13-01", "2023-02-30", "2023-00-10", "2023-1-1", "20230101", "2023-01-01x"}) {
    CAPTURE(date);
    CHECK(!parse_date(date));
  }
}

TEST_CASE("a weekday or a month is before the article's date for what happened, after it for what is planned") {
  check({
      {"[PER Roe/NNP:2:nsubj ] visited/visit/VBD:0:root [COUNTRY Norland/NNP:2:obj ] on/ADP:5:case Friday/NNP:2:obl",
       "2023-03-18", "roe -visits-> norland (2023-03-17..2023-03-17)"},
      {"[PER Roe/NNP:3:nsubj ] will/AUX:3:aux visit/VB:0:root [COUNTRY Norland/NNP:3:obj ] on/ADP:6:case "
       "Friday/NNP:3:obl",
       "2023-03-18", "roe -visits-> norland planned (2023-03-24..2023-03-24)"},
      {"[PER Roe/NNP:2:nsubj ] visited/visit/VBD:0:root [COUNTRY Norland/NNP:2:obj ] in/ADP:5:case May/NNP:2:obl",
       "2023-03-18", "roe -visits-> norland (2022-05-01..2022-05-31)"},
      {"[PER Roe/NNP:3:nsubj ] will/AUX:3:aux visit/VB:0:root [COUNTRY Norland/NNP:3:obj ] in/ADP:6:case May/NNP:3:obl",
       "2023-03-18", "roe -visits-> norland planned (2023-05-01..2023-05-31)"},
  });
}

TEST_CASE("without a date of the article only full dates mean days") {
  check({
      {"[PER Roe/NNP:2:nsubj ] visited/visit/VBD:0:root [COUNTRY Norland/NNP:2:obj ] yesterday/NOUN:2:obl", "",
       "roe -visits-> norland (?..?)"},
      {"[PER Roe/NNP:2:nsubj ] visited/visit/VBD:0:root [COUNTRY Norland/NNP:2:obj ] in/ADP:5:case 2011/CD:2:obl", "",
       "roe -visits-> norland (2011-01-01..2011-12-31)"},
  });
}

TEST_CASE("a time belongs to the verb of its clause") {
  check({
      {"[PER Doe/NNP:2:nsubj ] said/say/VBD:0:root on/ADP:4:case Friday/NNP:2:obl [PER Roe/NNP:6:nsubj ] "
       "visited/visit/VBD:2:ccomp [COUNTRY Norland/NNP:6:obj ]",
       "2023-03-18", "roe -visits-> norland [doe]"},
  });
}
