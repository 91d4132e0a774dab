#include <entente/render/page.hpp>

#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <entente/base/integrity.hpp>
#include <entente/model/resources.hpp>
#include <entente/render/captions.hpp>
#include <entente/render/drawing.hpp>
#include <entente/render/lettering.hpp>
#include <entente/render/page_data.hpp>
#include <entente/render/page_text.hpp>
#include <entente/render/scene.hpp>
#include <entente/render/style.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr double LegendWidth = 400.0;

// The colors of the picture as properties that page.css speaks of: --person-fill, --conflict, --paper.
std::string color_rules(bool dark) {
  const auto& style = picture_style();
  std::string rules;
  const auto put = [&](std::string_view name, const Color& color) {
    rules += fmt::format("--{}:{};", name, dark ? color.dark : color.light);
  };
  put("paper", style.paper);
  put("ink", style.ink);
  put("quiet", style.quiet);
  for (std::size_t i = 0; i < style.actors.size(); ++i) {
    const auto word = std::string(actor_kind_name(static_cast<ActorKind>(i)));
    put(word + "-fill", style.actors.at(i).fill);
    put(word + "-line", style.actors.at(i).line);
    put(word + "-text", style.actors.at(i).text);
  }
  for (std::size_t i = 0; i < style.families.size(); ++i) {
    put(family_name(static_cast<RelationFamily>(i)), style.families.at(i).color);
  }
  return fmt::format(":root{{color-scheme:{};{}}}\n", dark ? "dark" : "light", rules);
}

std::string page_style(const Scene& scene, RenderTheme theme) {
  std::string css = color_rules(theme == RenderTheme::Dark);
  if (theme == RenderTheme::Auto) {
    css += "@media screen and (prefers-color-scheme:dark){" + color_rules(true) + "}\n";
  }
  css += resource("page/page.css");
  return css + svg_style(scene, theme);
}

using Parts = std::vector<std::pair<std::string_view, std::string>>;

// Puts parts where the template names them, {{title}}. What was put in is not looked at again.
std::string filled(std::string_view text, const Parts& parts) {
  std::string out;
  for (;;) {
    const auto open = text.find("{{");
    out += text.substr(0, open);
    if (open == std::string_view::npos) {
      return out;
    }
    const auto close = text.find("}}", open);
    const auto name = text.substr(open + 2, close - open - 2);
    for (const auto& [part, content] : parts) {
      out += part == name ? content : "";
    }
    text.remove_prefix(close + 2);
  }
}

}  // namespace

std::string render_page(const Network& network, std::span<const Document> articles, const RenderOptions& options) {
  return render_page(network, network.relation_types(), articles, options);
}

std::string render_page(const Network& network, const RelationTypes& types, std::span<const Document> articles,
                        const RenderOptions& options) {
  auto picture = options;
  picture.title = false;
  picture.legend = false;
  if (picture.page == RenderPage::Auto) {
    picture.page = RenderPage::Landscape;  // the window beside the text is wider than high on most screens
  }
  const auto drawing = edit(network, types, options);
  const auto scene = compose(network, types, drawing, picture);
  const auto quoted = quotations(network);
  const auto style = page_style(scene, options.theme);
  const auto script = std::string(resource("page/page.js")) + std::string(resource("page/tools.js"));
  return filled(resource("page/page.html"),
                {{"title", escaped_xml(scene.title)},
                 {"byline", escaped_xml(byline(network, options))},
                 {"style-digest", integrity_digest(style)},
                 {"script-digest", integrity_digest(script)},
                 {"style", style},
                 {"script", script},
                 {"picture", write_svg(scene, options.theme, {"picture", true})},
                 {"legend", write_svg(compose_legend(network, drawing, LegendWidth), options.theme, {"legend", true})},
                 {"notes", escaped_xml(notes(network, drawing))},
                 {"articles", articles_html(network, articles, quoted)},
                 {"data", page_data(network, types, drawing, scene, quoted)}});
}

}  // namespace entente
