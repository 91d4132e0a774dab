// entente explain: what every stage saw of an article, sentence by sentence.
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include <entente/base/files.hpp>
#include <entente/formats/conllu.hpp>
#include <entente/pipeline.hpp>

#include "articles.hpp"
#include "explanation.hpp"
#include "faults.hpp"
#include "output.hpp"
#include "pipeline_files.hpp"
#include "reading.hpp"
#include "remarks.hpp"
#include "verbs.hpp"

namespace entente::cli {

namespace {

struct ExplainOptions {
  ArticleOptions articles;
  PipelineFiles files;
  bool conllu = false;  // as CoNLL-U instead of the explanation
};

// The sentences and words of the file stay as they are; all else is the pipeline's.
std::string explained_treebank(const std::string& path, const ExplainOptions& options, const Pipeline& pipeline) {
  Treebank given = read_conllu(read_file(path), path);
  const Analysis all = pipeline.analyze(std::move(given.document));
  if (!options.conllu) {
    return explanation(all, pipeline.relation_types());
  }
  return write_conllu(all.document, all.tagging, all.syntax,
                      {.sent_ids = std::move(given.sent_ids), .documents = std::move(given.documents)});
}

Remarked<std::string> explained(const Article& article, const ExplainOptions& options, const Pipeline& pipeline) {
  const Analysis all = pipeline.analyze(article);
  return {options.conllu ? write_conllu(all.document, all.tagging, all.syntax)
                         : explanation(all, pipeline.relation_types()),
          remark_on(all.document, article.format)};
}

void explain_treebank(const std::string& path, const ExplainOptions& options, const Pipeline& pipeline,
                      Faults& faults) {
  std::string text;
  try {
    text = explained_treebank(path, options, pipeline);
  } catch (const Error& error) {
    faults.skip(error);
    return;
  }
  faults.used();
  show(text);
}

void explain(const ExplainOptions& options) {
  const Pipeline pipeline(open(options.files));
  Faults faults("article");
  for (const std::string& input : options.articles.inputs) {
    if (input.ends_with(".conllu")) {
      explain_treebank(input, options, pipeline, faults);
    } else {
      ArticleStream articles({{input}, options.articles.date});
      read_each<std::string>(
          articles, 1, faults, [&](const Article& article) { return explained(article, options, pipeline); },
          [](const std::string& text) { show(text); });
    }
  }
  faults.finish();
}

constexpr const char* Examples = R"(
Examples:
  entente explain summit.txt
      Words, trees, names, who is who, and the relations with the reason for each.
  entente explain --conllu summit.txt > summit.conllu
      Sentences, words, tags and trees in the form of the Universal Dependencies treebanks.)";

}  // namespace

void add_explain(CLI::App& app, Action& chosen) {
  CLI::App* const verb = app.add_subcommand("explain", "What every stage saw of an article, sentence by sentence");
  const auto options = std::make_shared<ExplainOptions>();
  verb->add_option("ARTICLE", options->articles.inputs,
                   "Files (.txt .md .html .jsonl), folders, - for standard input; of .conllu files sentences and words "
                   "are kept")
      ->required()
      ->type_name("FILE");
  verb->add_flag("--conllu", options->conllu, "Print CoNLL-U: sentences, words, tags and trees");
  verb->add_option("-d,--date", options->articles.date, "The date of articles without a date, as 2023-03-18")
      ->type_name("DATE");
  add_pipeline_files(*verb, options->files);
  verb->footer(Examples);
  verb->callback([options, &chosen] { chosen = [options] { explain(*options); }; });
}

}  // namespace entente::cli
