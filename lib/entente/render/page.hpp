// A network and its articles → a page that a browser opens from disk: the picture, which can be panned and zoomed, the
// text with all mentions marked, and the sentences behind every actor and line. It makes no network requests, and
// markup or scripts in articles are shown as text and never run.
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

// Returns HTML in UTF-8; the same input gives the same bytes. Documents are matched with the network's articles by id.
// For an article without a document, the sentences in the network are shown. The options choose what the picture draws,
// as for render(); lists and text show the whole network. Throws Error as render() does.
ENTENTE_EXPORT std::string render_page(const Network& network, std::span<const Document> articles,
                                       const RenderOptions& options = {});
// The same with another vocabulary than the network's own.
ENTENTE_EXPORT std::string render_page(const Network& network, const RelationTypes& types,
                                       std::span<const Document> articles, const RenderOptions& options = {});

}  // namespace entente
