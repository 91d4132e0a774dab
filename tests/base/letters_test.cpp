#include <entente/base/letters.hpp>

#include <doctest/doctest.h>

using namespace entente;

TEST_CASE("letter_case_of tells how a word is written") {
  struct Case {
    std::string word;
    LetterCase letters;
  };
  for (const Case& c : {
           Case{"", LetterCase::Absent},
           Case{"2023", LetterCase::Absent},
           Case{"–", LetterCase::Absent},
           Case{"\xff", LetterCase::Absent},
           Case{"kerala", LetterCase::Lower},
           Case{"x-ray", LetterCase::Lower},
           Case{"élan", LetterCase::Lower},
           Case{"Kerala", LetterCase::Title},
           Case{"'Tis", LetterCase::Title},
           Case{"Élysée", LetterCase::Title},
           Case{"Путин", LetterCase::Title},
           Case{"A", LetterCase::Title},
           Case{"NATO", LetterCase::Upper},
           Case{"G7-EU", LetterCase::Upper},
           Case{"ÉTÉ", LetterCase::Upper},
           Case{"iPhone", LetterCase::Mixed},
           Case{"McDonald", LetterCase::Mixed},
           Case{"MPs", LetterCase::Mixed},
       }) {
    CAPTURE(c.word);
    CHECK(letter_case_of(c.word) == c.letters);
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
