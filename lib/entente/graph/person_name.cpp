#include <entente/graph/person_name.hpp>

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <utility>

#include <entente/base/rows.hpp>
#include <entente/graph/search_key.hpp>
#include <entente/model/resources.hpp>

namespace entente::inline v0_1 {

namespace {

// data/lexicon/person_names.tsv. Immutable after construction.
struct NameRules {
  using Pair = std::pair<std::string, std::string>;

  NameRules() {
    RowReader rows("lexicon/person_names.tsv", resource("lexicon/person_names.tsv"));
    while (rows.next()) {
      add(rows);
    }
  }

  std::map<std::string, std::string, std::less<>> generations;  // "junior" → "jr"
  std::set<std::string, std::less<>> particles, degrees;
  std::vector<Pair> starts, spellings, ends;  // letters and what replaces them

 private:
  void add(const RowReader& rows) {
    const auto columns = rows.columns();
    const std::string_view target = columns.size() > 2 ? columns[2] : std::string_view();
    auto* const words = columns[0] == "particle" ? &particles : columns[0] == "degree" ? &degrees : nullptr;
    auto* const letters = columns[0] == "start"      ? &starts
                          : columns[0] == "spelling" ? &spellings
                          : columns[0] == "end"      ? &ends
                                                     : nullptr;
    if (columns.size() < 2 || (words == nullptr && target.empty()) ||
        (words == nullptr && letters == nullptr && columns[0] != "generation")) {
      rows.fail(
          "\"" + std::string(rows.line()) + "\"",
          "generation, start, spelling or end, letters, and what they stand for; or particle or degree and words");
    }
    for (const std::string_view part : split(columns[1], '|')) {
      if (letters != nullptr) {
        letters->emplace_back(part, target);
      } else if (words != nullptr) {
        words->emplace(part);
      } else {
        generations.emplace(part, target);
      }
    }
  }
};

const NameRules& rules() {
  static const NameRules shipped;
  return shipped;
}

// Does the word consist of initials: "H.W.", "J", "JD"?
bool is_initials(std::string_view word) {
  constexpr std::size_t Most = 3;
  std::size_t letters = 0;
  for (const char c : word) {
    if (c == '.') {
      continue;
    }
    if (std::isupper(static_cast<unsigned char>(c)) == 0) {
      return false;
    }
    ++letters;
  }
  return letters > 0 && letters <= Most && (letters <= 2 || word.find('.') != std::string_view::npos);
}

std::string folded(std::string_view word) {
  std::string key = search_key(word);
  std::erase(key, ' ');
  return key;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

// "bill" → "william"; the rows of data/lexicon/pet_names.tsv: a name, then its pet names divided by "|".
const std::multimap<std::string, std::string, std::less<>>& pet_names() {
  static const auto names = [] {
    std::multimap<std::string, std::string, std::less<>> all;
    RowReader rows("lexicon/pet_names.tsv", resource("lexicon/pet_names.tsv"));
    while (rows.next() && rows.columns().size() > 1) {
      for (const std::string_view pet : split(rows.columns()[1], '|')) {
        all.emplace(folded(pet), folded(rows.columns()[0]));
      }
    }
    return all;
  }();
  return names;
}

bool is_pet_name(const std::string& pet, const std::string& name) {
  const auto [begin, end] = pet_names().equal_range(pet);
  return std::any_of(begin, end, [&](const auto& row) { return row.second == name; });
}

bool same_given(const PersonName::Word& a, const PersonName::Word& b) {
  if (a.initials || b.initials) {
    return a.text.front() == b.text.front() && (!a.initials || !b.initials || a.text == b.text);
  }
  return a.text == b.text || spelling_key(a.text) == spelling_key(b.text) || is_pet_name(a.text, b.text) ||
         is_pet_name(b.text, a.text);
}

// "JD" stands for two names: "j", "d".
std::vector<PersonName::Word> spread(const std::vector<PersonName::Word>& given) {
  std::vector<PersonName::Word> words;
  for (const PersonName::Word& word : given) {
    if (!word.initials) {
      words.push_back(word);
      continue;
    }
    for (const char letter : word.text) {
      words.push_back({std::string(1, letter), true});
    }
  }
  return words;
}

}  // namespace

PersonName parse_person_name(std::string_view name) {
  PersonName parsed;
  std::vector<PersonName::Word> words;
  for (const std::string_view word : split(name, ' ')) {
    if (std::string text = folded(word); !text.empty()) {
      words.push_back({std::move(text), is_initials(word)});
    }
  }
  // "John Roe KC, MP". Two words remain: in "Arjun KC" the last one is a surname of Nepal.
  while (words.size() > 2 && rules().degrees.contains(words.back().text)) {
    words.pop_back();
  }
  const auto& generations = rules().generations;
  if (const auto at = words.empty() ? generations.end() : generations.find(words.back().text);
      words.size() > 1 && at != generations.end()) {
    parsed.suffix = at->second;
    words.pop_back();
  }
  if (words.empty()) {
    return parsed;
  }
  parsed.surname = words.back().text;
  words.pop_back();
  std::copy_if(words.begin(), words.end(), std::back_inserter(parsed.given), [](const PersonName::Word& word) {
    const bool letter = word.initials && word.text.size() == 1;  // "E. Roe", but not "DE GAULLE"
    return letter || !rules().particles.contains(word.text);
  });
  return parsed;
}

std::string spelling_key(std::string_view word) {
  std::string key(word);
  for (const auto& [from, to] : rules().starts) {
    if (key.starts_with(from)) {
      key.replace(0, from.size(), to);
      break;
    }
  }
  for (const auto& [from, to] : rules().spellings) {
    replace_all(key, from, to);
  }
  key.erase(std::unique(key.begin(), key.end()), key.end());  // "mohammed", "mohamed"
  for (const auto& [from, to] : rules().ends) {               // "Romanoff"
    if (key.ends_with(from)) {
      key.replace(key.size() - from.size(), from.size(), to);
      break;
    }
  }
  return key;
}

bool may_be_same(const PersonName& a, const PersonName& b) {
  if (a.single() || b.single() || a.suffix != b.suffix || spelling_key(a.surname) != spelling_key(b.surname)) {
    return false;
  }
  const std::vector<PersonName::Word> left = spread(a.given);
  const std::vector<PersonName::Word> right = spread(b.given);
  // "John F. Kennedy", "John Kennedy": one may lack the last given names. "George W." is not "George H.W."
  const std::size_t common = std::min(left.size(), right.size());
  return std::equal(left.begin(), left.begin() + static_cast<std::ptrdiff_t>(common), right.begin(), same_given);
}

// "bill" has the keys of "bill" and of the names that it is short for.
FirstGivenName first_given_name(const PersonName& name) {
  const PersonName::Word first = spread(name.given).front();
  FirstGivenName found{first.text.front(), {}};
  if (!first.initials) {
    found.keys.push_back(spelling_key(first.text));
    const auto [begin, end] = pet_names().equal_range(first.text);
    std::transform(begin, end, std::back_inserter(found.keys),
                   [](const auto& row) { return spelling_key(row.second); });
  }
  return found;
}

unsigned precision(const PersonName& name) {
  unsigned letters = 0;
  for (const PersonName::Word& word : name.given) {
    letters += word.initials ? static_cast<unsigned>(word.text.size()) : 8U;
  }
  return letters;
}

}  // namespace entente
