#include <entente/graph/namesakes.hpp>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <entente/base/dates.hpp>
#include <entente/graph/disjoint_sets.hpp>

using namespace entente;

namespace {

using Parts = std::vector<std::vector<std::uint32_t>>;

std::vector<const PersonSighting*> pointers(const std::vector<PersonSighting>& all) {
  std::vector<const PersonSighting*> sightings;
  for (const PersonSighting& sighting : all) {
    sightings.push_back(&sighting);
  }
  return sightings;
}

std::set<std::set<std::uint32_t>> as_sets(const Parts& parts) {
  std::set<std::set<std::uint32_t>> sets;
  for (const auto& part : parts) {
    sets.insert({part.begin(), part.end()});
  }
  return sets;
}

bool share_company(const PersonSighting& a, const PersonSighting& b) {
  return std::any_of(a.company.begin(), a.company.end(), [&](const CoOccurrence& c) {
    return c.kind != ActorKind::Country && std::find(b.company.begin(), b.company.end(), c) != b.company.end();
  });
}

long day(const PersonSighting& sighting) {
  return std::chrono::sys_days(*calendar_day(sighting.date)).time_since_epoch().count();
}

bool far(const PersonSighting& a, const PersonSighting& b) {
  return !a.date.empty() && !b.date.empty() && std::abs(day(a) - day(b)) > 60 * 365;
}

bool contradict(const PersonSighting& a, const PersonSighting& b) {
  return far(a, b) || (!a.country.empty() && !b.country.empty() && a.country != b.country && !a.description.empty() &&
                       !b.description.empty() && a.description != b.description && !share_company(a, b));
}

bool alike(const PersonSighting& a, const PersonSighting& b) {
  return share_company(a, b) || (!a.country.empty() && a.country == b.country) ||
         (!a.description.empty() && a.description == b.description);
}

// What the header says, by a look at each pair.
Parts divided_by_pairs(const std::vector<PersonSighting>& all) {
  DisjointSets sets(all.size());
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    for (std::uint32_t k = 0; k < i; ++k) {
      if (alike(all[i], all[k]) && !contradict(all[i], all[k])) {
        sets.unite(i, k);
      }
    }
  }
  Parts sorted = sets.sets();
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  Parts parts;
  for (const auto& set : sorted) {
    const auto home = std::find_if(parts.begin(), parts.end(), [&](const auto& part) {
      return std::none_of(set.begin(), set.end(), [&](std::uint32_t a) {
        return std::any_of(part.begin(), part.end(), [&](std::uint32_t b) { return contradict(all[a], all[b]); });
      });
    });
    if (home == parts.end()) {
      parts.push_back(set);
    } else {
      home->insert(home->end(), set.begin(), set.end());
    }
  }
  return parts;
}

std::vector<PersonSighting> random_sightings(std::mt19937& random) {
  const std::vector<std::string> countries = {"", "", "kenya", "wales", "norway"};
  const std::vector<std::string> descriptions = {"", "", "minister", "captain", "painter"};
  const std::vector<std::string> dates = {"", "1850-01-01", "1905-01-01", "1950-05-05", "2000-01-01", "2024-03-02"};
  std::vector<PersonSighting> all;
  for (std::size_t i = 0; i < 2 + random() % 12; ++i) {
    PersonSighting& sighting = all.emplace_back();
    sighting.country = countries[random() % countries.size()];
    sighting.description = descriptions[random() % descriptions.size()];
    sighting.date = random() % 2 == 0 ? "" : dates[random() % dates.size()];
    for (std::size_t k = 0; k < random() % 3; ++k) {
      sighting.company.push_back({random() % 12, random() % 4 == 0 ? ActorKind::Country : ActorKind::Group});
    }
    std::sort(sighting.company.begin(), sighting.company.end());
  }
  return all;
}

}  // namespace

TEST_CASE("namesakes are divided as a look at each pair would divide them") {
  std::mt19937 random(4);
  for (int round = 0; round < 3000; ++round) {
    const std::vector<PersonSighting> all = random_sightings(random);
    REQUIRE(as_sets(divide_namesakes(pointers(all))) == as_sets(divided_by_pairs(all)));
  }
}

TEST_CASE("sightings of one word belong together by their company within a lifetime") {
  std::mt19937 random(5);
  for (int round = 0; round < 1000; ++round) {
    const std::vector<PersonSighting> all = random_sightings(random);
    DisjointSets sets(all.size());
    for (std::uint32_t i = 0; i < all.size(); ++i) {
      for (std::uint32_t k = 0; k < i; ++k) {
        if (share_company(all[i], all[k]) && !far(all[i], all[k])) {
          sets.unite(i, k);
        }
      }
    }
    REQUIRE(as_sets(group_by_company(pointers(all))) == as_sets(sets.sets()));
  }
}

TEST_CASE("a name that a corpus is full of takes time by its sightings, not by their pairs") {
  std::vector<PersonSighting> all(40'000);
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].country = i % 3 == 0 ? "kenya" : "wales";
    all[i].description = i % 2 == 0 ? "minister" : "captain";
    all[i].company = {{i / 2, ActorKind::Group}};
  }
  const auto start = std::chrono::steady_clock::now();
  CHECK(divide_namesakes(pointers(all)).size() == 1);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(20));  // by pairs it took minutes
}
