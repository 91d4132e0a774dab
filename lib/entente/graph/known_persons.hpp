// The known persons of data/lexicon/persons.tsv by their names.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::inline v0_1 {

// Is it a name of one word: "Bush", "Mary-Ann"?
bool is_one_word(std::string_view name);
// Do several names of one row end in the surname? "George W. Bush" and "George HW Bush" share a row, so that their
// surname alone means neither of them.
bool is_shared(std::string_view surname, std::span<const std::string_view> names);

class KnownPersons {
 public:
  KnownPersons();
  // The fullest name of the known person with that name of several words, or the name itself. Words before it that are
  // not given names do not count: "Russia Vladimir Putin", as in "President of Russia Vladimir Putin".
  std::string_view full_name(std::string_view name) const;
  // Is it a name of several words of a known person, with or without such words before it?
  bool is_full_name(std::string_view name) const;
  // The fullest name of the only known person with this short name; "" if there are several or none.
  std::string_view by_short_name(std::string_view name) const;
  // The names of one word that only the known person with that full name has: "JFK" of John F. Kennedy.
  std::span<const std::string> short_names(std::string_view name) const;

 private:
  const std::string* find(std::string_view name) const;

  std::map<std::string, std::string, std::less<>> full_;                   // by the search key
  std::map<std::string, std::string, std::less<>> short_;                  // by the search key; "" if several have it
  std::map<std::string, std::vector<std::string>, std::less<>> short_of_;  // by the search key of a full name
  std::set<std::string, std::less<>> given_;                               // given names, by the search key
};

}  // namespace entente
