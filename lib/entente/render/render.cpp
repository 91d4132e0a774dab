#include <entente/render/render.hpp>

#include <algorithm>
#include <array>

#include <entente/render/drawing.hpp>
#include <entente/render/layout.hpp>
#include <entente/render/page.hpp>
#include <entente/render/scene.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::array<std::string_view, 6> EngineNames = {"dot", "neato", "fdp", "sfdp", "circo", "twopi"};

template <typename Enum, std::size_t N>
std::optional<Enum> named(const std::array<std::string_view, N>& words, std::string_view name) {
  const auto* const at = std::find(words.begin(), words.end(), name);
  return at == words.end() ? std::nullopt : std::optional(static_cast<Enum>(at - words.begin()));
}

// Printed documents carry the time when they were made; the same network must give the same bytes.
std::string without_time(std::string pdf) {
  constexpr std::string_view Key = "/CreationDate (D:";
  constexpr std::string_view Fixed = "20000101000000";
  if (const auto at = pdf.find(Key); at != std::string::npos && at + Key.size() + Fixed.size() < pdf.size()) {
    for (std::size_t i = at + Key.size(), n = 0; i < pdf.size() && pdf[i] != ')'; ++i, ++n) {
      pdf[i] = n < Fixed.size() ? Fixed[n] : n == Fixed.size() ? 'Z' : pdf[i] == '\'' ? '\'' : '0';
    }
  }
  return pdf;
}

}  // namespace

std::string render(const Network& network, const RenderOptions& options) {
  return render(network, network.relation_types(), options);
}

std::string render(const Network& network, const RelationTypes& types, const RenderOptions& options) {
  if (options.format == RenderFormat::Html) {
    return render_page(network, types, {}, options);
  }
  const auto scene = compose(network, types, edit(network, types, options), options);
  switch (options.format) {
    case RenderFormat::Dot:
      return write_dot(scene, options);
    case RenderFormat::Svg:
      return write_svg(scene, options.theme);
    case RenderFormat::Png:
      return draw_with_graphviz(write_dot(scene, options), "png");
    case RenderFormat::Pdf:
      return without_time(draw_with_graphviz(write_dot(scene, options), "pdf"));
    case RenderFormat::Html:
      break;
  }
  return {};
}

std::optional<RenderFormat> render_format(std::string_view name) {
  return named<RenderFormat>(std::array<std::string_view, 5>{"dot", "svg", "png", "pdf", "html"}, name);
}

std::optional<RenderTheme> render_theme(std::string_view name) {
  return named<RenderTheme>(std::array<std::string_view, 3>{"auto", "light", "dark"}, name);
}

std::optional<RenderPage> render_page(std::string_view name) {
  return named<RenderPage>(std::array<std::string_view, 3>{"auto", "portrait", "landscape"}, name);
}

std::span<const std::string_view> render_engine_names() { return EngineNames; }

std::optional<RenderEngine> render_engine(std::string_view name) { return named<RenderEngine>(EngineNames, name); }

std::optional<RenderGrouping> render_grouping(std::string_view name) {
  return named<RenderGrouping>(std::array<std::string_view, 2>{"none", "country"}, name);
}

}  // namespace entente
