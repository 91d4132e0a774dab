// Scores the name tagger on annotated words: evaluate_names GOLD.iob2 [--model FILE] [--json] [--show N]
#include <algorithm>
#include <cstdio>
#include <exception>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <entente/base/files.hpp>
#include <entente/encoding/encoder.hpp>
#include <entente/names/name_finder.hpp>
#include <entente/tagging/show.hpp>
#include <entente_train/bio.hpp>

#include "metrics.hpp"

namespace {

using entente::NameKind;
using entente::train::Entity;

// What Universal NER would call it; "" for what it does not annotate: nationalities and peoples, events, works.
std::string type_of(NameKind kind) {
  switch (kind) {
    case NameKind::Person:
      return "PER";
    case NameKind::Organisation:
    case NameKind::Group:
      return "ORG";
    case NameKind::Place:
    case NameKind::Country:
      return "LOC";
    default:
      return "";
  }
}

void show_differences(const entente::train::EntityBank& bank, const std::vector<Entity>& found, std::size_t count) {
  const auto show = [&](const char* what, const std::vector<Entity>& from, const std::vector<Entity>& without) {
    std::size_t shown = 0;
    for (const Entity& e : from) {
      if (shown < count && !std::binary_search(without.begin(), without.end(), e)) {
        ++shown;
        const entente::Document& document = bank.documents[e.document];
        const auto s = document.sentence_of(e.tokens.begin);
        fmt::print("{} {} {} | {}\n", what, e.type, show_tokens(document, e.tokens),
                   show_tokens(document, document.sentences[s].tokens));
      }
    }
  };
  show("missed", bank.entities, found);
  show("extra ", found, bank.entities);
}

void evaluate(const std::string& path, const std::string& model_name, bool as_json, std::size_t show) {
  const entente::train::EntityBank bank = entente::train::read_bio(entente::read_file(path), path);
  const entente::Model model = entente::Model::open(model_name);
  const entente::Encoder encoder(model);
  const entente::NameTagger tagger(model);
  std::vector<Entity> found;
  for (std::uint32_t d = 0; d < bank.documents.size(); ++d) {
    entente::NameScores scores;
    encoder.encode(bank.documents[d], [&](const entente::Encoding& part) {
      scores.append(tagger.scores(part), part.tokens.size(), bank.documents[d].tokens.size());
    });
    for (const entente::Name& name : tagger.find(bank.documents[d], std::move(scores)).names) {
      if (std::string type = type_of(name.kind); !type.empty()) {
        found.push_back({d, name.tokens, std::move(type)});
      }
    }
  }
  entente::train::print_metrics(entente::train::score_entities(bank.entities, found), as_json);
  show_differences(bank, found, show);
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Scores the names that the model finds in annotated words: exact spans and types.");
  app.footer("Example: evaluate_names uner-ewt-dev.iob2 --show 20");
  std::string gold;
  std::string model = "accurate";
  bool as_json = false;
  std::size_t show = 0;
  app.add_option("gold", gold, "words with B-, I- and O tags of PER, ORG, LOC")->required();
  app.add_option("--model", model, "accurate, fast, or a model file");
  app.add_flag("--json", as_json, "print JSON");
  app.add_option("--show", show, "how many of the missed and of the extra names to list");
  CLI11_PARSE(app, argc, argv);
  try {
    evaluate(gold, model, as_json, show);
  } catch (const std::exception& error) {
    fmt::print(stderr, "evaluate_names: {}\n", error.what());
    return 1;
  }
  return 0;
}
