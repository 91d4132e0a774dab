#include <entente/graph/full_names.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include <entente/graph/disjoint_sets.hpp>
#include <entente/graph/namesakes.hpp>

namespace entente::inline v0_1 {

namespace {

// Sightings of one full name.
struct Form {
  PersonName name;
  std::string key;
  unsigned precision = 0;
  int feminine = 0;  // sightings of women minus those of men
  std::vector<std::uint32_t> sightings{};
};

std::string form_key(const PersonName& name) {
  std::string key = name.surname + "," + name.suffix;
  for (const PersonName::Word& word : name.given) {
    key += (word.initials ? " ." : " ") + word.text;
  }
  return key;
}

class FormJoiner {
 public:
  FormJoiner(Sightings sightings, const KnownPersons& known) : sightings_(sightings), known_(known) {
    find_forms();
    find_related();
    index_given_names();
  }

  std::vector<std::vector<std::uint32_t>> run() {
    DisjointSets joined(forms_.size());
    for (std::uint32_t form = 0; form < forms_.size(); ++form) {
      join(form, joined);
    }
    std::vector<std::vector<std::uint32_t>> persons;
    for (const std::vector<std::uint32_t>& set : joined.sets()) {
      divide(set, persons);
    }
    return persons;
  }

 private:
  // Ordered by precision, the least precise first, then by key.
  void find_forms() {
    std::map<std::pair<unsigned, std::string>, Form> by_key;
    for (std::uint32_t s = 0; s < sightings_.size(); ++s) {
      PersonName name = compared_name(*sightings_[s], known_);
      const unsigned precise = precision(name);
      std::string key = form_key(name);
      const auto at = by_key.try_emplace({precise, key}, Form{std::move(name), key, precise}).first;
      const ActorGender gender = sightings_[s]->gender;
      at->second.feminine += gender == ActorGender::Feminine ? 1 : gender == ActorGender::Masculine ? -1 : 0;
      at->second.sightings.push_back(s);
    }
    for (auto& [key, form] : by_key) {
      forms_.push_back(std::move(form));
    }
  }

  // If an article relates two names to each other, they are two persons.
  void find_related() {
    using Place = std::pair<std::string_view, std::string_view>;  // article and id
    std::map<Place, std::uint32_t> form_of;
    for (std::uint32_t form = 0; form < forms_.size(); ++form) {
      for (const std::uint32_t s : forms_[form].sightings) {
        form_of.emplace(Place(sightings_[s]->article, sightings_[s]->id), form);
      }
    }
    for (std::uint32_t form = 0; form < forms_.size(); ++form) {
      for (const std::uint32_t s : forms_[form].sightings) {
        for (const std::string& other : sightings_[s]->related) {
          if (const auto at = form_of.find({sightings_[s]->article, other}); at != form_of.end()) {
            related_.emplace(std::minmax(form, at->second));
          }
        }
      }
    }
  }

  void index_given_names() {
    for (std::uint32_t form = 0; form < forms_.size(); ++form) {
      const FirstGivenName given = first_given_name(forms_[form].name);
      for (const std::string& key : given.keys) {
        by_given_name_[key].push_back(form);
      }
      (given.keys.empty() ? initials_ : words_)[given.letter].push_back(form);
    }
  }

  // The forms whose first given name may be the same, in the order of forms.
  std::set<std::uint32_t> near(std::uint32_t form) const {
    const FirstGivenName given = first_given_name(forms_[form].name);
    std::set<std::uint32_t> near;
    const auto add = [&](const auto& index, const auto& key) {
      if (const auto at = index.find(key); at != index.end()) {
        near.insert(at->second.begin(), at->second.end());
      }
    };
    for (const std::string& key : given.keys) {
      add(by_given_name_, key);
    }
    add(initials_, given.letter);
    if (given.keys.empty()) {
      add(words_, given.letter);
    }
    return near;
  }

