// The texts of a picture: labels of lines, tooltips, title and notes.
#pragma once

#include <string>

#include <entente/graph/network.hpp>
#include <entente/relations/relation_types.hpp>
#include <entente/render/drawing.hpp>
#include <entente/render/render.hpp>

namespace entente::inline v0_1 {

// The cleaned name of an actor, or else its id.
std::string name_of(const Actor& actor);
// "1 mention", "2 mentions".
std::string counted(std::size_t n, const std::string& one, const std::string& many);
// "visits, meets ×2, supports (planned)", "attacks (2022), says Wang Yi".
std::string line_caption(const Network& network, const DrawnLine& line);
// "relation family-encounter encounter visits meets planned".
std::string line_classes(const Network& network, const DrawnLine& line);
// "Xi Jinping: visits, meets: Vladimir Putin".
std::string line_title(const Network& network, const Drawing& drawing, const DrawnLine& line);
// The sentences of the evidence, with speakers and times.
std::string line_tooltip(const Network& network, const RelationTypes& types, const DrawnLine& line);
// Name, description, other names, and the relations under the name with their sentences.
std::string actor_tooltip(const Network& network, const RelationTypes& types, const DrawnActor& actor);

// The title above the picture: the user's, the article's, or the query and the number of articles.
std::string heading(const Network& network, const RenderOptions& options);
// "Example Times · 18 March 2023", and the query of one article; may be empty.
std::string byline(const Network& network, const RenderOptions& options);
// The publisher: the outlet, or else the host of its address or its file name; may be empty.
std::string publisher(const ArticleRecord& article);
// A note about what was not found and what is not shown; may be empty.
std::string notes(const Network& network, const Drawing& drawing);
// The picture in sentences, for screen readers.
std::string description(const Network& network, const Drawing& drawing);

}  // namespace entente
