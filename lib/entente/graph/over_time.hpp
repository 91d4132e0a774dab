// Facts over time: what a pair's relations add up to, and what changed between two periods. A relation counts by its
// reports (see reports.hpp), so that the copies of one sentence count once.
//
//   for (const TallyRow& row : tally(network, norway, russia)) { … row.type, row.statuses … }
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <entente/export.hpp>
#include <entente/graph/filter.hpp>
#include <entente/graph/network.hpp>

namespace entente::inline v0_1 {

// What one actor does to another in one way, all statuses beside each other.
struct TallyRow {
  Vertex source = 0;
  Vertex target = 0;
  std::string type;
  std::map<Status, std::size_t> statuses;      // reports
  std::map<std::string, std::size_t> months;   // "2024-03": reports, by the day that is told, else the article's
  std::map<std::string, std::size_t> sources;  // outlets, else hosts and files: reports
  std::size_t reports = 0;
  std::size_t articles = 0;
  std::string first;  // day; empty where none is known
  std::string last;
  bool contradicted = false;  // told as a fact here and denied there
};

// The relations between two actors, either way; those with the most reports first.
ENTENTE_EXPORT std::vector<TallyRow> tally(const Network& network, Vertex a, Vertex b,
                                           const RelationMatcher& matcher = {});

// Days from the first to the last, "2024-01-01"; an empty one does not limit.
struct Period {
  std::string first;
  std::string last;
};

// "2024-01-01..2024-03-31", "2024-01..2024-03", "2024-02", "2024". Throws Error (Usage) for anything else.
ENTENTE_EXPORT Period period_of(const std::string& text);

// How a relation stands in two periods.
struct Change {
  // What became of it.
  enum class Kind { New, Gone, More, Less };
  Kind kind = Kind::New;
  Edge edge;
  std::size_t before = 0;  // reports
  std::size_t after = 0;
};

// Relations that are told in one period only, and those told at least twice as often in one: of all actors, or of one.
// New ones first, then those that are gone, more and less; each by the number of reports.
ENTENTE_EXPORT std::vector<Change> changes(const Network& network, const Period& before, const Period& after,
                                           std::optional<Vertex> actor = {}, const RelationMatcher& matcher = {});

}  // namespace entente
