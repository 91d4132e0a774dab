#include "filter_options.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <entente/base/error.hpp>
#include <entente/base/spelling.hpp>

#include "graph_input.hpp"
#include "usage.hpp"

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

// A type as the vocabulary or the network spells it: "criticises" is "criticizes". Others stay, to be complained of.
std::string known_type(const std::string& typed, const RelationTypes& types) {
  const auto is_type = [&](const std::string& name) { return types.find(name).has_value(); };
  const std::string american = american_spelling(typed);
  if (!is_type(typed) && is_type(american)) {
    return american;
  }
  for (int i = 0; i <= static_cast<int>(ActorKind::Other); ++i) {
    if (const auto kind = actor_kind_name(static_cast<ActorKind>(i)); !is_type(typed) && typed == kind) {
      throw Error(ErrorCode::Usage, "--type",
                  fmt::format("\"{0}\" is a kind of actor, not a type of relation; use --kind {0}", typed));
    }
  }
  return typed;
}

}  // namespace

void add_filter_options(CLI::App& verb, FilterOptions& options) {
  verb.add_option("--type", options.types, "Only relations of these types (visits,meets); see entente types")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("TYPE");
  add_choices(verb, "--family", options.families, family_names(), "Only relations of these families");
  add_choices(verb, "--status", options.statuses, status_names(), "Only relations of these statuses");
  verb.add_option("--speaker", options.speaker, "Only what the text attributes to this actor")->type_name("ACTOR");
  verb.add_option("--since", options.since, "Only of this day or later, as 2023-03-18")->type_name("DATE");
  verb.add_option("--until", options.until, "Only of this day or earlier")->type_name("DATE");
  verb.add_option("--article", options.article, "Only from the article of this id")->type_name("ID");
  verb.add_option("--min-confidence", options.min_confidence, "Only relations at least so certain, 0 to 1")
      ->check(CLI::Range(0.0, 1.0).description(""))
      ->type_name("X");
  verb.add_option("--source", options.source, "Only from articles with these words in their source or outlet")
      ->type_name("WORDS");
  add_number(verb, "--min-articles", options.min_articles,
             "Only relations that at least N articles report; copies of one sentence count once");
  add_number(verb, "--min-evidence", options.min_evidence, "Only relations with at least N different sentences");
}

bool asks_of_near(const FilterOptions& options) { return options.speaker.empty() && options.article.empty(); }

RelationFilter filter_of(const FilterOptions& options, const Network& network, const RelationTypes& types) {
  RelationFilter filter;
  for (const std::string& type : options.types) {
    filter.types.push_back(known_type(type, types));
  }
  filter.families = values_of<RelationFamily>(options.families, family_names());
  filter.statuses = values_of<Status>(options.statuses, status_names());
  filter.min_confidence = options.min_confidence;
  filter.speaker = options.speaker.empty() ? std::string() : network[chosen_actor(network, options.speaker)].id;
  filter.article = options.article;
  filter.since = options.since;
  filter.until = options.until;
  filter.source = options.source;
  filter.min_articles = options.min_articles;
  filter.min_evidence = options.min_evidence;
  return filter;
}

}  // namespace entente::cli
