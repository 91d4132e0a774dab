// A store: many articles in one file, to which more can be added at any time. What is in it is not read again.
#include <iostream>
#include <string>
#include <vector>

#include <entente/analysis.hpp>
#include <entente/entente.hpp>
#include <entente/store/store.hpp>

int main() {
  const entente::Pipeline pipeline;
  const std::vector<entente::Article> articles = {
      {.id = "monday", .date = "2022-12-19", .text = "Vladimir Putin flew to Minsk to meet Alexander Lukashenko."},
      {.id = "tuesday", .date = "2022-12-20", .text = "Lukashenko, the ruler of Belarus, praised Putin."},
  };

  entente::Store store("news.db", entente::StoreAccess::Create);
  for (const entente::Article& article : articles) {
    if (!store.has(article)) {
      const entente::Analysis analysis = pipeline.analyze(article);
      store.add(entente::pack(article, analysis.document, pipeline.assemble(analysis), "accurate"));
    }
  }
  store.finish();

  for (const entente::SearchHit& hit : store.search_sentences("praised", {.articles = {.since = "2022-12-20"}})) {
    for (const std::string& relation : hit.relations) {
      std::cout << hit.name << ": " << relation << "\n";
    }
  }
  const entente::StoredActor putin = store.find_actor("putin");
  const entente::Network around = store.around({putin.number}, pipeline.relation_types());
  std::cout << putin.name << ": " << putin.articles << " articles, " << boost::num_edges(around) << " relations\n";
}
