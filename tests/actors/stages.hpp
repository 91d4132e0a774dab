// One annotated text as the stages of the actors room see it, so that each stage can be tested alone.
#pragma once

#include <string>
#include <string_view>

#include <entente/actors/layers.hpp>
#include <entente/actors/left_offices.hpp>
#include <entente/actors/merge_names.hpp>
#include <entente/actors/merge_persons.hpp>
#include <entente/actors/names.hpp>
#include <entente/actors/place_or_power.hpp>
#include <entente/actors/role_descriptions.hpp>
#include <entente/actors/roles.hpp>
#include <entente/actors/world.hpp>

#include "notation.hpp"

namespace entente::test {

inline const World& shipped_world() {
  static const World Built("");
  return Built;
}

struct Stages {
  explicit Stages(std::string_view notation, const World& world = shipped_world())
      : text(annotate(notation)),
        layers(layers_of(text.document, text.tagging, text.syntax, text.names, readings, world)) {}
  Stages(const Stages&) = delete;
  Stages& operator=(const Stages&) = delete;

  MentionDrafts names() const { return find_names(layers).mentions; }
  MentionsAndRoles roles() const { return find_roles(layers, names()); }
  // Names and descriptions with their clusters, before any description is resolved.
  Coreference merged(MentionDrafts mentions) const {
    return list_mentions(merge_persons(layers, merge_names(layers, std::move(mentions))));
  }
  std::string words(Span tokens) const { return std::string(text.document.view_tokens(tokens)); }
  // "A + B, C": the names of each cluster, in the order of clusters.
  std::string clusters(const Coreference& coref) const {
    std::string all;
    for (const Cluster& cluster : coref.clusters) {
      all += all.empty() ? "" : ", ";
      for (const DraftId d : cluster.drafts) {
        all += (d == cluster.drafts.front() ? "" : " + ") + words(coref.mentions[d].tokens);
      }
    }
    return all;
  }

  Annotated text;
  Readings readings;
  Layers layers;
};

}  // namespace entente::test
