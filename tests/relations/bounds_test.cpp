#include <string>

#include <doctest/doctest.h>

#include "relations/scene.hpp"

using namespace entente;
using namespace entente::test;

TEST_CASE("a thousand joined names do not make a million relations") {
  std::string text = "[PER N0/PROPN:2:nsubj ] met/meet/VBD:0:root ";
  for (int i = 0; i < 1000; ++i) {
    const auto index = std::to_string(i + 1);
    text += "[PER N" + index + "/PROPN:" + (i == 0 ? "2:obj" : "3:conj") + " ] ";
  }
  const auto all = scene(text);
  const auto relations = shipped_reader().read(all.text.document, all.text.tagging, all.text.syntax, all.actors, {});
  CHECK(!relations.findings.empty());
  CHECK(relations.findings.size() <= 30);
}

TEST_CASE("text without actors, or without words, gives nothing") {
  const Document nothing;
  CHECK(shipped_reader().read(nothing, {}, {}, {}, {}).findings.empty());
  CHECK(findings_of(scene("it/PRON:2:nsubj rained/rain/VBD:0:root ./PUNCT:2:punct"), shipped_reader()).empty());
}
