// A network and its articles → one page that a browser opens from disk: the picture to move about in, the text with
// every mention marked, and for every actor and line the sentences behind it. It asks nothing of any network, and
// what stands in articles stays text: nothing of it can run.
//
//   const entente::Analysis all = pipeline.analyze(article);
//   const entente::Network network = pipeline.assemble(all);
//   entente::write_file("graph.html", entente::render_page(network, {&all.document, 1}));
#pragma once

#include <span>
#include <string>

#include <entente/export.hpp>
#include <entente/graph/network.hpp>
#include <entente/relations/relation_types.hpp>
#include <entente/render/render.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// UTF-8; the same input gives the same bytes. Documents belong to the network's articles by their id. An article
// without its document is shown by the sentences that the network quotes of it. The options choose what the picture
// draws, as for render(); lists and text hold the whole network. Throws Error as render() does.
ENTENTE_EXPORT std::string render_page(const Network& network, std::span<const Document> articles,
                                       const RenderOptions& options = {});
// The same with another vocabulary than the network's own.
ENTENTE_EXPORT std::string render_page(const Network& network, const RelationTypes& types,
                                       std::span<const Document> articles, const RenderOptions& options = {});

}  // namespace entente
