#include "store_corrections.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "store_input.hpp"

namespace entente::cli {

namespace {

using Kind = Correction::Kind;

bool has(const Network& network, const std::string& id) {
  const auto [begin, end] = boost::vertices(network);
  return std::any_of(begin, end, [&](Vertex v) { return network[v].id == id; });
}

std::string told(const Network& network, Edge edge, const RelationTypes& types) {
  const Relation& relation = network[edge];
  const RelationType& type = types.named(relation.type);
  return fmt::format("{} {}{} {}", network[boost::source(edge, network)].name,
                     type.name == relation.type ? type.label : relation.type,
                     relation.status == Status::Asserted ? "" : fmt::format(" ({})", status_name(relation.status)),
                     network[boost::target(edge, network)].name);
}

ActorKind kind_named(const std::string& name) {
  int kind = 0;
  while (kind < static_cast<int>(ActorKind::Other) && actor_kind_name(static_cast<ActorKind>(kind)) != name) {
    ++kind;
  }
  return static_cast<ActorKind>(kind);
}

// The relations for which the sentence is evidence, sorted.
std::vector<std::string> told(const Network& network, const std::string& sentence, const RelationTypes& types) {
  std::vector<std::string> relations;
  for (auto [edge, end] = boost::edges(network); edge != end; ++edge) {
    const auto& evidence = network[*edge].evidence;
    if (std::any_of(evidence.begin(), evidence.end(), [&](const Evidence& e) { return e.text == sentence; })) {
      relations.push_back(told(network, *edge, types));
    }
  }
  std::sort(relations.begin(), relations.end());
  return relations;
}

}  // namespace

StoreCorrections::StoreCorrections(const Store& store, const RelationTypes& types)
    : store_(store), types_(types), corrections_(corrections_of(store)) {
  for (const Correction& correction : corrections_) {
    for (const std::size_t column : actor_columns(correction)) {
      if (const std::optional<StoredActor> found = store.actor_of_id(correction.values[column])) {
        const std::vector<ArticleNumber> articles = store.articles_of(found->number);
        touched_.insert(articles.begin(), articles.end());
      }
    }
  }
}

Network StoreCorrections::article(ArticleNumber number) const {
  Network network = store_.identified_network(number, types_);
  if (!touched_.contains(number)) {
    return network;
  }
  for (const Correction& correction : corrections_) {
    // The first actor of `same`, whose id and name stay, need not be in the article.
    if (correction.kind == Kind::Same && has(network, correction.values[1]) && !has(network, correction.values[0])) {
      if (const std::optional<StoredActor> first = store_.actor_of_id(correction.values[0])) {
        Actor actor;
        actor.id = first->id;
        actor.name = first->name;
        actor.kind = first->kind;
        boost::add_vertex(std::move(actor), network);
      }
    }
  }
  entente::correct(network, corrections_, types_);
  return network;
}

void StoreCorrections::correct(std::vector<StoredArticle>& articles) const {
  for (StoredArticle& listed : articles) {
    if (touched_.contains(listed.number)) {
      const Network network = article(listed.number);
      listed.actors = boost::num_vertices(network);
      listed.relations = boost::num_edges(network);
    }
  }
}

void StoreCorrections::correct(StoredActor& actor, const Correction& correction) const {
  if (correction.kind == Kind::Name && correction.values[0] == actor.id) {
    actor.name = correction.values[1];
  } else if (correction.kind == Kind::ActorKind && correction.values[0] == actor.id) {
    actor.kind = kind_named(correction.values[1]);
  } else if (correction.kind == Kind::Same && correction.values[0] == actor.id) {
    if (const std::optional<StoredActor> other = store_.actor_of_id(correction.values[1])) {
      const std::vector<ArticleNumber> own = store_.articles_of(actor.number);
      const std::vector<ArticleNumber> others = store_.articles_of(other->number);
      std::vector<ArticleNumber> both;
      std::set_union(own.begin(), own.end(), others.begin(), others.end(), std::back_inserter(both));
      actor.articles = both.size();
      actor.mentions += other->mentions;
    }
  }
}

void StoreCorrections::correct(std::vector<StoredActor>& actors) const {
  for (const Correction& correction : corrections_) {
    const std::string& gone = correction.values[correction.kind == Kind::Same ? 1 : 0];
    const auto at = std::find_if(actors.begin(), actors.end(), [&](const StoredActor& a) { return a.id == gone; });
    const bool drops = correction.kind == Kind::Not || correction.kind == Kind::Same;
    if (at != actors.end() && drops) {
      const std::string& kept = correction.values[0];
      const bool listed = std::any_of(actors.begin(), actors.end(), [&](const auto& a) { return a.id == kept; });
      const std::optional<StoredActor> first =
          correction.kind == Kind::Same && !listed ? store_.actor_of_id(kept) : std::nullopt;
      if (first) {
        *at = *first;
      } else if (correction.kind == Kind::Not || listed) {
        actors.erase(at);
      }
    }
    for (StoredActor& actor : actors) {
      correct(actor, correction);
    }
  }
}

void StoreCorrections::correct(std::vector<SearchHit>& hits) const {
  for (SearchHit& hit : hits) {
    if (touched_.contains(hit.article)) {
      hit.relations = told(article(hit.article), hit.text, types_);
    }
  }
  std::erase_if(hits, [](const SearchHit& hit) { return hit.relations.empty(); });
}

std::vector<SearchHit> StoreCorrections::search_sentences(std::string_view words, const SearchOptions& options) const {
  constexpr std::size_t Wider = 4;
  for (SearchOptions wider = options;; wider.most *= Wider) {
    std::vector<SearchHit> hits = store_.search_sentences(words, wider);
    const bool all = hits.size() < wider.most;
    correct(hits);
    if (all || hits.size() >= options.most) {
      hits.resize(std::min(hits.size(), options.most));
      return hits;
    }
  }
}

}  // namespace entente::cli
