// What the evidence of a drawn line amounts to: in how many sentences, by whom, and of which years.
#pragma once

#include <entente/graph/network.hpp>
#include <entente/render/drawing.hpp>

namespace entente::inline v0_1 {

// In how many different sentences the relations are said. A sentence that several articles print, or one article
// several times (the captions of a gallery), counts once.
std::size_t different_sentences(const Network& network, const std::vector<Edge>& relations);

// Is the relation only what somebody says? Who praises, criticizes or promises something does so by saying it: of such
// relations the actor that does it is no witness.
bool is_claim(const Network& network, const RelationTypes& types, Edge edge);

// Fills in evidence, speakers and years of every label and of the line, and sorts the labels: the firmest and best
// founded first.
void sum_up(const Network& network, const RelationTypes& types, DrawnLine& line);

// How tentative a status is: 0 for asserted, more for plans, requests, possibilities and denials.
int softness(Status status);

}  // namespace entente
