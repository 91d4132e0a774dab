#include <entente/render/descriptions.hpp>

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <entente/graph/find_actor.hpp>
#include <graph/networks.hpp>

using namespace entente;
using test::network;

namespace {

// Of scholz and morawiecki, who are both described so.
std::vector<std::string> captions(Network net, const std::string& description) {
  const Vertex first = find_actor(net, "scholz");
  const Vertex second = find_actor(net, "morawiecki");
  net[first].description = net[second].description = description;
  const auto all = founded_descriptions(net);
  return {all[first], all[second]};
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("an office is the caption of who is said to hold it") {
  const auto net =
      network({"scholz -leads-> germany/country", "morawiecki -leads-> poland/country", "scholz -meets-> morawiecki"});
  CHECK(captions(net, "Prime minister of Poland") == Strings{"", "Prime minister of Poland"});
  CHECK(captions(net, "Chancellor of Germany") == Strings{"Chancellor of Germany", ""});
  // Nothing decides, or both did.
  CHECK(captions(net, "Senator of Ohio") == Strings{"Senator of Ohio", "Senator of Ohio"});
  CHECK(captions(net, "Former prime minister of Poland") ==
        Strings{"Former prime minister of Poland", "Former prime minister of Poland"});
  const auto both = network({"scholz -leads-> poland/country", "morawiecki -leads-> poland"});
  CHECK(captions(both, "Head of Poland") == Strings{"Head of Poland", "Head of Poland"});
}

TEST_CASE("a word that says nothing without whose is no caption") {
  const auto net = network({"scholz -meets-> morawiecki"});
  CHECK(captions(net, "Rival") == Strings{"", ""});
  CHECK(captions(net, "Former ally") == Strings{"", ""});
  CHECK(captions(net, "Rival of Roe") == Strings{"Rival of Roe", "Rival of Roe"});
  CHECK(captions(net, "Counterpart of Japan") == Strings{"", ""});
  CHECK(captions(net, "Judge") == Strings{"Judge", "Judge"});
}
