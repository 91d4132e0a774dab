#include <entente/actors/pronoun_features.hpp>

#include <doctest/doctest.h>

#include <entente/actors/pronouns.hpp>
#include <entente/base/error.hpp>

using namespace entente;

namespace {

PronounFeatures features(std::size_t distance) {
  PronounFeatures result;
  result.add(PronounFeature::Distance, distance);
  return result;
}

}  // namespace

TEST_CASE("weights of pronouns are written as they are read") {
  const std::string rows = "person\tdistance\t0\t1.500\nseveral\tnone-place\t2\t-0.250\n";
  CHECK(write_pronoun_weights(read_pronoun_weights(rows, "weights")) == rows);
}

TEST_CASE("weights of pronouns that make no sense are refused with their line") {
  for (const char* row : {"person\tdistance\t0", "ghost\tdistance\t0\t1", "person\tnearness\t0\t1",
                          "person\tdistance\t4\t1", "person\tdistance\t99999\t1"}) {
    CAPTURE(row);
    try {
      read_pronoun_weights("# head\n" + std::string(row) + "\n", "weights.tsv");
      FAIL("accepted");
    } catch (const Error& error) {
      CHECK(std::string(error.what()).find("weights.tsv:2") != std::string::npos);
    }
  }
}

TEST_CASE("a value past the last of its feature counts as the last") {
  const PronounWeights weights = read_pronoun_weights("thing\tdistance\t3\t2\n", "weights");
  CHECK(pronoun_score(weights, PronounType::Thing, features(3)) == doctest::Approx(2.0));
  CHECK(pronoun_score(weights, PronounType::Thing, features(17)) == doctest::Approx(2.0));
  CHECK(pronoun_score(weights, PronounType::Person, features(3)) == doctest::Approx(0.0));
}

TEST_CASE("the candidates of one actor are counted together, and nobody is an answer") {
  const PronounWeights weights = read_pronoun_weights("person\tdistance\t0\t1\nperson\tdistance\t1\t0.8\n", "weights");
  const std::vector<PronounCandidate> candidates = {{7, 0, features(0)}, {8, 1, features(1)}, {8, 2, features(1)}};
  PronounQuestion question{5, PronounType::Person, candidates, {}};
  CHECK(choose_by(weights)(question) == 1);  // two of 8, against one of 7 that is nearer
  const PronounWeights shy = read_pronoun_weights("person\tdistance\t0\t3\n", "weights");
  question.candidates = std::span(candidates).subspan(1);
  question.none = features(0);
  CHECK(choose_by(shy)(question) == question.candidates.size());
}
