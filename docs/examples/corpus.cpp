// Many articles, many threads, one network: actors that are the same become one, and every relation keeps its sources.
#include <future>
#include <iostream>
#include <string>
#include <vector>

#include <entente/entente.hpp>
#include <entente/formats/json.hpp>
#include <entente/graph/merge.hpp>

int main() {
  const entente::Pipeline pipeline;
  const std::vector<entente::Article> articles = {
      {.id = "monday", .date = "2022-12-19", .text = "Vladimir Putin flew to Minsk to meet Alexander Lukashenko."},
      {.id = "tuesday", .date = "2022-12-20", .text = "Lukashenko, the ruler of Belarus, praised Putin."},
  };

  std::vector<std::future<entente::Network>> reading;
  for (const entente::Article& article : articles) {
    reading.push_back(std::async(std::launch::async, [&] { return pipeline.read(article); }));
  }
  std::vector<entente::Network> networks;
  for (auto& network : reading) {
    networks.push_back(network.get());
  }

  // The order of the parts makes no difference.
  const entente::Network all = entente::merge(std::move(networks), pipeline.relation_types());
  std::cout << entente::write_json(all);
}
