// What a user says of relations that were read, in the --relations file: "not	Norway	attacks	Sweden" says that this
// does not hold, a fifth column of what type it is instead.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <entente/actors/actors.hpp>
#include <entente/relations/relation_types.hpp>
#include <entente/relations/relations.hpp>

namespace entente::inline v0_1 {

struct RelationCorrection {
  std::string source;  // any name of the actor as a search key (graph/search_key.hpp)
  std::string target;
  RelationTypeId type = 0;  // as read
  RelationTypeId instead = 0;
  bool strikes = false;  // it does not hold, and is nothing instead
};

// The rows of the file that begin with "not"; the others are not looked at. Throws Error (BadFormat) with the
// line of that file.
std::vector<RelationCorrection> read_relation_corrections(std::string_view user_relations, const RelationTypes& types,
                                                          std::string_view file = "relations file");

// The findings without those that are struck; others get the types that the corrections give them. An actor is meant by
// its id, name or an alias; a symmetric relation either way round. The first correction that fits counts.
void apply(const std::vector<RelationCorrection>& corrections, const Actors& actors, const RelationTypes& types,
           Relations& relations);

}  // namespace entente
