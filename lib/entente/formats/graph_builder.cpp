#include <entente/formats/graph_builder.hpp>

#include <algorithm>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include <entente/base/error.hpp>
#include <entente/relations/user_types.hpp>

namespace entente::inline v0_1 {

std::uint32_t GraphBuilder::Ids::refer(std::string_view id, std::size_t edge) {
  if (const auto known = numbers.find(id); known != numbers.end()) {
    return known->second;
  }
  const auto number = static_cast<std::uint32_t>(order.size());
  numbers.emplace(id, number);
  order.push_back(Undefined);
  referred_by.push_back(edge);
  return number;
}

bool GraphBuilder::Ids::define(std::string_view id, std::size_t edge) {
  const std::uint32_t number = refer(id, edge);
  if (order[number] != Undefined) {
    return false;
  }
  order[number] = defined++;
  return true;
}

bool GraphBuilder::define_actor(Actor actor) {
  last_id_ = actor.id;
  if (!actors_.define(actor.id, edges_)) {
    return false;
  }
  if (actor.name.empty()) {
    actor.name = actor.id;
  }
  actor_records_.push_back(std::move(actor));
  return true;
}

bool GraphBuilder::define_article(ArticleRecord article) {
  last_id_ = article.id;
  if (!articles_.define(article.id, edges_)) {
    return false;
  }
  article_records_.push_back(std::move(article));
  return true;
}

bool GraphBuilder::define_type(RelationType type) {
  last_id_ = type.name;
  if (std::any_of(types_.begin(), types_.end(), [&](const RelationType& known) { return known.name == type.name; })) {
    return false;
  }
  types_.push_back(std::move(type));
  return true;
}

void GraphBuilder::add_relation(RelationDraft draft) {
  Relation& relation = draft.relation;
  relation.evidence.reserve(draft.evidence.size());
  for (EvidenceDraft& part : draft.evidence) {
    Evidence& evidence = relation.evidence.emplace_back(std::move(part.evidence));
    if (!part.has_lemmas) {
      evidence.lemmas = relation.predicate;
    }
    if (!part.has_speaker) {
      evidence.speaker = relation.speaker;
    }
    if (!part.has_time) {
      evidence.time = relation.time;
    }
    if (!part.has_confidence) {
      evidence.confidence = relation.confidence;
    }
  }
  rows_.push_back({draft.source, draft.target, std::move(relation)});
  ++edges_;
}

void GraphBuilder::check(const Ids& ids, const char* kind, bool only_relations) const {
  if (ids.defined == ids.order.size()) {
    return;
  }
  const auto missing = std::find(ids.order.begin(), ids.order.end(), Ids::Undefined) - ids.order.begin();
  const auto id = std::find_if(ids.numbers.begin(), ids.numbers.end(),
                               [&](const auto& known) { return known.second == static_cast<std::uint32_t>(missing); });
  const std::size_t edge = ids.referred_by[static_cast<std::size_t>(missing)];
  throw Error(ErrorCode::BadFormat, {.file = file_,
                                     .line = line_,
                                     .item = only_relations ? fmt::format("edges[{}]", edge) : std::string(),
                                     .problem = fmt::format("refers to \"{}\"", id->first),
                                     .expected = fmt::format("the id of {}", kind)});
}

Network GraphBuilder::finish() {
  check(actors_, "a node", true);
  check(articles_, "an article in graph.articles", false);
  const std::vector<std::uint32_t>& article = articles_.order;
  Network network;
  network[boost::graph_bundle].articles = std::move(article_records_);
  if (!types_.empty()) {
    network.set_relation_types(
        std::make_shared<const RelationTypes>(united(shipped_relation_types(), RelationTypes{types_})));
  }
  for (Actor& actor : actor_records_) {
    for (ActorMention& mention : actor.mentions) {
      mention.article = article[mention.article];
    }
    network[boost::add_vertex(network)] = std::move(actor);
  }
  for (; !rows_.empty(); rows_.pop_front()) {
    Row& row = rows_.front();
    for (Evidence& evidence : row.relation.evidence) {
      evidence.article = article[evidence.article];
    }
    // Boost would copy a relation that is given to add_edge.
    const Edge edge = boost::add_edge(actors_.order[row.source], actors_.order[row.target], network).first;
    network[edge] = std::move(row.relation);
  }
  return network;
}

}  // namespace entente
