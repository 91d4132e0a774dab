#include <entente/actors/resolver.hpp>

#include <utility>

#include <entente/actors/article_names.hpp>
#include <entente/actors/countries_of_titles.hpp>
#include <entente/actors/descriptions.hpp>
#include <entente/actors/entries.hpp>
#include <entente/actors/left_offices.hpp>
#include <entente/actors/link_confidence.hpp>
#include <entente/actors/linked_descriptions.hpp>
#include <entente/actors/merge_names.hpp>
#include <entente/actors/merge_persons.hpp>
#include <entente/actors/named_later.hpp>
#include <entente/actors/names.hpp>
#include <entente/actors/nominals.hpp>
#include <entente/actors/pairs.hpp>
#include <entente/actors/place_or_power.hpp>
#include <entente/actors/pronouns.hpp>
#include <entente/actors/role_descriptions.hpp>
#include <entente/actors/same_names.hpp>
#include <entente/actors/tenures.hpp>
#include <entente/actors/titled_descriptions.hpp>
#include <entente/actors/unnamed.hpp>
#include <entente/actors/world.hpp>

namespace entente::inline v0_1 {

Resolver::Resolver(const Model& model, const std::string& user_actors, const std::string& name)
    : links_(model), world_(std::make_shared<const World>(user_actors, name)) {}

NamedActors find_named_actors(const Layers& layers, Links& links) {
  auto [names, kind_decisions] = find_names(layers);
  MentionsAndRoles found = find_roles(layers, std::move(names));
  found.roles = mark_left_offices(layers, found.mentions, std::move(found.roles));
  auto [mentions, roles] = add_role_descriptions(layers, std::move(found));
  mentions = decide_place_or_power(layers, std::move(mentions));
  mentions = with_article_names(layers, std::move(mentions));

  Coreference coref = merge_names(layers, std::move(mentions));
  coref = merge_persons(layers, std::move(coref));
  coref = join_same_names(layers, std::move(coref));
  coref = list_mentions(std::move(coref));

  roles = add_bearers(coref.mentions, std::move(roles));
  const std::vector<Tenure> tenures = find_tenures(layers, coref, roles);
  coref = resolve_descriptions(layers, roles, tenures, std::move(coref));
  coref = resolve_titled_descriptions(layers, std::move(coref));
  coref = resolve_pairs(layers, std::move(coref));
  coref = resolve_linked_descriptions(layers, links, roles, std::move(coref));
  coref = resolve_named_later(layers, links, roles, std::move(coref));
  return {std::move(coref), std::move(roles), std::move(kind_decisions)};
}

Actors Resolver::resolve(const Document& document, const Tagging& tagging, const Syntax& syntax, const Names& names,
                         const MentionScores& mention_scores) const {
  Links links(links_, mention_scores);
  const Layers layers = layers_of(document, tagging, syntax, names, mention_scores, *world_);
  auto [coref, roles, kind_decisions] = find_named_actors(layers, links);
  coref = resolve_pronouns(layers, links, choose_by(world_->pronoun_weights), std::move(coref));
  coref = resolve_nominals(layers, roles, std::move(coref));
  coref = find_unnamed(layers, std::move(coref));

  roles = add_bearers(coref.mentions, std::move(roles));  // descriptions and pronouns hold offices too
  std::vector<Tenure> tenures = find_tenures(layers, coref, roles);
  tenures = add_countries_of_titles(layers, coref, roles, std::move(tenures));
  coref = add_link_confidence(layers, links, std::move(coref));
  Actors actors = make_entries(layers, coref, roles, tenures);
  actors.kind_decisions = std::move(kind_decisions);
  return actors;
}

}  // namespace entente
