// The words of a picture: what stands on lines, in tooltips, above and below.
#pragma once

#include <string>

#include <entente/graph/network.hpp>
#include <entente/relations/relation_types.hpp>
#include <entente/render/drawing.hpp>
#include <entente/render/render.hpp>

namespace entente::inline v0_1 {

// The name of an actor, else its id, clean.
std::string name_of(const Actor& actor);
// "1 mention", "2 mentions".
std::string counted(std::size_t n, const std::string& one, const std::string& many);
// "visits, meets ×2, supports (planned)", "attacks (2022), says Wang Yi".
std::string line_caption(const Network& network, const DrawnLine& line);
// "relation family-encounter encounter visits meets planned".
std::string line_classes(const Network& network, const DrawnLine& line);
// "Xi Jinping: visits, meets: Vladimir Putin".
std::string line_title(const Network& network, const Drawing& drawing, const DrawnLine& line);
// The sentences that say so, with who said it and when.
std::string line_tooltip(const Network& network, const RelationTypes& types, const DrawnLine& line);
// Name, description, other names, and what stands under the name with its sentence.
std::string actor_tooltip(const Network& network, const RelationTypes& types, const DrawnActor& actor);

// The title above the picture: the user's, the article's, or what was asked of how many articles.
std::string heading(const Network& network, const RenderOptions& options);
// "Example Times · 18 March 2023", and what was asked of one article; may be empty.
std::string byline(const Network& network, const RenderOptions& options);
// Who published it: the outlet, else the host of its address or the name of its file; may be empty.
std::string publisher(const ArticleRecord& article);
// What was not found and what is not shown; may be empty.
std::string notes(const Network& network, const Drawing& drawing);
// The whole picture in sentences, for screen readers.
std::string description(const Network& network, const Drawing& drawing);

}  // namespace entente
