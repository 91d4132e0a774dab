// What happened when, as a picture: a row for each pair of actors, a dot for each day of which something is told.
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
  std::size_t rows = 20;  // at most so many, those with the most dots; 0 for all
  std::string heading{};  // above the picture; may be empty
};

// An SVG of the entries that `timeline` gave. Dots are colored by the family of the relation, hollow where it is
// planned, possible, asked for or denied; each names its day, relation and sentence (title). Colors follow the
// reader's screen. The same entries give the same bytes; without entries the picture says so.
ENTENTE_EXPORT std::string render_timeline(const Network& network, const RelationTypes& types,
                                           const std::vector<TimelineEntry>& entries,
                                           const TimelineOptions& options = {});

}  // namespace entente
