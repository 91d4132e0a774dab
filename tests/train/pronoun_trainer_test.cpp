#include <entente_train/pronoun_trainer.hpp>

#include <doctest/doctest.h>

using namespace entente;
using namespace entente::train;

namespace {

PronounFeatures features(std::size_t distance) {
  PronounFeatures result;
  result.add(PronounFeature::Distance, distance);
  return result;
}

// The nearer of two is right, and nobody never.
std::vector<PronounExample> near_is_right() {
  PronounExample example;
  example.answers = {features(0), features(2), PronounFeatures()};
  example.right = {1, 0, 0};
  return std::vector<PronounExample>(20, example);
}

float weight(const PronounWeights& weights, std::size_t distance) {
  return pronoun_score(weights, PronounType::Person, features(distance));
}

}  // namespace

TEST_CASE("the trainer of pronouns learns what the examples show") {
  const auto examples = near_is_right();
  const PronounWeights weights = train_pronouns(examples);
  CHECK(weight(weights, 0) > weight(weights, 2));
  CHECK(accuracy(weights, examples) == doctest::Approx(1.0));
  CHECK(train_pronouns(examples) == weights);  // the same examples give the same weights
}

TEST_CASE("the trainer of pronouns stays near weights that it is pulled towards") {
  PronounTrainerOptions options;
  options.prior = read_pronoun_weights("person\tdistance\t2\t4\n", "prior");
  options.ridge = 100.0F;
  CHECK(weight(train_pronouns(near_is_right(), options), 2) > 3.0F);
  options.ridge = 0.0F;
  CHECK(weight(train_pronouns(near_is_right(), options), 2) < 3.0F);
}
