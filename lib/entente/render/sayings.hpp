// Sums up the evidence of a drawn line: number of sentences, speakers, years.
#pragma once

#include <entente/graph/network.hpp>
#include <entente/render/drawing.hpp>

namespace entente::inline v0_1 {

// The number of different sentences that express the relations. A sentence in several articles, or several times in one
// article (captions of a gallery), counts once.
std::size_t different_sentences(const Network& network, const std::vector<Edge>& relations);

// Is the relation only a claim of somebody? The source of praise, criticism or a promise acts by speaking and does not
// count as a claimant.
bool is_claim(const Network& network, const RelationTypes& types, Edge edge);

// Sets the evidence, speakers and years of every label and of the line, and sorts the labels: the most certain status
// and the most evidence first.
void sum_up(const Network& network, const RelationTypes& types, LineContent& line);

// The rank of a status: 0 for asserted, higher for plans, requests, possibilities and denials.
int softness(Status status);

}  // namespace entente
