// Parses and compares the names of persons: decides which may belong to one person in spite of accents, initials, pet
// names and transliterations. data/lexicon/person_names.tsv and pet_names.tsv have the words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente::inline v0_1 {

// "George H.W. Bush Jr." → given "george", initials; surname "bush", suffix "jr".
struct PersonName {
  struct Word {
    std::string text;       // in lower case, without accents and punctuation
    bool initials = false;  // "H.W.": each letter begins a name
    friend bool operator==(const Word&, const Word&) = default;
  };
  std::vector<Word> given;  // without "van", "bin" and the like
  std::string surname;      // the last word before the suffix and degrees ("PhD", "KC", "MP")
  std::string suffix;       // "jr", "sr", "ii" …; may be empty

  // Does the name have only one word: "Smith", "Madonna"?
  bool single() const { return given.empty(); }
  friend bool operator==(const PersonName&, const PersonName&) = default;
};

PersonName parse_person_name(std::string_view name);

// A key that transliterations of one name share: "Zelenskyy" and "Zelenskiy", "Qaddafi" and "Gaddafi".
std::string spelling_key(std::string_view word);

// May both be names of one person? They need surnames with one spelling key, the same suffix, and given names that are
// the same, match an initial, are pet names or are left out. False for names of one word.
bool may_be_same(const PersonName& a, const PersonName& b);

// The first given name. Names of one person share a key, or the letter if one of them has an initial.
struct FirstGivenName {
  char letter = '\0';
  std::vector<std::string> keys;  // empty for initials
};

// The first given name of a name of several words.
FirstGivenName first_given_name(const PersonName& name);

// How precise a name is: the more letters of given names it has, the fewer persons it can mean.
unsigned precision(const PersonName& name);

}  // namespace entente