  bool may_join(std::uint32_t a, std::uint32_t b) const {
    const Form& x = forms_[a];
    const Form& y = forms_[b];
    const bool clash = (x.feminine > 0 && y.feminine < 0) || (x.feminine < 0 && y.feminine > 0);
    return !clash && may_be_same(x.name, y.name) && !related_.contains(std::minmax(a, b));
  }

  // The forms that are at least as precise and may be the same, in the order of forms.
  std::vector<std::uint32_t> candidates_of(std::uint32_t form) const {
    const std::set<std::uint32_t> near = this->near(form);
    std::vector<std::uint32_t> candidates;
    std::copy_if(near.begin(), near.end(), std::back_inserter(candidates), [&](std::uint32_t other) {
      return other != form && forms_[other].precision >= forms_[form].precision && may_join(form, other);
    });
    return candidates;
  }

  void join(std::uint32_t form, DisjointSets& joined) const {
    constexpr std::size_t FarOut = 5;
    const std::vector<std::uint32_t> candidates = candidates_of(form);
    std::vector<std::size_t> against(candidates.size());  // sightings of candidates that contradict it
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      for (std::size_t k = i + 1; k < candidates.size(); ++k) {
        if (!may_join(candidates[i], candidates[k])) {
          against[i] += forms_[candidates[k]].sightings.size();
          against[k] += forms_[candidates[i]].sightings.size();
        }
      }
    }
    if (std::all_of(against.begin(), against.end(), [](std::size_t count) { return count == 0; })) {
      for (const std::uint32_t other : candidates) {
        joined.unite(form, other);
      }
      return;
    }
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      if (forms_[candidates[i]].sightings.size() >= FarOut * against[i]) {
        joined.unite(form, candidates[i]);
        return;
      }
    }
  }

  void divide(const std::vector<std::uint32_t>& forms, std::vector<std::vector<std::uint32_t>>& persons) const {
    std::vector<std::uint32_t> numbers;
    for (const std::uint32_t form : forms) {
      numbers.insert(numbers.end(), forms_[form].sightings.begin(), forms_[form].sightings.end());
    }
    std::sort(numbers.begin(), numbers.end(),
              [this](std::uint32_t a, std::uint32_t b) { return sighting_before(*sightings_[a], *sightings_[b]); });
    if (known_.is_full_name(sightings_[numbers.front()]->name)) {
      persons.push_back(std::move(numbers));
      return;
    }
    std::vector<const PersonSighting*> ordered;
    for (const std::uint32_t s : numbers) {
      ordered.push_back(sightings_[s]);
    }
    for (const std::vector<std::uint32_t>& part : divide_namesakes(ordered)) {
      std::vector<std::uint32_t>& person = persons.emplace_back();
      std::transform(part.begin(), part.end(), std::back_inserter(person), [&](std::uint32_t i) { return numbers[i]; });
    }
  }

  Sightings sightings_;
  const KnownPersons& known_;
  std::vector<Form> forms_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> related_;  // forms, the smaller number first
  std::map<std::string, std::vector<std::uint32_t>> by_given_name_;
  std::map<char, std::vector<std::uint32_t>> words_;     // by the first letter
  std::map<char, std::vector<std::uint32_t>> initials_;  // likewise
};

}  // namespace

PersonName compared_name(const PersonSighting& sighting, const KnownPersons& known) {
  return parse_person_name(known.full_name(sighting.name));
}

std::vector<std::vector<std::uint32_t>> group_full_names(Sightings sightings, const KnownPersons& known) {
  return FormJoiner(sightings, known).run();
}

std::string fullest_name(Sightings sightings, const KnownPersons& known) {
  std::string fullest;
  unsigned most = 0;
  for (const PersonSighting* const sighting : sightings) {
    const std::string name(known.full_name(sighting->name));
    const unsigned precise = precision(parse_person_name(name));
    if (fullest.empty() || precise > most || (precise == most && name < fullest)) {
      fullest = name;
      most = precise;
    }
  }
  return fullest;
}

}  // namespace entente
