#include <entente/graph/person_identity.hpp>

#include <cstdint>
#include <map>
#include <set>
#include <utility>

#include <entente/actors/surface.hpp>
#include <entente/graph/full_names.hpp>
#include <entente/graph/known_persons.hpp>
#include <entente/graph/person_ids.hpp>
#include <entente/graph/person_name.hpp>
#include <entente/graph/short_names.hpp>

namespace entente::inline v0_1 {

namespace {

using Numbers = std::vector<std::uint32_t>;

class PersonIdentifier {
 public:
  explicit PersonIdentifier(std::span<const PersonSighting> sightings) : all_(sightings), result_(sightings.size()) {}

  std::vector<PersonIdentity> run() {
    for (const auto& [surname, numbers] : sort_by_words()) {
      for (const Numbers& group : group_full_names(chosen(numbers), known_)) {
        add_full_name(translated(group, numbers));
      }
    }
    for (const auto& [word, numbers] : short_) {
      resolve(word, numbers);
    }
    name_persons();
    return std::move(result_);
  }

 private:
  struct Person {
    std::string name;
    Numbers sightings;
  };

  // Sightings of full names by the spelling keys of their surnames; those of one word are put into short_.
  std::map<std::string, Numbers> sort_by_words() {
    std::map<std::string, Numbers> full;
    for (std::uint32_t s = 0; s < all_.size(); ++s) {
      const PersonName name = compared_name(all_[s], known_);
      (name.single() ? short_[spelling_key(short_word(all_[s]))] : full[spelling_key(name.surname)]).push_back(s);
    }
    return full;
  }

  std::vector<const PersonSighting*> chosen(const Numbers& numbers) const {
    std::vector<const PersonSighting*> sightings;
    sightings.reserve(numbers.size());
    for (const std::uint32_t s : numbers) {
      sightings.push_back(&all_[s]);
    }
    return sightings;
  }

  static Numbers translated(const Numbers& places, const Numbers& numbers) {
    Numbers result;
    result.reserve(places.size());
    for (const std::uint32_t place : places) {
      result.push_back(numbers[place]);
    }
    return result;
  }

  PersonProfile profile(const Person& person) const {
    PersonProfile profile{.name = person.name};
    for (const std::uint32_t s : person.sightings) {
      profile.add(all_[s], known_);
    }
    return profile;
  }

  void add_full_name(Numbers sightings) {
    std::set<std::string> words;
    for (const std::uint32_t s : sightings) {
      words.merge(bearer_words(all_[s], known_));
    }
    for (const std::string& word : words) {
      bearers_[word].push_back(static_cast<std::uint32_t>(persons_.size()));
    }
    std::string name = fullest_name(chosen(sightings), known_);
    for (const std::uint32_t s : sightings) {
      result_[s].reason = form_reason(all_[s].name, name);
    }
    persons_.push_back({std::move(name), std::move(sightings)});
  }

  void resolve(const std::string& word, const Numbers& numbers) {
    Numbers bearers;
    if (const auto at = bearers_.find(word); at != bearers_.end()) {
      bearers = at->second;
    }
    std::vector<PersonProfile> profiles;
    for (const std::uint32_t person : bearers) {
      profiles.push_back(profile(persons_[person]));
    }
    ShortNames names = resolve_short_names(chosen(numbers), profiles, known_);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      result_[numbers[i]].reason = std::move(names.reasons[i]);
    }
    for (const ShortNames::Group& group : names.groups) {
      Numbers members = translated(group.sightings, numbers);
      if (group.bearer) {
        joined_.emplace_back(bearers[*group.bearer], std::move(members));
      } else {
        persons_.push_back({group.name, std::move(members)});
      }
    }
  }

  void name_persons() {
    std::map<std::string, Numbers> by_slug;
    for (std::uint32_t p = 0; p < persons_.size(); ++p) {
      by_slug[slug(persons_[p].name)].push_back(p);
    }
    std::vector<std::string> ids(persons_.size());
    for (const auto& [slug, persons] : by_slug) {
      std::vector<PersonRank> ranks;
      for (const std::uint32_t p : persons) {
        ranks.push_back(rank_of(chosen(persons_[p].sightings)));
      }
      const std::vector<std::string> of_slug = person_ids(slug, ranks);
      for (std::size_t i = 0; i < persons.size(); ++i) {
        ids[persons[i]] = of_slug[i];
      }
    }
    for (std::uint32_t p = 0; p < persons_.size(); ++p) {
      give_id(persons_[p].sightings, ids[p]);
    }
    for (const auto& [person, sightings] : joined_) {
      give_id(sightings, ids[person]);
    }
  }

  void give_id(const Numbers& sightings, const std::string& id) {
    for (const std::uint32_t s : sightings) {
      result_[s].id = id;
    }
  }

  std::span<const PersonSighting> all_;
  std::vector<PersonIdentity> result_;
  KnownPersons known_;
  std::map<std::string, Numbers> short_;  // sightings with a name of one word, by its spelling key
  std::vector<Person> persons_;
  std::vector<std::pair<std::uint32_t, Numbers>> joined_;  // persons, and the sightings of short names that mean them
  std::map<std::string, Numbers> bearers_;                 // persons by the words that may refer to them
};

}  // namespace

std::vector<PersonIdentity> identify_persons(std::span<const PersonSighting> sightings) {
  return PersonIdentifier(sightings).run();
}

}  // namespace entente
