// One annotated text as the stages of the actors room see it, so that each stage can be tested alone, and one-line
// dumps of what the stages make of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <entente/actors/coreference.hpp>
#include <entente/actors/layers.hpp>
#include <entente/actors/roles.hpp>
#include <entente/actors/tenures.hpp>
#include <entente/actors/world.hpp>
#include <entente/mentions/links.hpp>

#include "notation.hpp"

namespace entente::test {

const World& shipped_world();

// Clusters of names, and the roles and tenures that the text gives them: what the stages of descriptions start from.
struct NamedText {
  Coreference coref;
  std::vector<Role> roles;
  std::vector<Tenure> tenures;
};

struct Stages {
  explicit Stages(std::string_view notation, const World& world = shipped_world());
  Stages(const Stages&) = delete;
  Stages& operator=(const Stages&) = delete;

  TokenId at(std::string_view form, int n = 1) const { return token(text.document, form, n); }

  // What the mention model reads in a word: that it heads a mention with the label.
  void set_reading(std::string_view form, MentionLabel label, float probability, int n = 1);
  // What a word is about, 0 to 7, for links(): those of one topic mean the same.
  void set_topic(std::string_view form, std::uint32_t topic, float strength = 1.0F, int n = 1);
  // The links of a model without its layers, and those of one that knows the topics alone: the score of two words of
  // one topic is 10 times their strengths, of others 0; that a mention means none before it scores 5.
  Links& no_links();
  Links& links();

  // The stages, one after the other.
  MentionDrafts names() const;
  MentionsAndRoles roles() const;
  // Names and descriptions with their clusters, before any description is resolved.
  Coreference merged(MentionDrafts mentions) const;
  NamedText named() const;

  std::string words(Span tokens) const { return std::string(text.document.view_tokens(tokens)); }
  // "Meridian organisation, Chad country Chad": the kind of each name, and its entry of the lexicon.
  std::string kinds(const MentionDrafts& mentions) const;
  // "A + B, C": the names of each cluster, in the order of clusters.
  std::string clusters(const Coreference& coref) const;
  // "the company = Meridian, he = Roe": descriptions and pronouns in text order, with the first name of their actor, or
  // "-" where it has none; those without an actor are left out.
  std::string described(const Coreference& coref) const;
  // "minister (title of Roe; of Chad) former left": one role after the other.
  std::string dump(const MentionDrafts& mentions, const std::vector<Role>& roles) const;
  // "Minister Roe: Minister of Chad (former)": one tenure after the other.
  std::string dump(const MentionDrafts& mentions, const std::vector<Tenure>& tenures) const;

  Annotated text;
  MentionScores mention_scores;
  Layers layers;

 private:
  void make_readings();
  std::string first_name(const Coreference& coref, DraftId of) const;

  std::optional<Links> no_links_;
  std::optional<Links> links_;
};

}  // namespace entente::test
