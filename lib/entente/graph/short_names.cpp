#include <entente/graph/short_names.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include <entente/base/dates.hpp>
#include <entente/graph/namesakes.hpp>
#include <entente/graph/person_name.hpp>
#include <entente/graph/search_key.hpp>

namespace entente::inline v0_1 {

namespace {

std::optional<long> day_number(const std::string& date) {
  const auto day = calendar_day(date);
  return day ? std::optional(std::chrono::sys_days(*day).time_since_epoch().count()) : std::nullopt;
}

// The prior probability that an article names a given actor of the kind: low for a person, high for a country.
double usual_share(ActorKind kind) {
  switch (kind) {
    case ActorKind::Person:
      return 0.01;
    case ActorKind::Organisation:
    case ActorKind::Group:
      return 0.03;
    case ActorKind::Country:
      return 0.25;
    case ActorKind::Place:
    case ActorKind::Other:
      break;
  }
  return 0.06;
}

double company_score(const PersonSighting& s, const PersonProfile& person) {
  constexpr double Most = 6.0;
  const double articles = static_cast<double>(person.articles.size());
  double sum = 0.0;
  for (const CoOccurrence& company : s.company) {
    if (const auto at = person.company.find(company); at != person.company.end()) {
      const double usual = usual_share(company.kind);
      sum += std::max(0.0, std::log((static_cast<double>(at->second) + usual) / (articles + 1.0) / usual));
    }
  }
  return std::min(Most, sum);
}

double country_score(const PersonSighting& s, const PersonProfile& person) {
  if (s.country.empty() || person.countries.empty()) {
    return 0.0;
  }
  return person.countries.contains(s.country) ? 1.0 : -3.0;
}

double date_score(const PersonSighting& s, const PersonProfile& person) {
  constexpr long Near = 14;
  constexpr long Far = 3L * 365L;
  const std::optional<long> day = day_number(s.date);
  if (!day || person.days.empty()) {
    return 0.0;
  }
  const auto after = std::lower_bound(person.days.begin(), person.days.end(), *day);
  long gap = after == person.days.end() ? Far + 1 : *after - *day;
  gap = after == person.days.begin() ? gap : std::min(gap, *day - *std::prev(after));
  return gap <= Near ? 1.0 : gap > Far ? -1.0 : 0.0;
}

// Decides the sightings of one word, each by itself.
class ShortNameResolver {
 public:
  ShortNameResolver(Sightings sightings, std::span<const PersonProfile> bearers, const KnownPersons& known)
      : sightings_(sightings), bearers_(bearers), known_(known) {
    result_.reasons.resize(sightings_.size());
    word_ = sightings_.empty() ? std::string() : spelling_key(short_word(*sightings_.front()));
    for (const PersonProfile& person : bearers_) {
      all_bearings_ += bearings(person);
      seen_once_ += bearings(person) <= 1.0 ? 1 : 0;
    }
  }

  ShortNames run() {
    if (bearers_.empty()) {
      join_strangers();
    } else {
      join_bearers();
    }
    return std::move(result_);
  }

 private:
  static bool genders_clash(const PersonSighting& s, const PersonProfile& person) {
    return (s.gender == ActorGender::Feminine && person.masculine > person.feminine) ||
           (s.gender == ActorGender::Masculine && person.feminine > person.masculine);
  }

  bool is_known_as(const PersonSighting& s, const PersonProfile& person) const {
    return search_key(known_.by_short_name(s.name)) == search_key(person.name);
  }

  // In how many sightings the person may be meant by the word: not in all where it is an alias, "Paul" of Paul Ryan.
  double bearings(const PersonProfile& person) const {
    const auto at = person.words.find(word_);
    return at == person.words.end() ? 1.0 : static_cast<double>(at->second);
  }

  // The evidence for this person, as log odds.
  double score(const PersonSighting& s, const PersonProfile& person) const {
    double score = std::log(bearings(person));
    score -= person.exact_names.contains(short_word(s)) ? 0.0 : 2.0;  // another spelling
    score += is_known_as(s, person) ? 3.0 : 0.0;
    score -= person.articles.contains(s.article) ? 4.0 : 0.0;  // the article itself holds the two apart
    return score + company_score(s, person) + country_score(s, person) + date_score(s, person);
  }

  std::string reason(const PersonSighting& s, const PersonProfile& person) const {
    const std::size_t articles = person.articles.size();
    std::string reason =
        fmt::format("short name; {} is in {} article{}", person.name, articles, articles > 1 ? "s" : "");
    reason += is_known_as(s, person) ? ", known by this name" : "";
    reason += company_score(s, person) > 0.5 ? ", seen with the same actors" : "";
    return reason;
  }

  // The lead that the best candidate needs: larger for a person in few articles, whose company is hardly known, and for
  // a common surname, which is most often somebody else's.
  double margin(const PersonProfile& person) const {
    constexpr std::size_t Few = 5;
    constexpr double Common = 1.5;
    const double common = 1.5 + Common * std::log(all_bearings_ / bearings(person));
    return person.articles.size() < Few ? std::max(3.0, common) : common;
  }

  // The evidence that the best candidate needs against a person whom no article names in full: more if many bearers
  // were seen once, because the next one is then likely new again (the Good–Turing estimate of unseen kinds).
  double stranger(const PersonProfile& person, std::size_t serious) const {
    constexpr double Usual = 1.2;
    constexpr double Most = 5.0;
    const std::size_t others = seen_once_ - (bearings(person) <= 1.0 ? 1 : 0);
    return Usual + std::log(static_cast<double>(std::max<std::size_t>(serious, 1))) +
           std::min(Most, 25.0 * static_cast<double>(others) / all_bearings_);
  }

