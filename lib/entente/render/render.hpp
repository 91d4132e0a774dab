// A network → a picture: the main actors, the lines between them, and a legend.
//
//   const entente::Network network = pipeline.read(article);
//   entente::write_file("graph.svg", entente::render(network, {.top = 12}));
//
// Graphviz does the layout and draws PNG and PDF. It is not thread-safe, so pictures are drawn one at a time; any
// thread may call render().
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <entente/export.hpp>
#include <entente/graph/network.hpp>
#include <entente/relations/relation_types.hpp>

namespace entente::inline v0_1 {

// Html is a page to explore (see page.hpp); without the articles it shows the sentences in the network.
enum class RenderFormat : std::uint8_t { Dot, Svg, Png, Pdf, Html };
// Auto follows the reader's screen in SVG (prefers-color-scheme), and is light on paper (PNG, PDF, DOT).
enum class RenderTheme : std::uint8_t { Auto, Light, Dark };
// The page that the picture should fit. Auto takes the smallest layout; for Html it is Landscape.
enum class RenderPage : std::uint8_t { Auto, Portrait, Landscape };
// How Graphviz places the actors.
enum class RenderEngine : std::uint8_t { Dot, Neato, Fdp, Sfdp, Circo, Twopi };
// Country puts the actors of each country into a frame; only with the engine Dot.
enum class RenderGrouping : std::uint8_t { Off, Country };

// What is drawn, and how. The defaults give an edited picture that fits a page.
struct RenderOptions {
  RenderFormat format = RenderFormat::Svg;
  RenderTheme theme = RenderTheme::Auto;
  RenderPage page = RenderPage::Auto;
  RenderEngine engine = RenderEngine::Dot;
  RenderGrouping grouping = RenderGrouping::Off;

  // The number of actors to draw, the most salient ones; 0 for all (a layout of thousands takes minutes). A picture of
  // a whole article may have up to four more, whom its headline names.
  std::size_t top = 25;
  // Draws only this actor (id, name or alias, in any case) and those at most `depth` lines away; "" for all.
  std::string around{};
  unsigned depth = 1;

  // The relations to draw; empty for all.
  std::vector<RelationFamily> families{};
  std::vector<std::string> types{};
  std::vector<Status> statuses{};
  float min_confidence = 0.0F;
  // The number of lines; the weakest ones beyond it are left out, as long as every actor keeps one. 0 for all; without
  // a value, three for every two actors, but at least 12.
  std::optional<std::size_t> lines{};

  // Writes offices and belonging ("leads China") under the name if that saves a line.
  bool offices = true;
  bool title = true;
  bool legend = true;
  // The heading, instead of the article's title.
  std::string heading{};
};

// Returns the bytes of the picture; the same network and options give the same bytes. The picture of a network without
// relations says so. Throws Error: NotFound if `around` is not an actor; Usage if `around` may be several actors, if a
// type is unknown, or for grouping with an engine other than Dot; Internal if Graphviz fails.
ENTENTE_EXPORT std::string render(const Network& network, const RenderOptions& options = {});
// The same with another vocabulary than the network's own.
ENTENTE_EXPORT std::string render(const Network& network, const RelationTypes& types,
                                  const RenderOptions& options = {});

// "svg" → Svg; nothing for other names. For file endings and arguments.
ENTENTE_EXPORT std::optional<RenderFormat> render_format(std::string_view name);
// "auto", "light", "dark"; nothing for other names.
ENTENTE_EXPORT std::optional<RenderTheme> render_theme(std::string_view name);
// "auto", "portrait", "landscape"; nothing for other names.
ENTENTE_EXPORT std::optional<RenderPage> render_page(std::string_view name);
// The names of the engines, in the order of RenderEngine: "dot", "neato" …
ENTENTE_EXPORT std::span<const std::string_view> render_engine_names();
// The engine of that name; nothing for other names.
ENTENTE_EXPORT std::optional<RenderEngine> render_engine(std::string_view name);
// "none", "country"; nothing for other names.
ENTENTE_EXPORT std::optional<RenderGrouping> render_grouping(std::string_view name);

}  // namespace entente
