// entente explain: what every stage saw of an article, sentence by sentence.
#include <string>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <entente/base/error.hpp>
#include <entente/pipeline.hpp>

#include "articles.hpp"
#include "explanation.hpp"
#include "output.hpp"
#include "verbs.hpp"

namespace entente::cli {

namespace {

struct ExplainOptions {
  ArticleOptions articles;
};

void explain(const ExplainOptions& options) {
  ArticleStream articles(options.articles);
  const Pipeline pipeline;
  while (const auto article = articles.next()) {
    print(explanation(pipeline.analyse(*article), pipeline.relation_types()));
  }
}

constexpr const char* Example = R"(
Example:
  entente explain summit.txt
      Words, trees, names, who is who, and the relations with the reason for each.)";

}  // namespace

void add_explain(CLI::App& app, Action& chosen) {
  CLI::App* const verb = app.add_subcommand("explain", "What every stage saw of an article, sentence by sentence");
  static ExplainOptions options;
  verb->add_option("ARTICLE", options.articles.inputs,
                   "Files (.txt .md .html .jsonl), folders, or - for standard input")
      ->required();
  verb->add_option("--date", options.articles.date, "The date of articles that tell none, as 2023-03-18");
  verb->footer(Example);
  verb->callback([&chosen] { chosen = [] { explain(options); }; });
}

}  // namespace entente::cli
