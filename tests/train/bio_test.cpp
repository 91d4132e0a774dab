#include <entente_train/bio.hpp>

#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <entente/base/error.hpp>
#include <entente/tagging/show.hpp>

using namespace entente;

namespace {

std::string entities_of(const train::EntityBank& bank) {
  std::string line;
  for (const train::Entity& e : bank.entities) {
    line += fmt::format("{}{} {}", line.empty() ? "" : ", ", e.type, show_tokens(bank.documents[e.document], e.tokens));
  }
  return line;
}

}  // namespace

TEST_CASE("names are read with words, sentences and spaces") {
  const train::EntityBank bank = train::read_bio(
      "# newdoc id = one\n"
      "# sent_id = 1\n"
      "# text = Xi Jinping's train left Moscow.\n"
      "1\tXi\tB-PER\t-\tx\n2\tJinping\tI-PER\t-\tx\n3\t's\tO\t-\t-\n4\ttrain\tO\t-\t-\n5\tleft\tO\t-\t-\n"
      "6\tMoscow\tB-LOC\t-\tx\n7\t.\tO\t-\t-\n"
      "\n"
      "# newdoc id = two\n"
      "# text = #1 in Paris\n"
      "1\t#1\tO\t-\t-\n2\tin\tO\t-\t-\n3\tParis\tB-LOC\t-\tx\n",
      "test");
  REQUIRE(bank.documents.size() == 2);
  CHECK(bank.documents[0].text.starts_with("Xi Jinping's train left Moscow."));
  CHECK(bank.documents[1].text.starts_with("#1 in Paris"));
  CHECK(entities_of(bank) == "PER Xi Jinping, LOC Moscow, LOC Paris");
}

TEST_CASE("two columns with a space are read, and names side by side told apart") {
  const train::EntityBank bank =
      train::read_bio("Xi I-PER\nmet O\nPutin B-PER\nLavrov B-PER\nMoscow I-LOC\n\nParis I-LOC\n", "test");
  CHECK(entities_of(bank) == "PER Xi, PER Putin, PER Lavrov, LOC Moscow, LOC Paris");
}

TEST_CASE("what is no BIO is refused with its line") {
  for (const char* text : {"Xi\n", "Xi O\nmet B\n", "1\tXi\tX-PER\t-\t-\n"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(train::read_bio(text, "test"), Error);
  }
}

TEST_CASE("names score by exact span and type") {
  using train::Entity;
  const std::vector<Entity> gold = {{0, {0, 2}, "PER"}, {0, {5, 6}, "LOC"}, {0, {8, 9}, "ORG"}};
  const std::vector<Entity> found = {{0, {0, 2}, "PER"}, {0, {5, 7}, "LOC"}, {0, {8, 9}, "LOC"}, {0, {10, 11}, "PER"}};
  std::string line;
  for (const train::Metric& m : train::score_entities(gold, found)) {
    line += fmt::format("{} {}/{}/{} ", m.name, m.correct, m.gold, m.system);
  }
  CHECK(line == "LOC 0/1/2 ORG 0/1/0 PER 1/1/2 all 1/3/4 ");
}
