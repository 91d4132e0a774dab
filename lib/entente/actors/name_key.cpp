#include <entente/actors/name_key.hpp>

#include <algorithm>
#include <array>

#include <entente/actors/surface.hpp>
#include <entente/base/spelling.hpp>

namespace entente::inline v0_1 {

NameKey key_of(const Layers& layers, Span name) {
  NameKey key;
  for (TokenId t = name.begin; t < name.end; ++t) {
    const auto form = layers.form(t);
    if (form == "'s" || form == "\xE2\x80\x99s" || form == "&") {
      if (form == "&") {
        key.emplace_back("and");
      }
      continue;
    }
    std::string word = folded_letters(form);
    if (word.ends_with(".com")) {
      word.resize(word.size() - 4);  // "Amazon.com" is called "Amazon"
    }
    std::erase_if(word, [](char c) { return c == '.' || c == '-' || c == '"' || c == ',' || c == '(' || c == ')'; });
    if (word.empty() || (key.empty() && word == "the")) {
      continue;
    }
    key.push_back(american_spelling(word));
  }
  return key;
}

NameKey person_key_of(const Layers& layers, Span name) {
  const auto particle = [&](TokenId t) {
    const auto form = layers.form(t);
    if (layers.world.name_word(form).family_first) {
      return false;  // "Du Deming", not "du Pont"
    }
    return form == "-" || layers.world.name_word(form).particle || layers.world.name_word(lower_case(form)).particle;
  };
  while (name.size() > 1 && particle(name.begin)) {
    ++name.begin;
  }
  while (name.size() > 1 &&
         (layers.world.name_word(layers.form(name.end - 1)).suffix || layers.form(name.end - 1) == ",")) {
    --name.end;
  }
  NameKey key = key_of(layers, name);
  return key;
}

bool is_run_of(const NameKey& part, const NameKey& whole) {
  return std::search(whole.begin(), whole.end(), part.begin(), part.end()) != whole.end();
}

bool is_prefix_of(const NameKey& part, const NameKey& whole) {
  return part.size() <= whole.size() && std::equal(part.begin(), part.end(), whole.begin());
}

bool is_suffix_of(const NameKey& part, const NameKey& whole) {
  return part.size() <= whole.size() && std::equal(part.rbegin(), part.rend(), whole.rbegin());
}

int levenshtein_up_to(std::string_view a, std::string_view b, int limit) {
  constexpr std::size_t Longest = 40;
  if (a.size() > Longest || b.size() > Longest ||
      std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > static_cast<std::size_t>(limit)) {
    return limit + 1;
  }
  std::array<int, Longest + 1> row{};
  for (std::size_t j = 0; j <= b.size(); ++j) {
    row[j] = static_cast<int>(j);
  }
  for (std::size_t i = 1; i <= a.size(); ++i) {
    int diagonal = row[0];
    row[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
    }
  }
  return std::min(row[b.size()], limit + 1);
}

bool is_misspelling(std::string_view a, std::string_view b) {
  const auto shorter = std::min(a.size(), b.size());
  if (a == b || shorter < 4) {
    return false;
  }
  const int limit = shorter >= 8 ? 2 : 1;
  return levenshtein_up_to(a, b, limit) <= limit;
}

bool is_abbreviation(std::string_view form) {
  const auto capitals = std::count_if(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return form.size() <= 10 && capitals >= 2;
}

std::string initials(const Layers& layers, Span name, bool with_small) {
  std::string letters;
  for (TokenId t = name.begin; t < name.end; ++t) {
    std::string_view rest = layers.form(t);
    while (!rest.empty()) {
      const std::string_view word = rest.substr(0, rest.find_first_of(".-"));
      if (is_capitalized(word) || (with_small && word.size() > 1 && word != "'s")) {
        letters += folded_letters(word).substr(0, 1);
      }
      rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    }
  }
  return letters;
}

std::string joined(const NameKey& key) {
  std::string text;
  for (const auto& word : key) {
    text += text.empty() ? "" : " ";
    text += word;
  }
  return text;
}

}  // namespace entente
