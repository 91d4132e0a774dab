// Treebanks with entities → the weights by which pronouns are ranked (data/lexicon/pronoun_weights.tsv).
#pragma once

#include <vector>

#include <entente/actors/pronouns.hpp>
#include <entente/formats/conllu.hpp>
#include <entente/pipeline.hpp>

namespace entente::train {

// One pronoun: what was asked, and which answers are right.
struct PronounExample {
  PronounType type = PronounType::Person;
  std::vector<PronounFeatures> answers;  // the candidates, then "nobody"
  std::vector<std::uint8_t> right;       // one per answer
};

struct PronounTrainerOptions {
  int epochs = 30;
  float rate = 0.1F;        // AdaGrad's step
  float ridge = 0.1F;       // pull towards the prior per example
  PronounWeights prior{};   // where the weights begin
  bool only_links = false;  // learn the weights of the learned links and keep all others
};

// The third-person pronouns of the treebank as the pipeline with that model (PipelineOptions::model) meets them, with
// the gold entity's actor as the answer; an entity without a name is "nobody". every: of so many documents the last one
// is read. Right answers become part of the text before later pronouns.
std::vector<PronounExample> pronoun_examples(const Treebank& treebank, const std::string& model, std::size_t every = 1);

// Maximises the probability of the right answers together (Denis and Baldridge 2007, "A Ranking Approach to Pronoun
// Resolution"). The same examples give the same weights.
PronounWeights train_pronouns(const std::vector<PronounExample>& examples, const PronounTrainerOptions& options = {});

// The share of the examples whose best answer is right.
double accuracy(const PronounWeights& weights, const std::vector<PronounExample>& examples);

}  // namespace entente::train
