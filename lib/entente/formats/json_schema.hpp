// The schema of the JSON of a network: the fields of each kind of object, their types, and where their values go. The
// reader follows these rules; docs/graph-format.md describes the format.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include <entente/formats/graph_builder.hpp>
#include <entente/graph/network.hpp>

namespace entente::inline v0_1::json_schema {

// The types that a value may have, as bits.
using Types = std::uint8_t;
inline constexpr Types Text = 1;
inline constexpr Types Null = 2;
inline constexpr Types Integer = 4;
inline constexpr Types Real = 8;
inline constexpr Types Boolean = 16;
inline constexpr Types List = 32;
inline constexpr Types Object = 64;

// The types in words: "a string or null".
std::string type_names(Types types);

// The kinds of objects and lists of the format. Unknown ones are skipped.
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

// A value, or the beginning of an object or a list.
struct Value {
  Types type = Null;
  std::string* text = nullptr;  // may be moved from
  double number = 0.0;
  std::uint32_t count = 0;  // of an Integer that fits
  bool boolean = false;
};

// Why a value is refused; the reader adds the place.
struct Problem {
  std::string found;
  std::string expected;
  std::string advice{};
};

// What has been read so far: the network, and the record of each kind that is being read.
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

// What may be in a frame under a key, and what to do with it.
struct Rule {
  Frame in;
  std::string_view key;  // "" for the items of a list
  Types allowed;
  // Stores the value, or prepares for an object or a list. Throws Problem. May be null.
  void (*set)(Draft&, Value&) = nullptr;
  bool required = false;
  Frame opens = Frame::Unknown;
  // Is called at the end of the object or the list. Throws Problem. May be null.
  void (*done)(Draft&) = nullptr;
};

// The rules of the frame; at most 32.
std::span<const Rule> rules_of(Frame frame);
// Whether the frame is a list: its only rule has no key.
bool is_list(Frame frame);

// The text in quotes for an error: shortened, and with "?" for control characters.
std::string quoted(std::string_view text);

}  // namespace entente::json_schema
