#include <entente/actors/resolver.hpp>

#include <entente/actors/draft.hpp>
#include <entente/actors/pronouns.hpp>
#include <entente/actors/unnamed.hpp>
#include <entente/actors/world.hpp>

namespace entente {

Resolver::Resolver(const Model& model, const std::string& user_actors)
    : links_(model), world_(std::make_shared<const World>(user_actors)) {}

Drafts draft_actors(const Layers& layers, Links& links) {
  Drafts drafts;
  find_names(layers, drafts);
  find_roles(layers, drafts);
  tell_power_from_place(layers, drafts);
  merge_names(layers, drafts);
  find_tenures(layers, drafts);
  resolve_descriptions(layers, drafts);
  read_titles_alone(layers, drafts);
  read_pairs(layers, drafts);
  link_descriptions(layers, links, drafts);
  return drafts;
}

Actors Resolver::resolve(const Document& document, const Tagging& tagging, const Syntax& syntax, const Names& names,
                         const Readings& readings) const {
  Links links(links_, readings);
  const Layers layers = layers_of(document, tagging, syntax, names, readings, *world_);
  Drafts drafts = draft_actors(layers, links);
  resolve_pronouns(layers, drafts, links, [this](const PronounQuestion& question) {
    return choose_by_weights(world_->pronoun_weights, question);
  });
  resolve_nominals(layers, drafts);
  find_unnamed(layers, drafts);
  find_tenures(layers, drafts);  // once more: descriptions and pronouns hold offices too
  find_countries_of_titles(layers, drafts);
  weigh_links(layers, links, drafts);
  return make_entries(layers, drafts);
}

}  // namespace entente
