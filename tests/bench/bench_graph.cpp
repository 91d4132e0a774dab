// How fast large graphs are read, asked and merged: bench_graph [ACTORS [RELATIONS]]
// The networks are made up, scale-free (preferential attachment: Barabási and Albert 1999), with a fixed seed.
#include <cstdlib>
#include <exception>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <entente/formats/json.hpp>
#include <entente/graph/evidence.hpp>
#include <entente/graph/find_actor.hpp>
#include <entente/graph/merge.hpp>
#include <entente/graph/query.hpp>
#include <entente/graph/rank.hpp>

#include "measure.hpp"

namespace {

using namespace entente;
using bench::Stopwatch;

constexpr std::uint32_t SentenceGap = 100;

void add_actors(Network& network, std::size_t actors) {
  for (std::size_t i = 0; i < actors; ++i) {
    Actor actor;
    actor.id = fmt::format("actor-{}", i);
    actor.name = fmt::format("Actor {}", i);
    actor.aliases = {fmt::format("the {}th", i)};
    actor.mentions = {{0, {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i + 5)}, MentionForm::Name}};
    boost::add_vertex(std::move(actor), network);
  }
}

Relation made_up(const char* type, std::uint32_t place, Vertex source, Vertex target) {
  Relation relation;
  relation.type = type;
  Evidence evidence;
  evidence.sentence = {place * SentenceGap, place * SentenceGap + 80};
  evidence.predicate = {place * SentenceGap + 10, place * SentenceGap + 16};
  evidence.text = fmt::format("Actor {} was seen with Actor {} on Monday, as the papers say.", source, target);
  evidence.lemmas = "see with";
  evidence.confidence = 0.8F;
  relation.evidence.push_back(std::move(evidence));
  summarize(relation);
  return relation;
}

void make(Network& network, unsigned seed, std::size_t actors, std::size_t relations) {
  constexpr const char* Types[] = {"visits", "meets", "supports", "attacks", "leads"};
  network[boost::graph_bundle].articles.push_back({fmt::format("news-{}", seed), "News", "2024-01-10", ""});
  add_actors(network, actors);
  std::mt19937 random(seed);
  std::vector<Vertex> ends = {0, 1};
  const auto end = [&]() -> Vertex { return random() % 4 == 0 ? random() % actors : ends[random() % ends.size()]; };
  for (std::size_t i = 0; i < relations; ++i) {
    const Vertex source = end();
    Vertex target = end();
    target = target == source ? (target + 1) % actors : target;
    ends.push_back(source);
    ends.push_back(target);
    boost::add_edge(source, target, made_up(Types[random() % 5], static_cast<std::uint32_t>(i), source, target),
                    network);
  }
}

template <typename Work>
void measure(const char* what, const Work& work) {
  const Stopwatch watch;
  const std::string note = work();
  fmt::print("{:<26}{:>10.1f} ms{:>10.1f} ms{:>9.0f} MB  {}\n", what, watch.seconds() * 1e3, watch.processor() * 1e3,
             bench::peak_memory(), note);
}

void ask(const Network& network) {
  const RelationTypes types = load_relation_types();
  const Vertex last = boost::num_vertices(network) - 1;
  measure("find_actor", [&] { return network[find_actor(network, "ACTOR 7")].id; });
  measure("neighbors", [&] { return fmt::format("{} found", neighbors(network, last / 2).size()); });
  measure("neighbors of the hub", [&] { return fmt::format("{} found", neighbors(network, 0).size()); });
  measure("path", [&] {
    const Paths paths = find_paths(network, last / 2, last, types);
    return fmt::format("{} hops", paths.paths.empty() ? 0 : paths.paths.front().edges.size());
  });
  measure("common", [&] { return fmt::format("{} found", common(network, 0, 1).size()); });
  measure("components", [&] { return fmt::format("{} found", components(network).size()); });
  measure("pagerank", [&] { return network[rank(network, RankBy::Pagerank).front().actor].id; });
  measure("groups", [&] { return fmt::format("{} found", groups(network).size()); });
}

std::string json_of(unsigned seed, std::size_t actors, std::size_t relations) {
  Network network;
  make(network, seed, actors, relations);
  std::string json;
  measure("write JSON", [&] {
    json = write_json(network);
    return fmt::format("{:.0f} MB", static_cast<double>(json.size()) / 1e6);
  });
  return json;
}

Network read_again(const std::string& json) {
  const Stopwatch watch;
  Network network = read_json(json, "made up");
  const double megabytes = static_cast<double>(json.size()) / 1e6;
  fmt::print("read JSON  {:.0f} MB/s (processor {:.0f})\n", megabytes / watch.seconds(), megabytes / watch.processor());
  return network;
}

void run(std::size_t actors, std::size_t relations) {
  fmt::print("{} actors, {} relations\n{:<26}{:>13}{:>13}{:>12}\n", actors, relations, "", "clock", "processor",
             "peak memory");
  const RelationTypes types = load_relation_types();
  NetworkMerger merger(types);
  double merging = 0.0;
  for (const unsigned seed : {1U, 2U}) {
    Network network = read_again(json_of(seed, actors, relations));
    if (seed == 1) {
      ask(network);
    }
    const Stopwatch watch;
    measure("merge: add", [&] {
      merger.add(std::move(network));
      return std::string();
    });
    merging += watch.processor();
  }
  const Stopwatch watch;
  const Network all = merger.finish();
  merging += watch.processor();
  fmt::print("merge: finish  {:.1f} s (processor {:.1f}, with add {:.1f}), {} actors, {} relations, {:.0f} MB\n",
             watch.seconds(), watch.processor(), merging, boost::num_vertices(all), boost::num_edges(all),
             bench::peak_memory());
}

}  // namespace

int main(int argc, char** argv) {
  try {
    run(argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 100'000,
        argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 1'000'000);
    return 0;
  } catch (const std::exception& error) {
    fmt::print(stderr, "bench_graph: {}\n", error.what());
    return 1;
  }
}
