// Networks as entities of FollowTheMoney, for Aleph, OpenAleph and the tools around OpenSanctions
// (followthemoney.tech).
#pragma once

#include <string>

#include <entente/export.hpp>
#include <entente/graph/network.hpp>
#include <entente/relations/relation_types.hpp>

namespace entente::inline v0_1 {

// Each line is one entity in JSON: Article; Person, Organization, PublicBody (countries), Address (places) and so on;
// Mention of an actor in an article; and a link for each relation, with its sentences as summary and its articles as
// proof. A relation that holds or has held becomes Membership, Directorship, Representation, Ownership, Family or
// Associate if its type and its actors fit. All others, among them those that are denied, planned, requested or only
// possible, become an UnknownLink with the label of the relation as its role. docs/graph-format.md has the table. The
// same network gives the same bytes.
ENTENTE_EXPORT std::string write_ftm(const Network& network);
// The same with another vocabulary than the network's own.
ENTENTE_EXPORT std::string write_ftm(const Network& network, const RelationTypes& types);

}  // namespace entente
