#include <entente/base/letters.hpp>

#include <doctest/doctest.h>

using namespace entente;

TEST_CASE("letters_of tells how a word is written") {
  struct Case {
    std::string word;
    Letters letters;
  };
  for (const Case& c : {
           Case{"", Letters::Absent},
           Case{"2023", Letters::Absent},
           Case{"–", Letters::Absent},
           Case{"\xff", Letters::Absent},
           Case{"kerala", Letters::Lower},
           Case{"x-ray", Letters::Lower},
           Case{"élan", Letters::Lower},
           Case{"Kerala", Letters::Title},
           Case{"'Tis", Letters::Title},
           Case{"Élysée", Letters::Title},
           Case{"Путин", Letters::Title},
           Case{"A", Letters::Title},
           Case{"NATO", Letters::Upper},
           Case{"G7-EU", Letters::Upper},
           Case{"ÉTÉ", Letters::Upper},
           Case{"iPhone", Letters::Mixed},
           Case{"McDonald", Letters::Mixed},
           Case{"MPs", Letters::Mixed},
       }) {
    CAPTURE(c.word);
    CHECK(letters_of(c.word) == c.letters);
  }
}

TEST_CASE("words are lowered and titled, bytes that are no UTF-8 stay") {
  struct Case {
    std::string word;
    std::string lower;
    std::string title;
  };
  for (const Case& c : {
           Case{"", "", ""},
           Case{"NATO", "nato", "Nato"},
           Case{"kerala", "kerala", "Kerala"},
           Case{"ÉLYSÉE", "élysée", "Élysée"},
           Case{"élan", "élan", "Élan"},
           Case{"\xff"
                "A",
                "\xff"
                "a",
                "\xff"
                "a"},
           Case{"A\xc3", "a\xc3", "A\xc3"},
       }) {
    CAPTURE(c.word);
    std::string out = "+";
    append_lower(out, c.word);
    CHECK(out == "+" + c.lower);
    out = "+";
    append_title(out, c.word);
    CHECK(out == "+" + c.title);
  }
}
