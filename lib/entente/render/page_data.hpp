// What the script of a page knows: actors, relations and lines as JSON.
#pragma once

#include <string>
#include <vector>

#include <entente/graph/network.hpp>
#include <entente/relations/relation_types.hpp>
#include <entente/render/page_text.hpp>
#include <entente/render/scene.hpp>

namespace entente::inline v0_1 {

// JSON that may stand inside <script type="application/json">: it holds no "<", ">" or "&".
//   actors     by vertex: {name, kind, about, also: […], salience, node: id in the picture or null}
//   relations  in the order of edges: {source, target, symmetric, type, label, family, status, confidence,
//              line: index or null, evidence: [{s: index of quotation, speaker, time, from, to}]}
//   lines      of the picture: {id, source, target (vertices), title}
//   quotes     the text of each quotation
//   families, types, statuses   what filters offer: {name: what it says}, only what the network has
std::string page_data(const Network& network, const RelationTypes& types, const Drawing& drawing, const Scene& scene,
                      const std::vector<Quotation>& quoted);

}  // namespace entente
