// Writes offices and belonging under the name of an actor instead of drawing a line: "leads China".
#pragma once

#include <cstddef>
#include <vector>

#include <entente/graph/network.hpp>
#include <entente/render/drawing.hpp>

namespace entente::inline v0_1 {

// Does a line express only what may be written under a name, whatever its status and speakers?
bool tells_belonging(const Network& network, const LineContent& line);

// Removes doubtful lines of belonging: those that the kinds of actors exclude (a country is not in a person), and those
// of one sentence that a relation with more sentences contradicts. Returns their number.
std::size_t leave_out_doubtful(const Network& network, std::vector<VertexLine>& lines);

// Moves lines of belonging under the name of their source, if the source keeps another line, so that it stays in the
// picture, and the target does too or is less prominent. These stay lines: relations of one sentence that another
// sentence contradicts, mere claims, the only connection between two parts of the picture, and all lines of the actor
// `center`. `actors` has an entry for each vertex.
void move_under_names(const Network& network, const RelationTypes& types, Vertex center, std::vector<VertexLine>& lines,
                      std::vector<DrawnActor>& actors);

}  // namespace entente
