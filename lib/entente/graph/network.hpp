// The result of reading: a Boost.Graph of actors and relations, each with its sources.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <boost/graph/adjacency_list.hpp>

#include <entente/actors/actors.hpp>
#include <entente/base/boxed_optional.hpp>
#include <entente/base/dates.hpp>
#include <entente/base/span.hpp>
#include <entente/export.hpp>
#include <entente/relations/relation_types.hpp>
#include <entente/relations/relations.hpp>

namespace entente::inline v0_1 {

// Offsets are Unicode code points into the article as it was read, so that any language can slice with them.
struct ActorMention {
  std::uint32_t article = 0;  // index into Provenance::articles
  Span text;
  MentionForm form = MentionForm::Name;
};

// A vertex: one actor with all its mentions.
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

// One sentence that expresses a relation, with all its details. The fields of a Relation sum up those of its evidence.
struct Evidence {
  std::uint32_t article = 0;           // index into Provenance::articles
  Span sentence;                       // code points
  Span predicate;                      // code points
  std::string text;                    // the sentence as written
  std::string lemmas;                  // the predicate's lemmas here: "travel to"
  std::string speaker;                 // id of an actor, or empty
  BoxedOptional<TimeExpression> time;  // as in this sentence
  float confidence = 1.0F;             // of this sentence alone
  friend bool operator==(const Evidence&, const Evidence&) = default;
};

// An edge: a relation from its source to its target, with all its evidence.
struct Relation {
  std::string type;       // "visits"
  std::string predicate;  // "travel to": of the first evidence
  Status status = Status::Asserted;
  std::string speaker;                 // id of the actor to whom all evidence attributes it; may be empty
  BoxedOptional<TimeExpression> time;  // present if the evidence agrees on it
  float confidence = 1.0F;
  std::vector<Evidence> evidence;  // never empty
};

// One article that a network was read from.
struct ArticleRecord {
  std::string id;
  std::string title;
  Date date;             // may be empty
  std::string source;    // may be empty
  std::string outlet{};  // the publisher; may be empty
};

// The sources of the whole graph.
struct Provenance {
  std::vector<ArticleRecord> articles;
};

// The graph itself: actors are the vertices, relations the edges.
using NetworkGraph =
    boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, Actor, Relation, Provenance>;
// The number of an actor, from 0.
using Vertex = boost::graph_traits<NetworkGraph>::vertex_descriptor;
// One relation of a network.
using Edge = boost::graph_traits<NetworkGraph>::edge_descriptor;

// A graph of actors and relations that carries the vocabulary of its relations. All functions and algorithms of
// Boost.Graph accept it: boost::vertices(network), boost::edges(network), network[vertex]. Unlike a Boost.Graph it
// moves in constant time: descriptors of and references into the source are valid for the target afterwards, and the
// source is empty. Many threads may read one network.
class ENTENTE_EXPORT Network : public NetworkGraph {
 public:
  // An empty network with the shipped vocabulary.
  Network() = default;
  Network(const Network& other) = default;
  Network& operator=(const Network& other);
  Network(Network&& other) noexcept { swap(other); }
  Network& operator=(Network&& other) noexcept;
  ~Network() = default;
  // Exchanges two networks in constant time.
  void swap(Network& other) noexcept;

  // The types that its relations may have: those of the pipeline that read it, or else the shipped ones. JSON keeps the
  // types of its relations that are not shipped.
  const RelationTypes& relation_types() const;
  // The same, for sharing with other networks; null for the shipped types.
  const std::shared_ptr<const RelationTypes>& shared_relation_types() const { return types_; }
  // Sets another vocabulary; null for the shipped one.
  void set_relation_types(std::shared_ptr<const RelationTypes> types) { types_ = std::move(types); }

 private:
  std::shared_ptr<const RelationTypes> types_;
};

}  // namespace entente
