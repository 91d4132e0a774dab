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
};

void add_filter_options(CLI::App& verb, FilterOptions& options);

// Throws Error where the speaker is nobody, or could be several, or a type is none.
RelationFilter filter_of(const FilterOptions& options, const Network& network, const RelationTypes& types);

}  // namespace entente::cli
