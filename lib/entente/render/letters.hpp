// Finds the characters of a picture that the embedded font lacks.
#pragma once

#include <string>

#include <entente/export.hpp>
#include <entente/graph/network.hpp>
#include <entente/relations/relation_types.hpp>
#include <entente/render/render.hpp>

namespace entente::inline v0_1 {

// The distinct characters of the picture that DejaVu Sans lacks: Chinese, emoji. In PNG and PDF they are drawn with the
// machine's fonts, if it has any; a program should warn about them. Empty in a build without the font. Throws as
// render() does.
ENTENTE_EXPORT std::string letters_of_other_fonts(const Network& network, const RenderOptions& options = {});
// The same with another vocabulary than the network's own.
ENTENTE_EXPORT std::string letters_of_other_fonts(const Network& network, const RelationTypes& types,
                                                  const RenderOptions& options = {});

}  // namespace entente
