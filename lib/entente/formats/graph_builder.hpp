// Builds a network from records that refer to each other by id, in any order: a relation may come before its actors.
// For the readers of this room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <entente/base/hash.hpp>
#include <entente/graph/network.hpp>

namespace entente::inline v0_1 {

// Collects actors, articles, relation types and relations, then builds the network from them.
class GraphBuilder {
 public:
  // A piece of evidence; the fields that it lacks are taken from its relation.
  struct EvidenceDraft {
    Evidence evidence;
    bool has_lemmas = false;
    bool has_speaker = false;
    bool has_time = false;
    bool has_confidence = false;
  };
  // A relation as it was read.
  struct RelationDraft {
    std::uint32_t source = 0;  // from refer_actor
    std::uint32_t target = 0;
    Relation relation;  // without evidence
    std::vector<EvidenceDraft> evidence;
  };

  // Errors name `file`, and `line` if it is not 0. The name must outlive the builder.
  GraphBuilder(const std::string& file, std::size_t line) : file_(file), line_(line) {}

  // The number of the actor or article with that id, which may be defined before or later. If it never is, finish
  // throws.
  std::uint32_t refer_actor(std::string_view id) { return actors_.refer(id, edges_); }
  std::uint32_t refer_article(std::string_view id) { return articles_.refer(id, edges_); }
  // Adds a record. Returns false if its id was defined before; last_id() is that id.
  bool define_actor(Actor actor);
  bool define_article(ArticleRecord article);
  // The same for a relation type that a user defined, by its name.
  bool define_type(RelationType type);
  // How many types have been defined.
  std::size_t type_count() const { return types_.size(); }
  // The id or name of the record that was added last.
  const std::string& last_id() const { return last_id_; }
  // Adds a relation; its evidence gets the fields that it lacks.
  void add_relation(RelationDraft draft);

  // The network, with actors, articles and relations in the order in which they were defined. Throws Error (BadFormat)
  // if an id was referred to but never defined. Nothing may be called afterwards.
  Network finish();

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return hash_bytes(text); }
  };
  // The numbers of ids, in the order in which they were first met, and their places in the order of definition.
  struct Ids {
    static constexpr std::uint32_t Undefined = 0xffffffffU;
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> numbers;
    std::vector<std::uint32_t> order;      // number → place
    std::vector<std::size_t> referred_by;  // number → the relation that was being read when it was first met
    std::uint32_t defined = 0;

    // The number of the id; a new one if it was not met before.
    std::uint32_t refer(std::string_view id, std::size_t edge);
    // Gives the id the next place; false if it has one.
    bool define(std::string_view id, std::size_t edge);
    bool in_order() const;
  };

  // Throws if an id was referred to and never defined.
  void check(const Ids& ids, const char* kind, bool only_relations) const;

  const std::string& file_;
  std::size_t line_;
  Ids actors_;
  Ids articles_;
  std::string last_id_;
  std::size_t edges_ = 0;
  std::vector<ArticleRecord> article_records_;
  std::vector<Actor> actor_records_;
  std::vector<RelationType> types_;
  struct Row {
    std::uint32_t source;
    std::uint32_t target;
    Relation relation;
  };
  std::deque<Row> rows_;  // a deque, so that relations are not moved as it grows
};

}  // namespace entente
