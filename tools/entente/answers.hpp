// The answers to queries as tables.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <entente/graph/query.hpp>
#include <entente/graph/rank.hpp>

#include "actor_filter.hpp"
#include "table.hpp"

namespace entente::cli {

// What every answer needs.
struct Question {
  const Network& network;
  const RelationTypes& types;
  const RelationMatcher& matcher;
  // The actors that the user named, where the question is about any.
  std::optional<Vertex> first{};
  std::optional<Vertex> second{};
};

Table actors_table(const Question& ask, const ActorFilter& filter);
Table relations_table(const Question& ask, const std::vector<Edge>& edges, std::string none);
Table neighbors_table(const Question& ask, Vertex actor, const NeighborOptions& options);
Table common_table(const Question& ask, Vertex a, Vertex b);
Table members_table(const Question& ask, const std::vector<std::vector<Vertex>>& sets);
Table rank_table(const Question& ask, RankBy by);
// Of the first actor alone, where there is one.
Table timeline_table(const Question& ask, std::string none);
Table evidence_table(const Question& ask, const std::vector<Edge>& edges, std::string none);

// A row for each step of each path.
Table paths_table(const Question& ask, const Paths& paths);
// Each step with its sentence, cut to the terminal; where there is no path, how far it was looked for.
std::string paths_text(const Question& ask, const Paths& paths, const PathOptions& options, const Terminal& terminal);
std::string paths_json(const Question& ask, const Paths& paths, const PathOptions& options);

}  // namespace entente::cli
