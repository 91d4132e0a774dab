// The schema of a network's JSON: the fields of each kind of object, their types, and where they are stored. The reader
// follows these rules; docs/graph-format.md describes them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include <entente/formats/graph_builder.hpp>
#include <entente/graph/network.hpp>

namespace entente::inline v0_1::json_schema {

// What a value may be; several may be allowed.
using Types = std::uint8_t;
inline constexpr Types Text = 1;
inline constexpr Types Null = 2;
inline constexpr Types Whole = 4;
inline constexpr Types Real = 8;
inline constexpr Types Truth = 16;
inline constexpr Types List = 32;
inline constexpr Types Object = 64;

// "a string or null"
std::string type_names(Types types);

// An open object or list of the format, or an unknown one that is skipped.
enum class Frame : std::uint8_t {
  Outside,
  Root,
  Graph,
  Articles,
  Article,
  TypeList,
  Type,
  Nodes,
  Node,
  Aliases,
  Mentions,
  Mention,
  Edges,
  Edge,
  Time,
  EvidenceList,
  Evidence,
  Predicate,
  EvidenceTime,
  Unknown,
};

struct Value {
  Types type = Null;
  std::string* text = nullptr;  // may be moved from
  double number = 0.0;
  std::uint32_t count = 0;  // where only whole numbers are allowed
  bool truth = false;
};

// What is wrong with a value; the reader adds the place.
struct Problem {
  std::string found;
  std::string expected;
  std::string advice{};
};

// The result so far.
struct Draft {
  Draft(const std::string& file, std::size_t line) : builder(file, line) {}

  GraphBuilder builder;
  ArticleRecord article;
  RelationType type;
  Actor actor;
  ActorMention mention;
  GraphBuilder::RelationDraft relation;
  TimeExpression time;

  GraphBuilder::EvidenceDraft& evidence() { return relation.evidence.back(); }
};

struct Rule {
  Frame in;
  std::string_view key;  // "" for the items of a list
  Types allowed;
  // Takes the value, or prepares for an object or a list. Throws Problem. May be null.
  void (*set)(Draft&, Value&) = nullptr;
  bool required = false;
  Frame opens = Frame::Unknown;
  // At the end of the object or the list. Throws Problem. May be null.
  void (*done)(Draft&) = nullptr;
};

// The rules for what may stand in such a frame; at most 32.
std::span<const Rule> rules_of(Frame frame);
bool is_list(Frame frame);

// The text in quotes, cut and without control characters: for errors.
std::string quoted(std::string_view text);

}  // namespace entente::json_schema
