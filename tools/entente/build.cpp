// entente build: articles → one graph, or one graph per line per article.
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <entente/base/error.hpp>
#include <entente/formats/json.hpp>
#include <entente/pipeline.hpp>

#include "articles.hpp"
#include "drawing_options.hpp"
#include "faults.hpp"
#include "graph_output.hpp"
#include "output.hpp"
#include "pipeline_files.hpp"
#include "reading.hpp"
#include "usage.hpp"
#include "verbs.hpp"

namespace entente::cli {

namespace {

struct BuildOptions {
  ArticleOptions articles;
  OutputOptions output;
  DrawingOptions drawing;
  PipelineFiles files;
  unsigned jobs = 1;
  bool lines = false;
  bool faults = false;
  bool strict = false;
};

// What stands in the place of the graph of an article that cannot be read.
std::string fault_line(const Error& error) {
  return nlohmann::json({{"fault", error.what()}}).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) +
         "\n";
}

void build_lines(const BuildOptions& options, Faults& faults) {
  const std::string path = lines_target(options.output);
  if (asks_for_part(options.drawing)) {
    throw Error(ErrorCode::Usage, "--lines", "writes whole graphs; entente merge writes the part that is wanted");
  }
  ArticleStream articles(options.articles);
  const Pipeline pipeline(open(options.files));
  Output output(path);
  read_each<std::string>(
      articles, options.jobs, faults,
      [&](const Article& article) {
        const Remarked<Reading> reading = read_one(article, pipeline);
        return Remarked<std::string>{write_json(*reading.result.network, JsonLayout::Line) + "\n", reading.remark};
      },
      [&](const std::string& line) { output.write(line); },
      [&](const Error& error) { output.write(options.faults ? fault_line(error) : ""); });
  faults.expect_some();
  output.finish();
}

void build_one(const BuildOptions& options, const std::vector<Target>& targets, Faults& faults) {
  ArticleStream articles(options.articles);
  const PipelineOptions opened = open(options.files);
  const Pipeline pipeline(opened);
  const Reading reading =
      read_all(articles, pipeline, faults, {.jobs = options.jobs, .keep_documents = shows_documents(targets)});
  // Once more where there are several articles: by the names that all of them give the actors.
  correct(*reading.network,
          corrections_among(opened.user_relations, opened.user_relations_name, pipeline.relation_types()),
          pipeline.relation_types());
  deliver(reading, pipeline.relation_types(), options.drawing, targets);
}

// A graph on each line is asked for by --lines, or by the format of the one file.
bool wants_lines(const BuildOptions& options) {
  if (options.lines) {
    return true;
  }
  const std::vector<Target> targets = targets_of(options.output, "text");
  return targets.size() == 1 && targets.front().format == GraphLines;
}

void build(const BuildOptions& options) {
  Faults faults("article", options.strict);
  if (wants_lines(options)) {
    expect_pictures(options.drawing, std::vector<Target>{{"", std::string(GraphLines)}});
    build_lines(options, faults);
  } else {
    const std::vector<Target> targets = targets_of(options.output, "text");
    expect_pictures(options.drawing, targets);
    build_one(options, targets, faults);
  }
  faults.finish();
}

constexpr const char* Examples = R"(
Examples:
  entente build summit.txt -o summit.svg
      The ending picks the format: .svg .html .png .pdf .dot .gv .json .jsonl .graphml .gexf .csv .cypher .ftm .txt,
      or --format does. The verb may be left out: entente summit.txt
  entente build summit.txt -o summit.json -o summit.svg --top 12 --theme light
  entente build --lines --jobs 2 articles.jsonl > graphs.jsonl
      One graph per line for each {"id", "title", "date", "text"}, in the order of the articles.
      What is no article is told and skipped; the program ends with 1, then.)";

}  // namespace

void add_build(CLI::App& app, Action& chosen) {
  CLI::App* const verb = app.add_subcommand("build", "Articles become a graph: a picture, a file, or a list to read");
  const auto options = std::make_shared<BuildOptions>();
  verb->add_option("ARTICLE", options->articles.inputs,
                   "Files (.txt .md .html .jsonl …), folders, or - for standard input")
      ->required()
      ->type_name("FILE");
  add_output_options(*verb, options->output, "a readable list is printed");
  verb->add_option("-d,--date", options->articles.date, "The date of articles without a date, as 2023-03-18")
      ->type_name("DATE");
  add_pipeline_files(*verb, options->files);
  verb->add_option("-j,--jobs", options->jobs, "How many threads read articles")
      ->check(CLI::Range(1U, 256U).description(""))
      ->type_name("N");
  verb->add_flag("--lines", options->lines, "Print one graph per line for each article, in order");
  verb->add_flag("--faults", options->faults,
                 "With --lines: a line {\"fault\": …} in the place of each article that cannot be read")
      ->needs("--lines");
  verb->add_flag("--strict", options->strict, "Stop at the first article that cannot be read, instead of skipping it");
  add_drawing_options(*verb, options->drawing);
  verb->footer(Examples);
  verb->callback([options, &chosen] { chosen = [options] { build(*options); }; });
}

}  // namespace entente::cli
