#include <entente/render/letters.hpp>

#include <entente/render/captions.hpp>
#include <entente/render/drawing.hpp>
#include <entente/render/fonts.hpp>

namespace entente::inline v0_1 {

std::string letters_of_other_fonts(const Network& network, const RenderOptions& options) {
  return letters_of_other_fonts(network, network.relation_types(), options);
}

std::string letters_of_other_fonts(const Network& network, const RelationTypes& types, const RenderOptions& options) {
  const auto drawing = edit(network, types, options);
  std::string text = heading(network, options) + byline(network, options);
  for (const auto& actor : drawing.actors) {
    text += name_of(network[actor.vertex]);
    for (const auto& office : actor.offices) {
      text += office;
    }
  }
  for (const auto& line : drawing.lines) {
    text += line_caption(network, line);
  }
  return letters_not_in_font(text);
}

}  // namespace entente
