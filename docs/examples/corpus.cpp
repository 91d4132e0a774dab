// Many articles, many threads, one network: actors that are the same become one, and every relation keeps its sources.
#include <iostream>
#include <utility>
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

  entente::NetworkMerger merger;
  entente::read_all(pipeline, entente::articles_of(articles), [&](entente::BatchItem item) {
    if (item.network) {
      merger.add(std::move(*item.network));
    } else {
      std::cerr << item.error->what() << "\n";
    }
  });
  std::cout << entente::write_json(merger.finish());
}
