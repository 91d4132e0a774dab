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

// --type, --family, --status alone.
void add_kind_options(CLI::App& verb, FilterOptions& options);

// --group, for pictures.
void add_group_option(CLI::App& verb, std::string& group);

std::vector<RelationFamily> families_of(const std::vector<std::string>& names);
std::vector<Status> statuses_of(const std::vector<std::string>& names);

// Throws Error where the speaker is nobody, or could be several.
RelationFilter filter_of(const FilterOptions& options, const Network& network);

}  // namespace entente::cli
