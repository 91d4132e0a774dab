// How fast the pipeline is, in all and by stage: bench_pipeline ARTICLES.jsonl [ROUNDS [MODEL]]
//
// Prints the time to start, words a second from bytes to network and to JSON on one core, the share of every stage, the
// time from an article of about 700 words to its SVG, and the peak of memory. A word is a token of the document.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <entente/actors/resolver.hpp>
#include <entente/encoding/encoder.hpp>
#include <entente/formats/json.hpp>
#include <entente/graph/assemble.hpp>
#include <entente/mentions/mention_scorer.hpp>
#include <entente/names/name_finder.hpp>
#include <entente/pipeline.hpp>
#include <entente/relations/reader.hpp>
#include <entente/render/render.hpp>
#include <entente/syntax/parser.hpp>
#include <entente/tagging/tagger.hpp>
#include <entente/text/reader.hpp>

namespace {

using namespace entente;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

std::vector<Article> read_articles(const char* path) {
  std::vector<Article> articles;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    const auto json = nlohmann::json::parse(line);
    Article article;
    article.id = json.value("id", "");
    article.text = json.value("text", "");
    articles.push_back(std::move(article));
  }
  return articles;
}

// The stages one after the other, as Pipeline::analyze runs them, with a clock between.
struct Stages {
  explicit Stages(const std::string& name) : model(Model::open(name)) {}

  Model model;
  const Reader reader{model};
  const Encoder encoder{model};
  const Tagger tagger{model};
  const Parser parser{model};
  const NameTagger names{model};
  const MentionScorer mentions{model};
  const Resolver resolver{model};
  const RelationReader relations{model};
};

struct Times {
  std::vector<std::pair<const char*, double>> stages;
  std::size_t words = 0;
  void add(const char* stage, double seconds) {
    const auto found = std::find_if(stages.begin(), stages.end(), [&](const auto& s) { return s.first == stage; });
    if (found == stages.end()) {
      stages.emplace_back(stage, seconds);
    } else {
      found->second += seconds;
    }
  }
};

void run(const Stages& s, const Article& article, Times& times) {
  const auto timed = [&](const char* name, auto&& work) {
    const auto start = Clock::now();
    auto result = work();
    times.add(name, seconds_since(start));
    return result;
  };
  const Document document = timed("text", [&] { return s.reader.read(article); });
  std::vector<Tag> tags;
  Trees trees;
  NameScores scores;
  MentionScores mention_scores;
  double reading = 0.0;  // seconds that are not the encoder's
  const auto encoding = Clock::now();
  s.encoder.encode(document, [&](const Encoding& part) {
    const auto begin = Clock::now();
    const auto next = timed("tagging", [&] { return s.tagger.tags(part, document); });
    tags.insert(tags.end(), next.begin(), next.end());
    trees.append(timed("syntax", [&] { return s.parser.trees(document, part); }));
    scores.append(timed("names", [&] { return s.names.scores(part); }), part.tokens.size(), document.tokens.size());
    mention_scores.append(timed("mentions", [&] { return s.mentions.score(part); }), document.tokens.size());
    reading += seconds_since(begin);
  });
  times.add("encoding", seconds_since(encoding) - reading);
  const Tagging tagging = timed("tagging", [&] { return s.tagger.tag(document, std::move(tags)); });
  const Syntax syntax = timed("syntax", [&] { return s.parser.parse(document, tagging, std::move(trees)); });
  const Names names = timed("names", [&] { return s.names.find(document, std::move(scores)); });
  const Actors actors =
      timed("actors", [&] { return s.resolver.resolve(document, tagging, syntax, names, mention_scores); });
  const Relations relations =
      timed("relations", [&] { return s.relations.read(document, tagging, syntax, actors, mention_scores); });
  const auto start = Clock::now();
  const Network network = assemble(document, actors, relations, s.relations.types());
  times.add("graph", seconds_since(start));
  timed("json", [&] { return write_json(network, JsonLayout::Line); });
  times.words += document.tokens.size();
}

void print_speed(const std::vector<Article>& articles, int rounds, const std::string& model) {
  const auto start = Clock::now();
  const Stages stages(model);
  fmt::print("start-up             {:8.1f} ms\n", seconds_since(start) * 1e3);
  Times times;
  double best = 1e9;
  for (int round = 0; round < rounds; ++round) {
    Times now;
    const auto begin = Clock::now();
    for (const Article& article : articles) {
      run(stages, article, now);
    }
    const double total = seconds_since(begin);
    if (total < best) {
      best = total;
      times = now;
    }
  }
  fmt::print("articles             {:8}\nwords                {:8}\n", articles.size(), times.words);
  fmt::print("bytes to JSON        {:8.0f} words/s (best of {} rounds)\n", static_cast<double>(times.words) / best,
             rounds);
  for (const auto& [stage, seconds] : times.stages) {
    fmt::print("  {:<18} {:8.2f} µs/word {:5.1f} %\n", stage, seconds / static_cast<double>(times.words) * 1e6,
               100 * seconds / best);
  }
}

void print_picture(const std::vector<Article>& articles, int rounds, const std::string& model) {
  const auto size = [](const Article& a) { return static_cast<long>(a.text.size()); };
  constexpr long Typical = 4200;  // bytes of about 700 words
  const auto article = std::min_element(articles.begin(), articles.end(), [&](const Article& a, const Article& b) {
    return std::abs(size(a) - Typical) < std::abs(size(b) - Typical);
  });
  const Pipeline pipeline({.model = model});
  double best = 1e9;
  for (int round = 0; round < rounds; ++round) {
    const auto begin = Clock::now();
    render(pipeline.read(*article), pipeline.relation_types(), {.format = RenderFormat::Svg});
    best = std::min(best, seconds_since(begin));
  }
  fmt::print("article to SVG       {:8.1f} ms ({} bytes of text)\n", best * 1e3, article->text.size());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    fmt::print(stderr, "usage: bench_pipeline ARTICLES.jsonl [ROUNDS [MODEL]]\n");
    return 2;
  }
  const std::vector<Article> articles = read_articles(argv[1]);
  if (articles.empty()) {
    fmt::print(stderr, "bench_pipeline: {}: no articles\n", argv[1]);
    return 1;
  }
  const int rounds = argc > 2 ? std::max(1, std::atoi(argv[2])) : 5;
  const std::string model = argc > 3 ? argv[3] : "accurate";
  print_speed(articles, rounds, model);
  print_picture(articles, rounds, model);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  fmt::print("peak memory          {:8.1f} MB\n", static_cast<double>(usage.ru_maxrss) / 1024);
  return 0;
}
