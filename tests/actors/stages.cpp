#include "actors/stages.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include <entente/actors/article_names.hpp>
#include <entente/actors/left_offices.hpp>
#include <entente/actors/merge_names.hpp>
#include <entente/actors/merge_persons.hpp>
#include <entente/actors/names.hpp>
#include <entente/actors/place_or_power.hpp>
#include <entente/actors/role_descriptions.hpp>

#include "tensor_section.hpp"

namespace entente::test {

namespace {

constexpr std::uint32_t Topics = 8;  // and inputs of the links

// Each topic asks for itself and answers to itself.
Model model_of_topics() {
  TensorSection section;
  section.add_scaling("asks.", Topics, 10.0F * std::sqrt(static_cast<float>(Topics)));
  section.add_zeros("asks.bias", 1, Topics);
  section.add_scaling("answers.", Topics, 1.0F);
  section.add_zeros("answers.bias", 1, Topics);
  section.add_zeros("none.weights", 1, Topics);
  section.add("none.bias", 1, 1, {5.0F});
  section.add_zeros("distance", 1, 4 * 8);
  section.add_zeros("forms", 1, 4 * 4);
  ModelWriter writer;
  writer.add(std::string(MentionsSection), MentionsVersion, section.bytes());
  static const std::vector<std::byte> kept = writer.bytes();
  return Model::view(kept, "topics");
}

const LinkScorer& scorer_of_topics() {
  static const LinkScorer scorer(model_of_topics());
  return scorer;
}

const LinkScorer& scorer_without_layers() {
  static const std::vector<std::byte> kept = [] {
    ModelWriter writer;
    writer.add("other", 1, std::vector<std::byte>(64));
    return writer.bytes();
  }();
  static const LinkScorer scorer(Model::view(kept, "without layers"));
  return scorer;
}

void append(std::string& line, const std::string& item) {
  line += line.empty() ? "" : ", ";
  line += item;
}

}  // namespace

const World& shipped_world() {
  static const World Built("");
  return Built;
}

Stages::Stages(std::string_view notation, const World& world)
    : text(annotate(notation)),
      layers(layers_of(text.document, text.tagging, text.syntax, text.names, mention_scores, world)) {}

void Stages::make_readings() {
  if (mention_scores.empty()) {
    mention_scores.digest_width = Topics;
    mention_scores.labels.resize(text.document.tokens.size() * MentionLabels);
    mention_scores.digests.resize(text.document.tokens.size() * Topics);
  }
}

void Stages::set_reading(std::string_view form, MentionLabel label, float probability, int n) {
  make_readings();
  mention_scores.labels[at(form, n) * MentionLabels + static_cast<std::size_t>(label)] =
      static_cast<std::uint8_t>(std::lround(probability * 255.0F));
}

void Stages::set_topic(std::string_view form, std::uint32_t topic, float strength, int n) {
  make_readings();
  mention_scores.digests[at(form, n) * Topics + topic] = static_cast<std::int8_t>(std::lround(strength * 127.0F));
}

Links& Stages::no_links() {
  return no_links_ ? *no_links_ : no_links_.emplace(scorer_without_layers(), mention_scores);
}

Links& Stages::links() {
  make_readings();
  return links_ ? *links_ : links_.emplace(scorer_of_topics(), mention_scores);
}

MentionDrafts Stages::names() const { return find_names(layers).mentions; }

MentionsAndRoles Stages::roles() const { return find_roles(layers, names()); }

Coreference Stages::merged(MentionDrafts mentions) const {
  return list_mentions(merge_persons(layers, merge_names(layers, with_article_names(layers, std::move(mentions)))));
}

NamedText Stages::named() const {
  MentionsAndRoles found = roles();
  found.roles = mark_left_offices(layers, found.mentions, std::move(found.roles));
  found = add_role_descriptions(layers, std::move(found));
  NamedText result{merged(decide_place_or_power(layers, std::move(found.mentions))), {}, {}};
  result.roles = add_bearers(result.coref.mentions, std::move(found.roles));
  result.tenures = find_tenures(layers, result.coref, result.roles);
  return result;
}

std::string Stages::kinds(const MentionDrafts& mentions) const {
  std::string all;
  for (const MentionDraft& it : mentions) {
    append(all, words(it.name) + " " + std::string(actor_kind_name(it.kind)));
    all += it.entry == None ? "" : " " + std::string(layers.world.entries[it.entry].name);
  }
  return all;
}

std::string Stages::clusters(const Coreference& coref) const {
  std::string all;
  for (const Cluster& cluster : coref.clusters) {
    std::string one;
    for (const DraftId d : cluster.drafts) {
      one += (one.empty() ? "" : " + ") + words(coref.mentions[d].tokens);
    }
    append(all, one);
  }
  return all;
}

std::string Stages::first_name(const Coreference& coref, DraftId of) const {
  for (const DraftId d : coref.cluster_of(of).drafts) {
    const MentionForm form = coref.mentions[d].form;
    if (form != MentionForm::Description && form != MentionForm::Pronoun) {
      return words(coref.mentions[d].tokens);
    }
  }
  return "-";
}

std::string Stages::described(const Coreference& coref) const {
  std::vector<DraftId> order(coref.mentions.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](DraftId a, DraftId b) {
    return coref.mentions[a].tokens.begin < coref.mentions[b].tokens.begin;
  });
  std::string all;
  for (const DraftId d : order) {
    const MentionDraft& it = coref.mentions[d];
    if (it.cluster != None && (it.form == MentionForm::Description || it.form == MentionForm::Pronoun)) {
      append(all, words(it.tokens) + " = " + first_name(coref, d));
    }
  }
  return all;
}

std::string Stages::dump(const MentionDrafts& mentions, const std::vector<Role>& roles) const {
  constexpr std::string_view Ties[] = {"free", "title", "apposition", "copula"};
  std::string all;
  for (const Role& role : roles) {
    append(all, words(role.tokens) + " (" + std::string(Ties[static_cast<std::size_t>(role.tie)]));
    all += role.bearer == None ? "" : " of " + words(mentions[role.bearer].name);
    for (const DraftId d : role.of) {
      all += "; of " + words(mentions[d].name);
    }
    all += std::string(")") + (role.former ? " former" : "") + (role.given_up ? " left" : "");
  }
  return all;
}

std::string Stages::dump(const MentionDrafts& mentions, const std::vector<Tenure>& tenures) const {
  std::string all;
  for (const Tenure& it : tenures) {
    append(all, words(mentions[it.holder].tokens) + ": " + words(it.tokens));
    all += it.of == None ? "" : " of " + words(mentions[it.of].name);
    all += it.former ? " (former)" : "";
  }
  return all;
}

}  // namespace entente::test
