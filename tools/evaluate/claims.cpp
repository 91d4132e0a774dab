// What relations are read, told or doubted, with the votes for them: claims ARTICLES.jsonl > claims.jsonl
// A line for each article: {"id", "actors": [{"kind", "mentions": [[begin, end, form], …]}, …], "claims": [{"source",
// "target", "type", "sentence", "layer", "rules", "doubtful", "confidence", "predicate", "why"}, …]}: mentions in code
// points of the text; source and target count the actors, sentence is where its text begins.
// tools/train/network/fit_confidence.py learns from it how sure a relation is, and as_read.py makes of it what the
// layer of relations sees of annotated articles when the library reads them.
#include <algorithm>
#include <cstdio>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <entente/base/files.hpp>
#include <entente/pipeline.hpp>

namespace {

using entente::Analysis;
using entente::Finding;
using nlohmann::json;

// Code points before a byte.
std::size_t characters(std::string_view text, std::size_t bytes) {
  std::size_t count = 0;
  for (const char c : text.substr(0, bytes)) {
    count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  }
  return count;
}

json claims_of(const Analysis& all, const entente::RelationTypes& types) {
  json actors = json::array();
  for (const auto& actor : all.actors.actors) {
    json mentions = json::array();
    for (const entente::MentionId m : actor.mentions) {
      const entente::Span bytes = all.document.bytes(all.actors.mentions[m].tokens);
      mentions.push_back({characters(all.document.text, bytes.begin), characters(all.document.text, bytes.end),
                          mention_form_name(all.actors.mentions[m].form)});
    }
    actors.push_back({{"kind", actor_kind_name(actor.kind)}, {"mentions", std::move(mentions)}});
  }
  const auto sentence_bytes = [&](const Finding& it) {
    return all.document.bytes(all.document.sentences[it.sentence].tokens);
  };
  json claims = json::array();
  for (const auto* findings : {&all.relations.findings, &all.relations.doubted}) {
    for (const Finding& it : *findings) {
      claims.push_back({{"source", it.source},
                        {"target", it.target},
                        {"type", types.types[it.type].name},
                        {"sentence", characters(all.document.text, sentence_bytes(it).begin)},
                        {"layer", it.inputs.model},
                        {"rules", it.inputs.rules},
                        {"doubtful", it.inputs.doubtful},
                        {"confidence", it.confidence},
                        {"predicate", it.predicate},
                        {"why", it.why}});
    }
  }
  return {{"id", all.document.id}, {"actors", std::move(actors)}, {"claims", std::move(claims)}};
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("What relations are read, with the votes for them");
  std::string model = "accurate";
  std::string articles;
  app.add_option("--model", model);
  app.add_option("articles", articles, "articles as JSON Lines")->required();
  CLI11_PARSE(app, argc, argv);
  try {
    const entente::Pipeline pipeline({.model = model});
    const std::string lines = entente::read_file(articles);
    for (std::size_t begin = 0; begin < lines.size();) {
      const std::size_t end = std::min(lines.find('\n', begin), lines.size());
      const auto row = json::parse(lines.begin() + static_cast<std::ptrdiff_t>(begin),
                                   lines.begin() + static_cast<std::ptrdiff_t>(end));
      const auto all = pipeline.analyze(
          entente::Article{.id = row["id"].get<std::string>(), .text = row["text"].get<std::string>()});
      fmt::print("{}\n", claims_of(all, pipeline.relation_types()).dump());
      begin = end + 1;
    }
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return 1;
  }
  return 0;
}
