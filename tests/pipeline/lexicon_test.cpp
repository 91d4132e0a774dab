// Every name of the lexicons goes the whole way, as the lexicons write it: no shape of a row ends a program.
#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <entente/base/rows.hpp>
#include <entente/graph/network.hpp>
#include <entente/model/resources.hpp>
#include <entente/pipeline.hpp>

using namespace entente;

namespace {

// The names of a column, without the marks that say when they count and what they are: "~Male", "Dane/Danes".
std::vector<std::string> names_in(std::string_view column) {
  std::vector<std::string> names(1);
  for (const char c : column) {
    if (c == '|' || c == '/') {
      names.emplace_back();
    } else if (c != '~' && c != '?') {
      names.back() += c;
    }
  }
  std::erase(names, "");
  return names;
}

// One article for each row of the file: two sentences for every name in it.
std::vector<std::string> articles_of(const std::string& path, std::size_t columns) {
  std::vector<std::string> articles;
  RowReader rows(path, resource(path));
  while (rows.next()) {
    std::string text;
    for (std::size_t i = 0; i < std::min(columns, rows.columns().size()); ++i) {
      for (const std::string& name : names_in(rows.columns()[i])) {
        text += fmt::format("{0} ministers met the president of {1} in {0}. {0} criticized {1}.\n\n", name,
                            names_in(rows.columns()[0]).front());
      }
    }
    articles.push_back(std::move(text));
  }
  return articles;
}

bool names(const Network& network, std::string_view name, ActorKind kind) {
  for (const auto v : boost::make_iterator_range(boost::vertices(network))) {
    if (network[v].name == name && network[v].kind == kind) {
      return true;
    }
  }
  return false;
}

}  // namespace

TEST_CASE("every row of the lexicons of names goes the whole way") {
  const Pipeline pipeline({.model = "fast"});  // the names that it sees are mostly those of the lexicon
  struct File {
    const char* path;
    std::size_t columns;  // of names
  };
  for (const auto& [path, columns] : {File{"lexicon/countries.tsv", 5}, File{"lexicon/regions.tsv", 4},
                                      File{"lexicon/places.tsv", 2}, File{"lexicon/seats.tsv", 2}}) {
    CAPTURE(path);
    for (const std::string& text : articles_of(path, columns)) {
      CAPTURE(text);
      CHECK(boost::num_vertices(pipeline.read({.id = "a", .text = text})) > 0);
    }
  }
}

TEST_CASE("a capital's second spelling is the city where nothing acts") {
  const Pipeline pipeline;
  const Network network =
      pipeline.read({.id = "a", .text = "Maldives President Mohamed Muizzu met Narendra Modi in Male."});
  CHECK(names(network, "Maldives", ActorKind::Country));
  CHECK(names(network, "Mohamed Muizzu", ActorKind::Person));
  CHECK_FALSE(names(network, "Male", ActorKind::Country));
}

TEST_CASE("an office whose known holder is named too far away is nobody's") {
  std::string text = "Volodymyr Zelensky slept.";
  for (int i = 0; i < 700; ++i) {
    text += " Spain met Norway. Kenya met Ghana.";
  }
  const Network network =
      Pipeline({.model = "fast"}).read({.id = "a", .text = text + " The Ukrainian president wept."});
  for (const auto v : boost::make_iterator_range(boost::vertices(network))) {
    if (network[v].name == "Volodymyr Zelensky") {
      CHECK(network[v].mentions.size() == 1);
    }
  }
  CHECK(names(network, "Volodymyr Zelensky", ActorKind::Person));
}

TEST_CASE("a user's row says what is no actor") {
  const Article article{.text =
                            "Acme Steel sued Norway on Monday. Acme won. Norway's minister Anna Roe met Karl Bone."};
  const auto holds = [&](const std::string& rows, std::string_view name) {
    const Network network = Pipeline({.model = "fast", .user_actors = rows}).read(article);
    const auto vertices = boost::make_iterator_range(boost::vertices(network));
    return std::any_of(vertices.begin(), vertices.end(), [&](auto v) { return network[v].name == name; });
  };
  CHECK(holds("", "Acme Steel"));
  CHECK(holds("", "Norway"));
  CHECK(!holds("Acme Steel\tnot\tAcme\n", "Acme Steel"));
  CHECK(!holds("Acme Steel\tnot\tAcme\n", "Acme"));
  CHECK(!holds("Norway\tnot\n", "Norway"));  // also what the lexicon knows
  CHECK(holds("Acme Steel\tnot\tAcme\n", "Anna Roe"));
}

TEST_CASE("a user's row says which names are one actor's") {
  const Article article{.text =
                            "Arden Steel sued Norway on Monday. The Brussels Works praised Anna Roe. Rita Lund "
                            "met Karl Bone. Lund left."};
  const auto names_of = [&](const std::string& rows) {
    const Network network = Pipeline({.model = "fast", .user_actors = rows}).read(article);
    std::map<std::string, std::vector<std::string>> found;
    for (const auto v : boost::make_iterator_range(boost::vertices(network))) {
      found[network[v].name] = network[v].aliases;
    }
    return found;
  };
  CHECK(names_of("").contains("Rita Lund"));
  CHECK(names_of("").contains("Anna Roe"));

  const auto joined = names_of("Anna Roe\tsame\tRita Lund\n");
  REQUIRE(joined.contains("Anna Roe"));
  CHECK(!joined.contains("Rita Lund"));
  CHECK(joined.at("Anna Roe") == std::vector<std::string>{"Lund", "Rita Lund"});

  // The first name is what the actor is called, also where the text has the others alone.
  const auto called = names_of("Anna Maria Roe\tsame\tanna roe|Nobody At All\n");
  REQUIRE(called.contains("Anna Maria Roe"));
  CHECK(called.at("Anna Maria Roe") == std::vector<std::string>{"Anna Roe"});

  // What the text does not name changes nothing, and rows chain.
  CHECK(names_of("Nobody\tsame\tNo One\n") == names_of(""));
  const auto chained = names_of("Karl Bone\tsame\tRita Lund\nAnna Roe\tsame\tKarl Bone\n");
  CHECK(chained.contains("Anna Roe"));
  CHECK(!chained.contains("Karl Bone"));
  CHECK(!chained.contains("Rita Lund"));
}
