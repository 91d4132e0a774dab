#include <entente/graph/identity.hpp>

#include <algorithm>

#include <entente/actors/surface.hpp>
#include <entente/base/letters.hpp>
#include <entente/base/rows.hpp>
#include <entente/graph/known_persons.hpp>
#include <entente/model/resources.hpp>

namespace entente::inline v0_1 {

namespace {

// "donald-j-trump" → "donald-trump"
std::string without_initials(std::string_view id) {
  const auto words = split(id, '-');
  std::string result;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].size() > 1 || i == 0 || i + 1 == words.size()) {
      result += result.empty() ? "" : "-";
      result += words[i];
    }
  }
  return result;
}

}  // namespace

bool is_unnamed(std::string_view name, ActorKind kind) {
  std::string lower;
  append_lower(lower, name);
  const bool latin = std::any_of(lower.begin(), lower.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return kind != ActorKind::Person && latin && lower == name;
}

Identities::Identities() {
  RowReader persons("lexicon/persons.tsv", resource("lexicon/persons.tsv"));
  while (persons.next()) {
    const auto columns = persons.columns();
    if (columns.size() < 4 || columns[3].empty()) {
      continue;
    }
    const auto names = split(columns[1], '|');
    for (const std::string_view name : names) {
      if (!is_one_word(name) || !is_shared(name, names)) {
        leaders_.push_back({slug(name), slug(is_one_word(name) ? names.front() : name)});
      }
    }
  }
  std::sort(leaders_.begin(), leaders_.end());
  RowReader words("lexicon/name_words.tsv", resource("lexicon/name_words.tsv"));
  while (words.next()) {
    if (words.columns().size() > 1 && words.columns()[0] == "legal_form") {
      for (const auto word : split(words.columns()[1], '|')) {
        legal_forms_.push_back(slug(word));
      }
    }
  }
}

const Identities::Known* Identities::leader(std::string_view id) const {
  const auto at = std::lower_bound(leaders_.begin(), leaders_.end(), id,
                                   [](const Known& known, std::string_view wanted) { return known.id < wanted; });
  return at == leaders_.end() || at->id != id ? nullptr : &*at;
}

std::string Identities::of(std::string_view id, ActorKind kind) const {
  if (kind == ActorKind::Person) {
    const Known* known = leader(id);
    known = known == nullptr ? leader(without_initials(id)) : known;
    return known == nullptr ? std::string(id) : known->person;
  }
  const auto last = kind == ActorKind::Organisation ? id.rfind('-') : std::string_view::npos;
  const bool legal = last != std::string_view::npos && last > 0 &&
                     std::find(legal_forms_.begin(), legal_forms_.end(), id.substr(last + 1)) != legal_forms_.end();
  return std::string(legal ? id.substr(0, last) : id);
}

}  // namespace entente
