// The options that narrow which relations a verb looks at.
#pragma once

#include <string>
#include <vector>

#include <entente/graph/filter.hpp>

namespace CLI {
class App;
}

namespace entente::cli {

struct FilterOptions {
  std::vector<std::string> types;
  std::vector<std::string> families;
  std::vector<std::string> statuses;
  std::string speaker;  // a name, as the user typed it
  std::string since;
  std::string until;
  std::string article;
  float min_confidence = 0.0F;
  std::string source;
  std::size_t min_articles = 0;
  std::size_t min_evidence = 0;
};

void add_filter_options(CLI::App& verb, FilterOptions& options);

// Whether the surroundings of an actor are enough to answer: the speaker and the article may be elsewhere in the graph.
bool asks_of_near(const FilterOptions& options);

// Throws Error where the speaker is nobody, or could be several, or a type is none.
RelationFilter filter_of(const FilterOptions& options, const Network& network, const RelationTypes& types);

}  // namespace entente::cli