  // The best candidate, if it stands out from the next one and from a person whom no article names in full.
  std::optional<std::uint32_t> bearer_of(const PersonSighting& s) const {
    double best = -100.0;
    double second = -100.0;
    std::optional<std::uint32_t> chosen;
    std::size_t serious = 0;
    for (std::uint32_t p = 0; p < bearers_.size(); ++p) {
      if (genders_clash(s, bearers_[p])) {
        continue;
      }
      const double found = score(s, bearers_[p]);
      serious += found > -1.0 ? 1 : 0;
      second = std::max(second, std::min(found, best));
      if (found > best) {
        best = found;
        chosen = p;
      }
    }
    const bool stands_out =
        chosen && best >= stranger(bearers_[*chosen], serious) && best - second >= margin(bearers_[*chosen]);
    return stands_out ? chosen : std::nullopt;
  }

  void join_bearers() {
    std::map<std::uint32_t, std::vector<std::uint32_t>> joined;
    for (std::uint32_t s = 0; s < sightings_.size(); ++s) {
      if (const std::optional<std::uint32_t> bearer = bearer_of(*sightings_[s])) {
        joined[*bearer].push_back(s);
        result_.reasons[s] = reason(*sightings_[s], bearers_[*bearer]);
      } else {
        result_.groups.push_back({{}, sightings_[s]->name, {s}});
      }
    }
    for (auto& [bearer, members] : joined) {
      result_.groups.push_back({bearer, {}, std::move(members)});
    }
  }

  void join_strangers() {
    std::map<std::string, std::vector<std::uint32_t>> by_word;
    for (std::uint32_t s = 0; s < sightings_.size(); ++s) {
      by_word[short_word(*sightings_[s])].push_back(s);
    }
    for (const auto& [word, sightings] : by_word) {
      join_strangers(sightings);
    }
  }

  // "Neymar" in many articles, and never with another name: one person if the articles have company in common.
  void join_strangers(std::vector<std::uint32_t> numbers) {
    std::sort(numbers.begin(), numbers.end(),
              [this](std::uint32_t a, std::uint32_t b) { return sighting_before(*sightings_[a], *sightings_[b]); });
    const std::string known(known_.by_short_name(sightings_[numbers.front()]->name));
    if (!known.empty()) {
      add_stranger(known, "known by this name", std::move(numbers));
      return;
    }
    std::vector<const PersonSighting*> ordered;
    for (const std::uint32_t s : numbers) {
      ordered.push_back(sightings_[s]);
    }
    for (const std::vector<std::uint32_t>& part : group_by_company(ordered)) {
      std::vector<std::uint32_t> members;
      std::transform(part.begin(), part.end(), std::back_inserter(members),
                     [&](std::uint32_t i) { return numbers[i]; });
      const char* const reason = members.size() > 1 ? "one name, seen with the same actors" : "";
      add_stranger(ordered[part.front()]->name, reason, std::move(members));
    }
  }

  void add_stranger(const std::string& name, const char* reason, std::vector<std::uint32_t> members) {
    for (const std::uint32_t s : members) {
      result_.reasons[s] = reason;
    }
    result_.groups.push_back({{}, name, std::move(members)});
  }

  Sightings sightings_;
  std::span<const PersonProfile> bearers_;
  const KnownPersons& known_;
  std::string word_;           // the spelling key of the sightings' words
  double all_bearings_ = 0.0;  // of the word, by any of the bearers
  std::size_t seen_once_ = 0;  // of the bearers
  ShortNames result_;
};

}  // namespace

void PersonProfile::add(const PersonSighting& sighting, const KnownPersons& known) {
  articles.insert(sighting.article);
  for (const CoOccurrence& with : sighting.company) {
    ++company[with];
  }
  exact_names.insert(parse_person_name(sighting.name).surname);
  for (const std::string& alias : sighting.aliases) {
    if (const PersonName word = parse_person_name(alias); word.single()) {
      exact_names.insert(word.surname);
    }
  }
  for (const std::string& word : bearer_words(sighting, known)) {
    ++words[word];
  }
  for (const std::string& word : known.short_names(sighting.name)) {
    exact_names.insert(parse_person_name(word).surname);
  }
  if (!sighting.country.empty()) {
    ++countries[sighting.country];
  }
  feminine += sighting.gender == ActorGender::Feminine ? 1 : 0;
  masculine += sighting.gender == ActorGender::Masculine ? 1 : 0;
  if (const std::optional<long> day = day_number(sighting.date)) {
    days.insert(std::upper_bound(days.begin(), days.end(), *day), *day);
  }
}

std::set<std::string> bearer_words(const PersonSighting& sighting, const KnownPersons& known) {
  const std::vector<std::string> keys = name_keys(sighting.name, sighting.aliases);
  std::set<std::string> words(keys.begin(), keys.end());
  // "Xi", "JFK": these are not surnames of other persons.
  for (const std::string& word : known.short_names(sighting.name)) {
    words.insert(spelling_key(parse_person_name(word).surname));
  }
  return words;
}

std::string short_word(const PersonSighting& sighting) { return parse_person_name(sighting.name).surname; }

ShortNames resolve_short_names(Sightings sightings, std::span<const PersonProfile> bearers, const KnownPersons& known) {
  return ShortNameResolver(sightings, bearers, known).run();
}

}  // namespace entente
