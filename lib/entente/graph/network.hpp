// The network that users get: a Boost.Graph of actors and relations, each with its sources.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <boost/graph/adjacency_list.hpp>

#include <entente/actors/actors.hpp>
#include <entente/base/rare.hpp>
#include <entente/base/span.hpp>
#include <entente/relations/relation_types.hpp>
#include <entente/relations/relations.hpp>

namespace entente {

// Offsets are Unicode code points into the article as it was read, so that any language can slice with them.
struct ActorMention {
  std::uint32_t article = 0;  // index into Provenance::articles
  Span text;
  MentionForm form = MentionForm::Name;
};

// A vertex: one actor, with every place that names it.
struct Actor {
  std::string id;
  std::string name;
  ActorKind kind = ActorKind::Other;
  ActorGender gender = ActorGender::Unknown;
  std::vector<std::string> aliases;
  std::string description;
  std::string country;
  float salience = 0.0F;
  std::vector<ActorMention> mentions;
};

// One place that says so, with all that this place says. What a Relation says itself sums up its evidence: see
// graph/evidence.hpp.
struct Evidence {
  std::uint32_t article = 0;  // index into Provenance::articles
  Span sentence;              // code points
  Span predicate;             // code points
  std::string text;           // the sentence as written
  std::string lemmas;         // the predicate's lemmas here: "travel to"
  std::string speaker;        // id of an actor, or empty
  Rare<TimeExpression> time;  // as said here
  float confidence = 1.0F;    // of this place alone
  friend bool operator==(const Evidence&, const Evidence&) = default;
};

// An edge: what its source does to its target, with every place that says so.
struct Relation {
  std::string type;       // "visits"
  std::string predicate;  // "travel to": of the first evidence
  Status status = Status::Asserted;
  std::string speaker;        // id of the actor to whom all evidence attributes it, or empty
  Rare<TimeExpression> time;  // where the evidence agrees on it
  float confidence = 1.0F;
  std::vector<Evidence> evidence;  // never empty
};

// One article that a network was read from.
struct ArticleRecord {
  std::string id;
  std::string title;
  std::string date;      // may be empty
  std::string source;    // may be empty
  std::string outlet{};  // who published it; empty where that is not known
};

// Of the whole graph: where it was read.
struct Provenance {
  std::vector<ArticleRecord> articles;
};

// Actors are the vertices, relations the edges.
using Network = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, Actor, Relation, Provenance>;
// The number of an actor, from 0.
using Vertex = boost::graph_traits<Network>::vertex_descriptor;
// One relation of a network.
using Edge = boost::graph_traits<Network>::edge_descriptor;

}  // namespace entente
