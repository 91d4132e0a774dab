#include <entente/output_formats.hpp>

#include <algorithm>
#include <array>

#include <entente/formats/csv.hpp>
#include <entente/formats/cypher.hpp>
#include <entente/formats/ftm.hpp>
#include <entente/formats/gexf.hpp>
#include <entente/formats/graphml.hpp>
#include <entente/formats/json.hpp>
#include <entente/render/graphviz_source.hpp>
#include <entente/render/render.hpp>
#include <entente/render/style.hpp>

namespace entente::inline v0_1 {

namespace {

std::string json(const Network& network, const RelationTypes& /*types*/) { return write_json(network); }

template <RenderFormat Picture>
std::string draw(const Network& network, const RelationTypes& types) {
  return render(network, types, {.format = Picture});
}

// Of the network alone: what relation types mean is not in it.
template <std::string (*Write)(const Network&)>
std::string plain(const Network& network, const RelationTypes& /*types*/) {
  return Write(network);
}

// The colors of the picture, on a light page. Nodes are filled by Gephi and have no outline: they take its color.
std::string gexf(const Network& network, const RelationTypes& types) {
  const Style& style = picture_style();
  GexfColors colors;
  std::transform(style.actors.begin(), style.actors.end(), colors.actors.begin(),
                 [](const ActorStyle& actor) { return actor.line.light; });
  std::transform(style.families.begin(), style.families.end(), colors.families.begin(),
                 [](const FamilyStyle& family) { return family.color.light; });
  return write_gexf(network, types, colors);
}

constexpr std::array Formats = {
    OutputFormat{"json", true, json},
    OutputFormat{"svg", true, draw<RenderFormat::Svg>},
    OutputFormat{"png", false, draw<RenderFormat::Png>},
    OutputFormat{"pdf", false, draw<RenderFormat::Pdf>},
    OutputFormat{"dot", true, draw<RenderFormat::Dot>},
    OutputFormat{"gv", true, write_graphviz},
    OutputFormat{"html", true, draw<RenderFormat::Html>},
    OutputFormat{"graphml", true, write_graphml},
    OutputFormat{"gexf", true, gexf},
    OutputFormat{"csv", true, write_csv_relations},
    OutputFormat{"nodes.csv", true, write_csv_actors},
    OutputFormat{"evidence.csv", true, plain<write_csv_evidence>},
    OutputFormat{"articles.csv", true, plain<write_csv_articles>},
    OutputFormat{"cypher", true, write_cypher},
    OutputFormat{"ftm", true, write_ftm},
};

}  // namespace

std::span<const OutputFormat> output_formats() { return Formats; }

const OutputFormat* find_output_format(std::string_view name) {
  const auto* const found = std::find_if(Formats.begin(), Formats.end(), [&](const auto& f) { return f.name == name; });
  return found == Formats.end() ? nullptr : found;
}

}  // namespace entente
