// entente build: articles → one graph, or one graph per line per article.
#include <cstddef>
#include <functional>
#include <iterator>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <entente/base/error.hpp>
#include <entente/formats/json.hpp>
#include <entente/graph/assemble.hpp>
#include <entente/graph/merge.hpp>
#include <entente/pipeline.hpp>
#include <entente/render/page.hpp>

#include "articles.hpp"
#include "graph_output.hpp"
#include "in_order.hpp"
#include "output.hpp"
#include "pipeline_files.hpp"
#include "verbs.hpp"

namespace entente::cli {

namespace {

struct BuildOptions {
  ArticleOptions articles;
  std::string output;  // "" for standard output
  std::string format;
  PipelineFiles files;
  unsigned jobs = 1;
  bool lines = false;
};

void build_lines(const BuildOptions& options) {
  if (!options.format.empty() && options.format != "json") {
    throw Error(ErrorCode::Usage, "--lines", fmt::format("writes json, not {}", options.format));
  }
  ArticleStream articles(options.articles);
  const Pipeline pipeline(open(options.files));
  Output output(options.output);
  Progress progress(articles.count().value_or(0));
  InOrder<Article, std::string> lines(
      [&] { return articles.next(); },
      [&](const Article& article) { return write_json(pipeline.read(article), JsonLayout::Line) + "\n"; },
      [&](const std::string& line) {
        output.write(line);
        progress.step();
      });
  lines.run(options.jobs);
  output.finish();
}

// A Network cannot be moved (it would be copied), so they travel by pointer.
struct Read {
  std::unique_ptr<Network> network;
  std::vector<Document> documents;  // only where they are asked for: they are larger than the network
};

Read read_one(const Pipeline& pipeline, const Article& article, bool keep_document) {
  Read read;
  auto all = pipeline.analyse(article);
  read.network =
      std::make_unique<Network>(assemble(all.document, all.actors, all.relations, pipeline.relation_types()));
  if (keep_document) {
    read.documents.push_back(std::move(all.document));
  }
  return read;
}

// Articles that say their id must not share it, or their mentions could not be told apart. The same article twice is
// none the worse.
class Ids {
 public:
  void check(const Article& article) {
    if (article.id.empty()) {
      return;
    }
    const std::size_t text = std::hash<std::string>{}(article.text);
    const auto [at, fresh] = texts_.emplace(article.id + '\n' + article.source, text);
    if (!fresh && at->second != text) {
      throw Error(ErrorCode::BadFormat, article.id,
                  "two articles have this id; give each its own, or none, and they are numbered");
    }
  }

 private:
  std::unordered_map<std::string, std::size_t> texts_;  // hashes, by id and source
};

Read read_all(const BuildOptions& options, const Pipeline& pipeline, ArticleStream& articles, bool keep_documents) {
  Read result;
  NetworkMerger merger(pipeline.relation_types());
  std::size_t count = 0;
  Progress progress(articles.count().value_or(0));
  Ids ids;
  const auto next = [&] {
    auto article = articles.next();
    if (article) {
      ids.check(*article);
    }
    return article;
  };
  InOrder<Article, Read> work(
      next, [&](const Article& article) { return read_one(pipeline, article, keep_documents); },
      [&](Read read) {
        progress.step();
        if (result.network != nullptr) {
          merger.add(std::move(*result.network));
        }
        result.network = std::move(read.network);
        std::move(read.documents.begin(), read.documents.end(), std::back_inserter(result.documents));
        ++count;
      });
  work.run(options.jobs);
  if (count == 1) {
    return result;
  }
  if (result.network != nullptr) {
    merger.add(std::move(*result.network));
  }
  result.network = std::make_unique<Network>(merger.finish());
  return result;
}

void build(const BuildOptions& options) {
  if (options.lines) {
    build_lines(options);
    return;
  }
  const std::string format = choose_format(options.format, options.output);
  ArticleStream articles(options.articles);
  const Pipeline pipeline(open(options.files));
  const bool page = format == "html";
  const Read read = read_all(options, pipeline, articles, page);
  const auto& types = pipeline.relation_types();
  if (page) {
    deliver(render_page(*read.network, types, read.documents), options.output, format);
  } else {
    deliver(*read.network, types, options.output, format);
  }
}

constexpr const char* Examples = R"(
Examples:
  entente build summit.txt -o summit.svg
      The ending picks the format: .svg .html .png .pdf .dot .json .graphml .gexf .csv .cypher .txt, or --format does.
  entente build --lines --jobs 2 articles.jsonl > graphs.jsonl
      One graph per line for each {"id", "title", "date", "text"}, in the order of the articles.)";

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
  verb->footer(Examples);
  verb->callback([options, &chosen] { chosen = [options] { build(*options); }; });
}

}  // namespace entente::cli
