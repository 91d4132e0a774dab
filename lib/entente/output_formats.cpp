#include <entente/output_formats.hpp>

#include <algorithm>
#include <array>

#include <entente/formats/csv.hpp>
#include <entente/formats/cypher.hpp>
#include <entente/formats/gexf.hpp>
#include <entente/formats/graphml.hpp>
#include <entente/formats/json.hpp>
#include <entente/render/render.hpp>

namespace entente {

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

constexpr std::array Formats = {
    OutputFormat{"json", true, json},
    OutputFormat{"svg", true, draw<RenderFormat::Svg>},
    OutputFormat{"png", false, draw<RenderFormat::Png>},
    OutputFormat{"pdf", false, draw<RenderFormat::Pdf>},
    OutputFormat{"dot", true, draw<RenderFormat::Dot>},
    OutputFormat{"html", true, draw<RenderFormat::Html>},
    OutputFormat{"graphml", true, plain<write_graphml>},
    OutputFormat{"gexf", true, plain<write_gexf>},
    OutputFormat{"csv", true, plain<write_csv_relations>},
    OutputFormat{"nodes.csv", true, plain<write_csv_actors>},
    OutputFormat{"cypher", true, plain<write_cypher>},
};

}  // namespace

std::span<const OutputFormat> output_formats() { return Formats; }

const OutputFormat* find_output_format(std::string_view name) {
  const auto* const found = std::find_if(Formats.begin(), Formats.end(), [&](const auto& f) { return f.name == name; });
  return found == Formats.end() ? nullptr : found;
}

}  // namespace entente
