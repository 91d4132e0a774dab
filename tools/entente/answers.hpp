// The answers to queries as tables.
#pragma once

#include <string>
#include <vector>

#include <entente/graph/query.hpp>
#include <entente/graph/rank.hpp>

#include "table.hpp"

namespace entente::cli {

// What every answer needs.
struct Question {
  const Network& network;
  const RelationTypes& types;
  const RelationMatcher& matcher;
};

Table actors_table(const Question& ask);
Table relations_table(const Question& ask, const std::vector<Edge>& edges, std::string none);
Table neighbors_table(const Question& ask, Vertex actor, const NeighborOptions& options);
Table common_table(const Question& ask, Vertex a, Vertex b);
Table members_table(const Question& ask, const std::vector<std::vector<Vertex>>& sets);
Table rank_table(const Question& ask, RankBy by);
Table timeline_table(const Question& ask, std::optional<Vertex> actor);
Table evidence_table(const Question& ask, const std::vector<Edge>& edges, std::string none);

// Each step with its sentence; where there is no path, how far it was looked for.
std::string paths_text(const Question& ask, const Paths& paths, Vertex from, Vertex to, const PathOptions& options);
std::string paths_json(const Question& ask, const Paths& paths, const PathOptions& options);

}  // namespace entente::cli
