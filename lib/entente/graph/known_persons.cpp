#include <entente/graph/known_persons.hpp>

#include <algorithm>
#include <utility>

#include <entente/base/rows.hpp>
#include <entente/graph/search_key.hpp>
#include <entente/model/resources.hpp>

namespace entente::inline v0_1 {

bool is_one_word(std::string_view name) { return name.find(' ') == std::string_view::npos; }

bool is_shared(std::string_view surname, std::span<const std::string_view> names) {
  return std::count_if(names.begin(), names.end(), [&](std::string_view name) {
           return name.size() > surname.size() && name.ends_with(surname) &&
                  name[name.size() - surname.size() - 1] == ' ';
         }) > 1;
}

KnownPersons::KnownPersons() {
  RowReader given("lexicon/given_names.tsv", resource("lexicon/given_names.tsv"));
  while (given.next()) {
    if (given.columns().size() > 2) {
      for (const std::string_view name : split(given.columns()[2], '|')) {
        given_.insert(search_key(name));
      }
    }
  }
  RowReader persons("lexicon/persons.tsv", resource("lexicon/persons.tsv"));
  while (persons.next()) {
    if (persons.columns().size() < 2) {
      continue;
    }
    const auto names = split(persons.columns()[1], '|');
    const bool two = std::any_of(names.begin(), names.end(),
                                 [&](std::string_view n) { return is_one_word(n) && is_shared(n, names); });
    std::vector<std::string> words;
    for (const std::string_view name : names) {
      if (!two && is_one_word(name)) {
        words.emplace_back(name);
      }
    }
    for (const std::string_view name : names) {
      if (!is_one_word(name)) {
        short_of_.emplace(search_key(name), words);
        full_.emplace(search_key(name), two ? name : names.front());
        continue;
      }
      const auto [at, fresh] = short_.emplace(search_key(name), two ? "" : std::string(names.front()));
      if (!fresh && at->second != names.front()) {
        at->second.clear();
      }
    }
  }
}

const std::string* KnownPersons::find(std::string_view name) const {
  constexpr std::size_t MostBefore = 3;
  for (std::size_t before = 0; before <= MostBefore; ++before) {
    if (const auto at = full_.find(search_key(name)); at != full_.end()) {
      return &at->second;
    }
    const std::size_t space = name.find(' ');
    const std::string word = search_key(name.substr(0, space));
    if (space == std::string_view::npos || word.size() == 1 || given_.contains(word)) {
      break;  // "Mary Elizabeth Warren", "J. Robert Kennedy"
    }
    name.remove_prefix(space + 1);
  }
  return nullptr;
}

std::string_view KnownPersons::full_name(std::string_view name) const {
  const std::string* const found = find(name);
  return found == nullptr ? name : std::string_view(*found);
}

bool KnownPersons::is_full_name(std::string_view name) const { return find(name) != nullptr; }

std::span<const std::string> KnownPersons::short_names(std::string_view name) const {
  const auto at = short_of_.find(search_key(full_name(name)));
  return at == short_of_.end() ? std::span<const std::string>() : at->second;
}

std::string_view KnownPersons::by_short_name(std::string_view name) const {
  const auto at = short_.find(search_key(name));
  return at == short_.end() ? std::string_view() : std::string_view(at->second);
}

}  // namespace entente
