#include <entente/graph/namesakes.hpp>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include <entente/base/dates.hpp>
#include <entente/graph/disjoint_sets.hpp>
#include <entente/graph/search_key.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr long Lifetime = 60L * 365L;  // days between articles that cannot be about one person

// Days since 1970, or nothing if the article has no date.
std::vector<std::optional<long>> days_of(Sightings sightings) {
  std::vector<std::optional<long>> days;
  for (const PersonSighting* const sighting : sightings) {
    const auto day = calendar_day(sighting->date);
    days.push_back(day ? std::optional(std::chrono::sys_days(*day).time_since_epoch().count()) : std::nullopt);
  }
  return days;
}

// Unites sightings that have something in common and are not a lifetime apart. Undated sightings are near all others.
class Uniting {
 public:
  explicit Uniting(Sightings sightings) : days_(days_of(sightings)), sets_(sightings.size()) {}

  void unite(std::vector<std::uint32_t>& having) {
    std::sort(having.begin(), having.end(), [this](std::uint32_t a, std::uint32_t b) {
      return std::pair(days_[a], a) < std::pair(days_[b], b);  // those without a date come first
    });
    const bool undated = !having.empty() && !days_[having.front()];
    for (std::size_t i = 1; i < having.size(); ++i) {
      if (undated || *days_[having[i]] - *days_[having[i - 1]] <= Lifetime) {
        sets_.unite(having[i - 1], having[i]);
      }
    }
  }

  // `key_of` returns what a sighting has, or nothing.
  template <typename Key>
  void unite_by(Sightings sightings, Key key_of) {
    std::map<std::string, std::vector<std::uint32_t>> having;
    for (std::uint32_t i = 0; i < sightings.size(); ++i) {
      if (std::string key = key_of(*sightings[i]); !key.empty()) {
        having[std::move(key)].push_back(i);
      }
    }
    for (auto& [key, members] : having) {
      unite(members);
    }
  }

  void unite_by_company(Sightings sightings) {
    std::map<CoOccurrence, std::vector<std::uint32_t>> having;
    for (std::uint32_t i = 0; i < sightings.size(); ++i) {
      for (const CoOccurrence& company : sightings[i]->company) {
        if (company.kind != ActorKind::Country) {
          having[company].push_back(i);
        }
      }
    }
    for (auto& [company, members] : having) {
      unite(members);
    }
  }

  std::optional<long> day(std::uint32_t sighting) const { return days_[sighting]; }
  std::vector<std::vector<std::uint32_t>> sets() { return sets_.sets(); }

 private:
  std::vector<std::optional<long>> days_;
  DisjointSets sets_;
};

// Evidence by which groups of sightings contradict each other. Two groups never share company, country or description
// unless they are a lifetime apart, so two groups that both have a country and a description contradict each other.
struct Claims {
  bool described = false;  // with a country
  std::optional<long> first{};
  std::optional<long> last{};

  bool contradicts(const Claims& other) const {
    const auto far = [](const Claims& a, const Claims& b) {
      return a.last && b.first && *a.last - *b.first > Lifetime;
    };
    return (described && other.described) || far(*this, other) || far(other, *this);
  }

  void add(const Claims& other) {
    described = described || other.described;
    first = !first || (other.first && *other.first < *first) ? other.first : first;
    last = std::max(last, other.last);
  }
};

Claims claims_of(Sightings sightings, const Uniting& uniting, const std::vector<std::uint32_t>& part) {
  Claims claims;
  for (const std::uint32_t s : part) {
    const bool described = !sightings[s]->country.empty() && !sightings[s]->description.empty();
    claims.add({described, uniting.day(s), uniting.day(s)});
  }
  return claims;
}

}  // namespace

std::vector<std::vector<std::uint32_t>> divide_namesakes(Sightings sightings) {
  Uniting uniting(sightings);
  uniting.unite_by_company(sightings);
  uniting.unite_by(sightings, [](const PersonSighting& s) { return s.country; });
  uniting.unite_by(sightings, [](const PersonSighting& s) { return search_key(s.description); });
  std::vector<std::vector<std::uint32_t>> sets = uniting.sets();
  std::stable_sort(sets.begin(), sets.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  std::vector<std::vector<std::uint32_t>> parts;
  std::vector<Claims> claims;
  for (std::vector<std::uint32_t>& set : sets) {
    const Claims own = claims_of(sightings, uniting, set);
    const auto home =
        std::find_if(claims.begin(), claims.end(), [&](const Claims& other) { return !own.contradicts(other); });
    if (home == claims.end()) {
      claims.push_back(own);
      parts.push_back(std::move(set));
    } else {
      home->add(own);
      std::vector<std::uint32_t>& part = parts[static_cast<std::size_t>(home - claims.begin())];
      part.insert(part.end(), set.begin(), set.end());
    }
  }
  return parts;
}

std::vector<std::vector<std::uint32_t>> group_by_company(Sightings sightings) {
  Uniting uniting(sightings);
  uniting.unite_by_company(sightings);
  return uniting.sets();
}

}  // namespace entente
