// Relations over time: tallies of a pair's relations, and changes between two periods. Counts are of reports (see
// reports.hpp), so that copies of one sentence count once.
//
//   for (const TallyRow& row : tally(network, norway, russia)) { … row.type, row.statuses … }
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <entente/base/dates.hpp>
#include <entente/export.hpp>
#include <entente/graph/filter.hpp>
#include <entente/graph/network.hpp>

namespace entente::inline v0_1 {

// The relations of one type from one actor to another, tallied by status.
struct TallyRow {
  Vertex source = 0;
  Vertex target = 0;
  std::string type;
  std::map<Status, std::size_t> statuses;      // reports
  std::map<std::string, std::size_t> months;   // reports by month ("2024-03") of the first day (EvidenceDays)
  std::map<std::string, std::size_t> sources;  // reports by outlet; without one, by host or file name
  std::size_t reports = 0;
  std::size_t articles = 0;
  Date first;                 // the earliest day of a report; empty if none is known
  Date last;                  // the latest
  bool contradicted = false;  // asserted in one report and negated in another
};

// The relations between two actors in both directions; those with the most reports first.
ENTENTE_EXPORT std::vector<TallyRow> tally(const Network& network, Vertex a, Vertex b,
                                           const RelationMatcher& matcher = {});

// From a first to a last day, both inclusive; "" is no limit.
struct Period {
  Date first;
  Date last;
};

// "2024-01-01..2024-03-31", "2024-01..2024-03", "2024-02", "2024". Throws Error (Usage) for anything else.
ENTENTE_EXPORT Period period_of(const std::string& text);

// A relation whose number of reports differs between two periods.
struct Change {
  // The change.
  enum class Kind { New, Gone, More, Less };
  Kind kind = Kind::New;
  Edge edge;
  std::size_t before = 0;  // reports in the first period
  std::size_t after = 0;   // reports in the second period
};

// The relations that are reported in one period only, or at least twice as often in one as in the other: of all actors,
// or of one. New ones first, then gone, more and less frequent ones; each group by the number of reports.
ENTENTE_EXPORT std::vector<Change> changes(const Network& network, const Period& before, const Period& after,
                                           std::optional<Vertex> actor = {}, const RelationMatcher& matcher = {});

}  // namespace entente
