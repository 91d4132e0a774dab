// One pipeline, many threads: each gets what one thread alone gets.
#include <cstddef>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include <entente/formats/json.hpp>
#include <entente/graph/find_actor.hpp>
#include <entente/graph/merge.hpp>
#include <entente/graph/query.hpp>
#include <entente/graph/rank.hpp>
#include <entente/pipeline.hpp>
#include <entente/render/render.hpp>

using namespace entente;

namespace {

constexpr std::size_t Threads = 4;

const std::vector<std::string>& texts() {
  static const std::vector<std::string> Texts = {
      "Angela Merkel visited Paris on Monday. The German chancellor met Emmanuel Macron, who praised her.",
      "China imposed sanctions on Australia. Canberra criticized Beijing, and will not meet its envoys next week.",
      "<html><body><p>Norway mediated between Colombia and the FARC.</p></body></html>",
      "\"We support Kyiv\", Joe Biden told Volodymyr Zelensky.",
  };
  return Texts;
}

// Everything that a thread may do with a pipeline and with what it made.
std::string all_of(const Pipeline& pipeline, const std::string& text) {
  const Network network = pipeline.read({.id = "a", .date = "2024-01-10", .text = text});
  std::string result = write_json(network);
  if (boost::num_vertices(network) > 0) {
    result += network[find_actor(network, network[Vertex{0}].name)].id;
    result += network[rank(network, RankBy::Pagerank).front().actor].id;
    result += std::to_string(neighbors(network, 0, {.depth = 2}).size());
  }
  return result + render(network, pipeline.relation_types());
}

// Runs work(0), work(1) … at the same time.
template <typename Work>
void together(Work work) {
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < Threads; ++i) {
    threads.emplace_back([i, &work] { work(i); });
  }
  for (std::thread& thread : threads) {
    thread.join();
  }
}

}  // namespace

TEST_CASE("threads share a pipeline") {
  // The first use of everything is by several threads at once: what is made on first use is made safely.
  const Pipeline pipeline;
  std::vector<std::string> got(Threads);
  together([&](std::size_t thread) {
    for (std::size_t i = 0; i < texts().size(); ++i) {
      got[thread] += all_of(pipeline, texts()[(i + thread) % texts().size()]);
    }
  });
  for (std::size_t thread = 0; thread < Threads; ++thread) {
    std::string expected;
    for (std::size_t i = 0; i < texts().size(); ++i) {
      expected += all_of(pipeline, texts()[(i + thread) % texts().size()]);
    }
    CHECK(got[thread] == expected);
  }
}

TEST_CASE("threads share a network") {
  const Pipeline pipeline;
  const Network network = pipeline.read({.text = texts().front()});
  const std::string expected = write_json(network);
  std::vector<std::string> got(Threads);
  together([&](std::size_t thread) {
    const RelationMatcher matcher(network, {}, pipeline.relation_types());
    components(network, matcher);
    got[thread] = write_json(network);
    render(network, pipeline.relation_types());
  });
  CHECK(got == std::vector<std::string>(Threads, expected));
}
