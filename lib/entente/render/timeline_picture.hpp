// A timeline as a picture: a row for each pair of actors, a dot for each day with a report.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <entente/export.hpp>
#include <entente/graph/query.hpp>
#include <entente/relations/relation_types.hpp>

namespace entente::inline v0_1 {

// How a timeline is drawn.
struct TimelineOptions {
  std::size_t rows = 20;  // at most that many, those with the most dots; 0 for all
  std::string heading{};  // above the picture; may be empty
};

// Returns an SVG of the entries that `timeline` returned. The color of a dot is that of the relation's family; the dot
// is hollow if the relation is planned, possible, requested or negated, and its title gives day, relation and sentence.
// Colors follow the reader's color scheme. The same entries give the same bytes; a picture without entries says so.
ENTENTE_EXPORT std::string render_timeline(const Network& network, const RelationTypes& types,
                                           const std::vector<TimelineEntry>& entries,
                                           const TimelineOptions& options = {});

}  // namespace entente
