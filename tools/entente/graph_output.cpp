#include "graph_output.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <optional>

#include <unistd.h>

#include <fmt/format.h>

#include <entente/base/error.hpp>
#include <entente/base/files.hpp>
#include <entente/formats/csv.hpp>
#include <entente/formats/cypher.hpp>
#include <entente/formats/gexf.hpp>
#include <entente/formats/graphml.hpp>
#include <entente/formats/json.hpp>
#include <entente/render/render.hpp>

#include "listing.hpp"
#include "output.hpp"

namespace entente::cli {

namespace {

struct Format {
  std::string_view name;
  bool text;
  std::string (*write)(const Network&, const RelationTypes&);
};

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
    Format{"text", true, list_network},
    Format{"json", true, [](const Network& network, const RelationTypes& /*types*/) { return write_json(network); }},
    Format{"svg", true, draw<RenderFormat::Svg>},
    Format{"png", false, draw<RenderFormat::Png>},
    Format{"pdf", false, draw<RenderFormat::Pdf>},
    Format{"dot", true, draw<RenderFormat::Dot>},
    Format{"graphml", true, plain<write_graphml>},
    Format{"gexf", true, plain<write_gexf>},
    Format{"csv", true, plain<write_csv_relations>},
    Format{"cypher", true, plain<write_cypher>},
    Format{"html", true, draw<RenderFormat::Html>},
};

const Format* find_format(std::string_view name) {
  const auto* const found =
      std::find_if(Formats.begin(), Formats.end(), [&](const Format& f) { return f.name == name; });
  return found == Formats.end() ? nullptr : found;
}

std::string known_formats(const char* before) {
  std::string names;
  for (const Format& format : Formats) {
    names += fmt::format("{}{}{}", names.empty() ? "" : " ", before, format.name);
  }
  return names;
}

}  // namespace

std::string choose_format(const std::string& format, const std::string& path) {
  if (!format.empty()) {
    if (find_format(format) == nullptr) {
      throw Error(ErrorCode::Usage, "--format",
                  fmt::format("found \"{}\"; expected one of {}", format, known_formats("")));
    }
    return format;
  }
  if (path.empty()) {
    return "text";
  }
  std::string end = std::filesystem::path(path).extension().string();
  std::transform(end.begin(), end.end(), end.begin(), [](unsigned char c) { return std::tolower(c); });
  if (end == ".txt") {
    return "text";
  }
  if (end.size() < 2 || find_format(std::string_view(end).substr(1)) == nullptr) {
    throw Error(ErrorCode::Usage, path,
                fmt::format("its ending tells no format; expected one of {}, or --format", known_formats(".")));
  }
  return end.substr(1);
}

std::string write_network(const Network& network, const RelationTypes& types, const std::string& format) {
  return find_format(format)->write(network, types);
}

void deliver(const Network& network, const RelationTypes& types, const std::string& path, const std::string& format) {
  if (format == "csv" && !path.empty()) {
    write_file(std::filesystem::path(path).replace_extension(".nodes.csv").string(), write_csv_actors(network));
  }
  deliver(write_network(network, types, format), path, format);
}

void deliver(std::string_view bytes, const std::string& path, const std::string& format) {
  if (!path.empty()) {
    write_file(path, bytes);
    return;
  }
  if (!find_format(format)->text && ::isatty(STDOUT_FILENO) == 1) {
    throw Error(ErrorCode::Usage, "standard output", fmt::format("is a terminal; write {} to a file by -o", format));
  }
  print(bytes);
}

}  // namespace entente::cli
