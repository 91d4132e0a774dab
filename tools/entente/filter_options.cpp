#include "filter_options.hpp"

#include <algorithm>

#include <CLI/CLI.hpp>

#include <entente/graph/find_actor.hpp>

namespace entente::cli {

namespace {

template <typename Value, typename Name>
std::vector<std::string> names_up_to(Value last, Name name) {
  std::vector<std::string> names;
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    names.emplace_back(name(static_cast<Value>(i)));
  }
  return names;
}

const std::vector<std::string>& family_names() {
  static const auto names = names_up_to(RelationFamily::Other, family_name);
  return names;
}

const std::vector<std::string>& status_names() {
  static const auto names = names_up_to(LastStatus, status_name);
  return names;
}

template <typename Value>
std::vector<Value> values_of(const std::vector<std::string>& chosen, const std::vector<std::string>& names) {
  std::vector<Value> values;
  values.reserve(chosen.size());
  for (const std::string& name : chosen) {
    values.push_back(static_cast<Value>(std::find(names.begin(), names.end(), name) - names.begin()));
  }
  return values;
}

}  // namespace

std::vector<RelationFamily> families_of(const std::vector<std::string>& names) {
  return values_of<RelationFamily>(names, family_names());
}

std::vector<Status> statuses_of(const std::vector<std::string>& names) {
  return values_of<Status>(names, status_names());
}

void add_kind_options(CLI::App& verb, FilterOptions& options) {
  verb.add_option("--type", options.types, "Only relations of these types (visits,meets); see entente types")
      ->delimiter(',')
      ->allow_extra_args(false);
  verb.add_option("--family", options.families, "Only relations of these families")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember(family_names()));
  verb.add_option("--status", options.statuses, "Only relations of these statuses")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember(status_names()));
}

void add_group_option(CLI::App& verb, std::string& group) {
  verb.add_option("--group", group, "country: the actors of one country stand in one frame (engine dot); none")
      ->check(CLI::IsMember({"none", "country"}));
}

void add_filter_options(CLI::App& verb, FilterOptions& options) {
  add_kind_options(verb, options);
  verb.add_option("--speaker", options.speaker, "Only what the text attributes to this actor");
  verb.add_option("--since", options.since, "Only of this day or later, as 2023-03-18");
  verb.add_option("--until", options.until, "Only of this day or earlier");
  verb.add_option("--article", options.article, "Only from the article of this id");
  verb.add_option("--min-confidence", options.min_confidence, "Only relations at least so certain, 0 to 1")
      ->check(CLI::Range(0.0, 1.0));
}

RelationFilter filter_of(const FilterOptions& options, const Network& network) {
  RelationFilter filter;
  filter.types = options.types;
  filter.families = families_of(options.families);
  filter.statuses = statuses_of(options.statuses);
  filter.min_confidence = options.min_confidence;
  filter.speaker = options.speaker.empty() ? std::string() : network[find_actor(network, options.speaker)].id;
  filter.article = options.article;
  filter.since = options.since;
  filter.until = options.until;
  return filter;
}

}  // namespace entente::cli
