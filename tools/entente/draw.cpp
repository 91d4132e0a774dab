// entente draw: a saved graph, or an article, → a picture.
#include <memory>
#include <optional>
#include <string>

#include <CLI/CLI.hpp>

#include <entente/base/error.hpp>
#include <entente/render/page.hpp>
#include <entente/render/render.hpp>

#include "faults.hpp"
#include "filter_options.hpp"
#include "graph_input.hpp"
#include "graph_output.hpp"
#include "output.hpp"
#include "pipeline_files.hpp"
#include "usage.hpp"
#include "verbs.hpp"

namespace entente::cli {

namespace {

struct DrawOptions {
  std::string graph;
  std::string output;
  std::string format;
  std::string relations;
  std::string engine = "dot";
  std::string theme = "auto";
  std::string page = "auto";
  std::string group = "none";
  FilterOptions filter;
  std::optional<std::size_t> lines;
  RenderOptions picture;
};

RenderOptions render_options(const DrawOptions& options, const std::string& format) {
  RenderOptions picture = options.picture;
  picture.format = *render_format(format);
  picture.engine = *render_engine(options.engine);
  picture.theme = *render_theme(options.theme);
  picture.page = *render_page(options.page);
  picture.grouping = *render_grouping(options.group);
  picture.types = options.filter.types;
  picture.families = families_of(options.filter.families);
  picture.statuses = statuses_of(options.filter.statuses);
  picture.lines = options.lines;
  return picture;
}

void run(const DrawOptions& options) {
  const std::string format =
      options.format.empty() && options.output.empty() ? "svg" : choose_format(options.format, options.output);
  if (!render_format(format)) {
    throw Error(ErrorCode::Usage, "draw", "makes svg, png, pdf, dot and html, not " + format);
  }
  const RelationTypes types = open_types(options.relations);
  const bool page = format == "html";
  Faults faults("article");
  const Reading reading = load_reading(options.graph, page, faults);
  const RenderOptions picture = render_options(options, format);
  deliver(page ? render_page(*reading.network, types, reading.documents, picture)
               : render(*reading.network, types, picture),
          options.output, format);
  faults.finish();
}

void add_picture_options(CLI::App& verb, DrawOptions& options) {
  RenderOptions& picture = options.picture;
  add_number(verb, "--top", picture.top, "At most so many actors, the most salient; 0 for all");
  add_number(verb, "--lines", options.lines, "At most so many lines, the most certain; 0 for all");
  verb.add_option("--around", picture.around, "Only this actor and those near it");
  add_number(verb, "--depth", picture.depth, "With --around, within so many relations", 1);
  add_kind_options(verb, options.filter);
  verb.add_option("--min-confidence", picture.min_confidence, "Only relations at least so certain, 0 to 1")
      ->check(CLI::Range(0.0, 1.0));
  verb.add_option("--engine", options.engine, "The layout: dot, neato, fdp, sfdp, circo or twopi")
      ->check(CLI::IsMember({"dot", "neato", "fdp", "sfdp", "circo", "twopi"}));
  verb.add_option("--theme", options.theme, "auto follows the reader's screen; light, dark")
      ->check(CLI::IsMember({"auto", "light", "dark"}));
  verb.add_option("--page,--size", options.page, "auto, portrait or landscape")
      ->check(CLI::IsMember({"auto", "portrait", "landscape"}));
  add_group_option(verb, options.group);
  verb.add_option("--heading", picture.heading, "Above the picture, instead of the article's title");
}

constexpr const char* Examples = R"(
Examples:
  entente draw graph.json -o graph.svg --top 15
  entente draw graph.json -o putin.png --around putin --depth 2 --family conflict)";

}  // namespace

void add_draw(CLI::App& app, Action& chosen) {
  CLI::App* const verb =
      app.add_subcommand("draw", "A graph becomes a picture: SVG, PNG, PDF or DOT, or a page (HTML)");
  const auto options = std::make_shared<DrawOptions>();
  verb->add_option("GRAPH", options->graph, "A graph (.json), an article, a folder, or - for standard input")
      ->required();
  verb->add_option("-o,--output", options->output, "The file to write; without it SVG is printed");
  verb->add_option("--format", options->format, "The format, whatever the ending of the file");
  add_types_file(*verb, options->relations);
  add_picture_options(*verb, *options);
  verb->footer(Examples);
  verb->callback([options, &chosen] { chosen = [options] { run(*options); }; });
}

}  // namespace entente::cli
