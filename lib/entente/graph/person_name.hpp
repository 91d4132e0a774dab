// The names of persons, taken apart and compared: which two may be one person's, whatever the accents, the initials,
// the pet names and the way in which another script was written in Latin letters.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente::inline v0_1 {

// "George H.W. Bush Jr." → given "george", initials; surname "bush", suffix "jr".
struct PersonName {
  struct Word {
    std::string text;       // in small letters without accents and punctuation
    bool initials = false;  // "H.W.": each letter begins a name
    friend bool operator==(const Word&, const Word&) = default;
  };
  std::vector<Word> given;  // without "van", "bin" and the like
  std::string surname;      // the last word, but for the suffix
  std::string suffix;       // "jr", "sr", "ii" …; may be empty

  // One word alone: "Smith", "Madonna".
  bool single() const { return given.empty(); }
  friend bool operator==(const PersonName&, const PersonName&) = default;
};

PersonName parse_person_name(std::string_view name);

// The same for spellings of one name in another script: "Zelenskyy" and "Zelenskiy", "Qaddafi" and "Gaddafi".
std::string spelling_key(std::string_view word);

// Whether both may be names of one person: surnames of one spelling key, given names that are the same, begin with the
// other's initial, are a pet name of it or are left out, and the same suffix. Of names with a word alone: false.
bool may_be_same(const PersonName& a, const PersonName& b);

// The first given name: names that may be one person's share a key or, where one has initials there, the letter.
struct FirstGivenName {
  char letter = '\0';
  std::vector<std::string> keys;  // none of initials
};

// Of a name of several words.
FirstGivenName first_given_name(const PersonName& name);

// How much a name says: of two that may be one person's, the one that says more leaves fewer others.
unsigned precision(const PersonName& name);

}  // namespace entente
