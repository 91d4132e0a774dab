// How relations are worded on a line, and under a name.
#pragma once

#include <string>

#include <entente/graph/network.hpp>
#include <entente/relations/relation_types.hpp>

namespace entente {

// "visits", "does not support", "used to lead"; the predicate where no type covers the relation.
std::string relation_label(const Relation& relation, const RelationType& type);

// "is a member of" + "the Stimson Center" → "member of the Stimson Center"; where it has ended, "former member of …".
std::string office_label(const RelationType& type, Status status, const std::string& target);

// "supports" → "does not support", "is allied with" → "is not allied with", "founded" → "did not found".
std::string negated_label(const std::string& label);

// "supports" → "used to support", "is allied with" → "used to be allied with", "founded" → "formerly: founded".
std::string ended_label(const std::string& label);

}  // namespace entente
