// Offices and belonging that stand under the name of an actor instead of in a line: "leads China".
#pragma once

#include <cstddef>
#include <vector>

#include <entente/graph/network.hpp>
#include <entente/render/drawing.hpp>

namespace entente::inline v0_1 {

// Whether a line tells nothing but what may stand under a name, whatever its status, and whoever says so.
bool tells_belonging(const Network& network, const DrawnLine& line);

// Takes lines of belonging that are poorly founded out: those that no actor of its kind can have (a country is in no
// person), and those of one sentence that a rival of more sentences contradicts. Returns how many.
std::size_t leave_out_doubtful(const Network& network, std::vector<DrawnLine>& lines);

// Moves lines of belonging under the name of their source where the source keeps another line, so that it stays in the
// picture, and the target does too or is the lesser of the two. What is said in one sentence only, while another
// sentence says otherwise, stays a line, and so does what somebody merely claims, what alone joins two parts of the
// picture, and all of the actor `center`. Lines hold vertices; `actors` has an entry for each vertex.
void move_under_names(const Network& network, const RelationTypes& types, Vertex center, std::vector<DrawnLine>& lines,
                      std::vector<DrawnActor>& actors);

}  // namespace entente
