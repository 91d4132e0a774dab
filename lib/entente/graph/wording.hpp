// The words for a relation between the names of its two actors.
#pragma once

#include <string>
#include <string_view>

#include <entente/graph/network.hpp>
#include <entente/relations/relation_types.hpp>

namespace entente::inline v0_1 {

// The label of its type, or for an untyped relation, its predicate in the third person: "visits", "meets", "picks".
// Does not depend on the status.
std::string plain_label(const Relation& relation, const RelationType& type);

// The same, with the words for a negated or ended relation: "visits", "does not support", "used to lead".
std::string relation_label(const Relation& relation, const RelationType& type);

// Does relation_label express the status?
constexpr bool is_worded(Status status) { return status == Status::Negated || status == Status::Ended; }

// Does a time expression say when a relation of that type holds? Not if the relation lasts ("leads", "is located in")
// and the time is shorter than a year or has no date: "the chancellor, who met him on Friday" does not lead for only a
// day.
bool tells_when(const RelationType& type, const TimeExpression& time);

// "pick up" → "picks up", "be part of" → "is part of", "carry" → "carries".
std::string in_third_person(std::string_view predicate);

// "supports" → "does not support", "is allied with" → "is not allied with", "founded" → "did not found".
std::string negated_label(const std::string& label);

// "supports" → "used to support", "is allied with" → "used to be allied with", "founded" → "formerly: founded".
std::string ended_label(const std::string& label);

}  // namespace entente
