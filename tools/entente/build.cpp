// entente build: articles → one graph, or one graph per line per article.
#include <memory>
#include <string>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <entente/base/error.hpp>
#include <entente/formats/json.hpp>
#include <entente/pipeline.hpp>
#include <entente/render/page.hpp>

#include "articles.hpp"
#include "faults.hpp"
#include "filter_options.hpp"
#include "graph_output.hpp"
#include "output.hpp"
#include "pipeline_files.hpp"
#include "reading.hpp"
#include "verbs.hpp"

namespace entente::cli {

namespace {

struct BuildOptions {
  ArticleOptions articles;
  std::string output;  // "" for standard output
  std::string format;
  std::string group = "none";
  PipelineFiles files;
  unsigned jobs = 1;
  bool lines = false;
  bool strict = false;
};

void build_lines(const BuildOptions& options, Faults& faults) {
  expect_lines(options.format, options.output);
  ArticleStream articles(options.articles);
  const Pipeline pipeline(open(options.files));
  Output output(options.output);
  read_each<std::string>(
      articles, options.jobs, faults,
      [&](const Article& article) {
        const Remarked<Reading> reading = read_one(article, pipeline);
        return Remarked<std::string>{write_json(*reading.result.network, JsonLayout::Line) + "\n", reading.remark};
      },
      [&](const std::string& line) { output.write(line); });
  faults.expect_some();
  output.finish();
}

// The pictures are drawn by the options; all else is written as it is for everyone.
RenderOptions picture_options(const BuildOptions& options, const std::string& format) {
  RenderOptions picture;
  const auto known = render_format(format);
  if (!known && options.group != "none") {
    throw Error(ErrorCode::Usage, "--group", fmt::format("is for pictures and pages, not for {}", format));
  }
  picture.format = known.value_or(RenderFormat::Svg);
  picture.grouping = *render_grouping(options.group);
  return picture;
}

void build_one(const BuildOptions& options, Faults& faults) {
  const std::string format = choose_format(options.format, options.output);
  ArticleStream articles(options.articles);
  const Pipeline pipeline(open(options.files));
  const RenderOptions picture = picture_options(options, format);
  const bool page = format == "html";
  const Reading reading = read_all(articles, pipeline, faults, {.jobs = options.jobs, .keep_documents = page});
  const auto& types = pipeline.relation_types();
  if (page) {
    deliver(render_page(*reading.network, types, reading.documents, picture), options.output, format);
  } else if (render_format(format)) {
    deliver(render(*reading.network, types, picture), options.output, format);
  } else {
    deliver(*reading.network, types, options.output, format);
  }
}

void build(const BuildOptions& options) {
  Faults faults("article", options.strict);
  options.lines ? build_lines(options, faults) : build_one(options, faults);
  faults.finish();
}

constexpr const char* Examples = R"(
Examples:
  entente build summit.txt -o summit.svg
      The ending picks the format: .svg .html .png .pdf .dot .gv .json .graphml .gexf .csv .cypher .ftm .txt,
      or --format does.
  entente build --lines --jobs 2 articles.jsonl > graphs.jsonl
      One graph per line for each {"id", "title", "date", "text"}, in the order of the articles.
      What is no article is told and skipped; the program ends with 1, then.)";

}  // namespace

void add_build(CLI::App& app, Action& chosen) {
  CLI::App* const verb = app.add_subcommand("build", "Articles become a graph: a picture, a file, or a list to read");
  const auto options = std::make_shared<BuildOptions>();
  verb->add_option("ARTICLE", options->articles.inputs,
                   "Files (.txt .md .html .jsonl), folders, or - for standard input")
      ->required();
  verb->add_option("-o,--output", options->output, "The file to write; without it a readable list is printed");
  verb->add_option("--format", options->format, "The format, whatever the ending of the file");
  verb->add_option("--date", options->articles.date, "The date of articles that tell none, as 2023-03-18");
  add_pipeline_files(*verb, options->files);
  verb->add_option("--jobs", options->jobs, "How many threads read articles")->check(CLI::Range(1U, 256U));
  verb->add_flag("--lines", options->lines, "Print one graph per line for each article, in order");
  verb->add_flag("--strict", options->strict, "Stop at the first article that cannot be read, instead of skipping it");
  add_group_option(*verb, options->group);
  verb->footer(Examples);
  verb->callback([options, &chosen] { chosen = [options] { build(*options); }; });
}

}  // namespace entente::cli
