#include <entente_train/pronoun_trainer.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include <entente/actors/resolver.hpp>
#include <entente/actors/world.hpp>
#include <entente_train/gum_entities.hpp>

namespace entente::train {

namespace {

// Our cluster for each gold entity: the one that most of its names are in.
std::map<std::string, ClusterId> clusters_of(const std::vector<GoldMention>& mentions, const MentionDrafts& ours,
                                             TokenId first) {
  std::map<std::string, std::map<ClusterId, int>> votes;
  for (const GoldMention& mention : mentions) {
    const TokenId head = mention.head - first;
    const DraftId named = ours.by_head[head] != None ? ours.by_head[head] : ours.name_of[head];
    if (mention.named && named != None && ours[named].cluster != None) {
      ++votes[mention.cluster][ours[named].cluster];
    }
  }
  std::map<std::string, ClusterId> result;
  for (const auto& [entity, counts] : votes) {
    result[entity] = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
                       return a.second < b.second;
                     })->first;
  }
  return result;
}

void add_examples(const Pipeline& pipeline, const LinkScorer& scorer, const World& world, const Treebank& treebank,
                  Span sentences, std::vector<PronounExample>& examples) {
  const Analysis all = pipeline.analyze(document_of(treebank, sentences));
  const TokenId first = treebank.document.sentences[sentences.begin].tokens.begin;
  const Layers layers = layers_of(all.document, all.tagging, all.syntax, all.names, all.mention_scores, world);
  Links links(scorer, all.mention_scores);
  Coreference coref = find_named_actors(layers, links).coref;
  const auto mentions = gum_mentions(treebank, sentences);
  const auto clusters = clusters_of(mentions, coref.mentions, first);
  std::map<TokenId, ClusterId> gold;
  for (const GoldMention& mention : mentions) {
    const auto at = clusters.find(mention.cluster);
    if (mention.tokens.size() == 1 && at != clusters.end()) {
      gold[mention.head - first] = at->second;
    }
  }
  const auto ask = [&](const PronounQuestion& question) {
    const auto at = gold.find(question.token);
    const ClusterId wanted = at == gold.end() ? None : at->second;
    PronounExample example;
    example.type = question.type;
    std::size_t answer = question.candidates.size();
    for (std::size_t i = 0; i < question.candidates.size(); ++i) {
      const bool right = wanted != None && question.candidates[i].cluster == wanted;
      example.answers.push_back(question.candidates[i].features);
      example.right.push_back(right ? 1 : 0);
      answer = right && answer == question.candidates.size() ? i : answer;
    }
    example.answers.push_back(question.none);
    example.right.push_back(wanted == None ? 1 : 0);
    if (question.candidates.empty() || (wanted != None && answer == question.candidates.size())) {
      return question.candidates.size();  // nothing to learn from
    }
    examples.push_back(std::move(example));
    return answer;
  };
  resolve_pronouns(layers, links, ask, std::move(coref));
}

}  // namespace

std::vector<PronounExample> pronoun_examples(const Treebank& treebank, const std::string& model, std::size_t every) {
  const Pipeline pipeline({.model = model});
  const World world("");
  const LinkScorer scorer(Model::open(model));
  std::vector<PronounExample> examples;
  std::size_t number = 0;
  for (const Span sentences : documents_of(treebank)) {
    if (++number % every != 0) {
      continue;
    }
    add_examples(pipeline, scorer, world, treebank, sentences, examples);
  }
  return examples;
}

PronounWeights train_pronouns(const std::vector<PronounExample>& examples, const PronounTrainerOptions& options) {
  PronounWeights weights = options.prior;
  PronounWeights squares{};
  const auto step = [&](PronounType type, std::uint16_t index, float gradient) {
    float& weight = weights[static_cast<std::size_t>(type)][index];
    float& square = squares[static_cast<std::size_t>(type)][index];
    const float g = gradient - options.ridge * (weight - options.prior[static_cast<std::size_t>(type)][index]);
    square += g * g;
    weight += options.rate * g / std::sqrt(square + 1e-6F);
  };
  std::vector<float> shares;
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    for (const PronounExample& example : examples) {
      shares.clear();
      float highest = -1e30F;
      for (const PronounFeatures& answer : example.answers) {
        shares.push_back(pronoun_score(weights, example.type, answer));
        highest = std::max(highest, shares.back());
      }
      float total = 0.0F;
      float right = 0.0F;
      for (std::size_t i = 0; i < shares.size(); ++i) {
        shares[i] = std::exp(shares[i] - highest);
        total += shares[i];
        right += example.right[i] != 0 ? shares[i] : 0.0F;
      }
      for (std::size_t i = 0; i < shares.size(); ++i) {
        const float gradient = (example.right[i] != 0 ? shares[i] / right : 0.0F) - shares[i] / total;
        for (const auto index : options.only_links ? PronounFeatures() : example.answers[i]) {
          step(example.type, index, gradient);
        }
        step(example.type, feature_offset(PronounFeature::Link), gradient * example.answers[i].link());
      }
    }
  }
  return weights;
}

double accuracy(const PronounWeights& weights, const std::vector<PronounExample>& examples) {
  std::size_t right = 0;
  for (const PronounExample& example : examples) {
    std::size_t best = 0;
    for (std::size_t i = 1; i < example.answers.size(); ++i) {
      best = pronoun_score(weights, example.type, example.answers[i]) >
                     pronoun_score(weights, example.type, example.answers[best])
                 ? i
                 : best;
    }
    right += example.right[best];
  }
  return examples.empty() ? 0.0 : static_cast<double>(right) / static_cast<double>(examples.size());
}

}  // namespace entente::train
