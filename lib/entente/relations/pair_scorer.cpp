#include <entente/relations/pair_scorer.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include <entente/base/elementary.hpp>
#include <entente/base/error.hpp>
#include <entente/encoding/kernels.hpp>
#include <entente/model/tensors.hpp>
#include <entente/syntax/tree_path.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::string_view SectionName = "relations";
constexpr std::uint32_t SectionVersion = 1;
constexpr std::size_t MostMentions = 24;  // of a sentence
constexpr std::size_t MostTokens = 200;
constexpr std::size_t Forms = 4;        // name, adjective, description, pronoun
constexpr std::size_t PathLengths = 8;  // words between the two on the path: 0 to 6, and more
// Classes of distances in words, by their lower bounds; the same again for backward distances.
constexpr std::array<std::uint32_t, 9> Distances = {0, 1, 2, 3, 4, 6, 9, 14, 22};

constexpr std::array<Status, StatusCount> Statuses = {Status::Asserted,  Status::Planned, Status::Possible,
                                                      Status::Requested, Status::Negated, Status::Ended};

std::size_t form_row(MentionForm form) {
  switch (form) {
    case MentionForm::Adjective:
      return 1;
    case MentionForm::Description:
      return 2;
    case MentionForm::Pronoun:
      return 3;
    default:
      return 0;
  }
}

std::size_t distance_row(TokenId from, TokenId to) {
  const std::uint32_t distance = from < to ? to - from : from - to;
  const auto* const above = std::upper_bound(Distances.begin(), Distances.end(), distance);
  const auto size = static_cast<std::size_t>(above - Distances.begin()) - 1;
  return to >= from ? size : size + Distances.size();
}

void add(const float* row, std::size_t size, float* out) {
  for (std::size_t i = 0; i < size; ++i) {
    out[i] += row[i];
  }
}

}  // namespace

struct PairScorer::Weights {
  std::size_t digest = 0;
  std::size_t hidden = 0;
  PackedWeights source, target, product, on_path, attended;  // digest → hidden
  PackedWeights source_asks, target_asks, word_answers;      // digest → attention
  PackedWeights types, status;                               // hidden → scores
  Matrix<float> actors, distance, path_length, status_type;
  float path_bonus = 0.0F;
  std::vector<RelationTypeId> type_ids;  // [row of types]
  std::vector<std::uint8_t> symmetric;   // [row of types]

  Weights(const Tensors& tensors, const RelationTypes& known);
};

PairScorer::Weights::Weights(const Tensors& tensors, const RelationTypes& known) {
  source = pack_layer(tensors, "source.");
  digest = source.inputs;
  hidden = source.outputs;
  const auto inputs = static_cast<std::uint32_t>(digest);
  const auto outputs = static_cast<std::uint32_t>(hidden);
  for (const auto& [name, layer] : {std::pair("target.", &target), std::pair("product.", &product),
                                    std::pair("on_path.", &on_path), std::pair("attended.", &attended)}) {
    *layer = pack_layer(tensors, name, outputs, inputs, LayerBias::Lacks);
  }
  source_asks = pack_layer(tensors, "source_asks.", 0, inputs);
  const auto attention = static_cast<std::uint32_t>(source_asks.outputs);
  target_asks = pack_layer(tensors, "target_asks.", attention, inputs, LayerBias::Lacks);
  word_answers = pack_layer(tensors, "word_answers.", attention, inputs, LayerBias::Lacks);
  const std::vector<std::string> names = tensors.strings("type_names");
  types = pack_layer(tensors, "types.", static_cast<std::uint32_t>(names.size()), outputs);
  status = pack_layer(tensors, "status.", Statuses.size(), outputs);
  actors = tensors.floats("actors", 2 * MentionKinds * Forms, outputs);
  distance = tensors.floats("distance", 2 * Distances.size(), outputs);
  path_length = tensors.floats("path_length", PathLengths, outputs);
  status_type = tensors.floats("status_type", static_cast<std::uint32_t>(names.size()), Statuses.size());
  path_bonus = tensors.floats("path_bonus", 1, 1).values[0];
  const std::vector<std::string> told = tensors.strings("status_names");
  if (!std::equal(told.begin(), told.end(), Statuses.begin(), Statuses.end(),
                  [](const std::string& name, Status s) { return name == status_name(s); })) {
    throw Error(ErrorCode::BadModel, {.file = std::string(SectionName),
                                      .problem = fmt::format("found the statuses {}", fmt::join(told, ", ")),
                                      .expected = "asserted, planned, possible, requested, negated, ended",
                                      .advice = "use the model that comes with this version of entente"});
  }
  for (const std::string& name : names) {
    const auto type = known.find(name);
    if (!type) {
      throw Error(ErrorCode::BadModel,
                  {.file = std::string(SectionName),
                   .problem = fmt::format("the model was trained on the relation type '{}'", name),
                   .expected = "types of lexicon/relation_types.tsv",
                   .advice = "use the model that comes with this version of entente, or define the type in a row of "
                             "--relations"});
    }
    type_ids.push_back(*type);
    symmetric.push_back(known.types[*type].symmetric ? 1 : 0);
  }
}

// Scores the pairs of one sentence after the other; keeps the memory between them.
class PairScorer::SentenceScorer {
 public:
  SentenceScorer(const Weights& net, const Document& document, const Syntax& syntax, const Actors& actors,
                 const MentionScores& mention_scores)
      : net_(net), document_(document), syntax_(syntax), actors_(actors), mention_scores_(mention_scores) {}

  // mentions: those of sentence s that have a head, in text order
  void score(SentenceId s, std::span<const MentionId> mentions, float from, std::vector<PairScore>& out) {
    tokens_ = document_.sentences[s].tokens;
    mentions_ = mentions.first(std::min(mentions.size(), MostMentions));
    if (mentions_.size() < 2 || tokens_.size() > MostTokens) {
      return;
    }
    prepare();
    collect();
    judge(s, from, out);
  }

 private:
  struct Pair {
    std::size_t source;  // index into mentions_
    std::size_t target;
    TokenId word;
  };

  TokenId head(std::size_t m) const { return actors_.mentions[mentions_[m]].head; }
  ActorId actor(std::size_t m) const { return actors_.mentions[mentions_[m]].actor; }
  const float* digest(TokenId t) const { return digests_.data() + (t - tokens_.begin) * net_.digest; }

  static void multiply(const std::vector<float>& in, std::size_t rows, const PackedWeights& weights,
                       std::vector<float>& out) {
    out.resize(rows * weights.width());
    kernels().multiply(in.data(), rows, weights.inputs, weights, out.data());
  }

  void prepare() {
    digests_.resize(tokens_.size() * net_.digest);
    std::transform(mention_scores_.digests.begin() + static_cast<std::ptrdiff_t>(tokens_.begin * net_.digest),
                   mention_scores_.digests.begin() + static_cast<std::ptrdiff_t>(tokens_.end * net_.digest),
                   digests_.begin(), [](std::int8_t x) { return static_cast<float>(x) / 127.0F; });
    multiply(digests_, tokens_.size(), net_.word_answers, answers_);
    std::vector<float> heads;
    for (std::size_t m = 0; m < mentions_.size(); ++m) {
      heads.insert(heads.end(), digest(head(m)), digest(head(m)) + net_.digest);
    }
    multiply(heads, mentions_.size(), net_.source, source_);
    multiply(heads, mentions_.size(), net_.target, target_);
    multiply(heads, mentions_.size(), net_.source_asks, source_asks_);
    multiply(heads, mentions_.size(), net_.target_asks, target_asks_);
  }

  // Computes the hidden units and the type scores of all ordered pairs of mentions of different actors.
  void collect() {
    pairs_.clear();
    products_.clear();
    on_paths_.clear();
    attended_.clear();
    fixed_.clear();
    for (std::size_t a = 0; a < mentions_.size(); ++a) {
      for (std::size_t b = 0; b < mentions_.size(); ++b) {
        if (actor(a) != actor(b) && head(a) != head(b)) {
          add_pair(a, b);
        }
      }
    }
    multiply(products_, pairs_.size(), net_.product, hidden_);
    std::vector<float> part;
    for (const auto& [in, weights] : {std::pair(&on_paths_, &net_.on_path), std::pair(&attended_, &net_.attended)}) {
      multiply(*in, pairs_.size(), *weights, part);
      add(part.data(), part.size(), hidden_.data());
    }
    for (std::size_t p = 0; p < pairs_.size(); ++p) {
      add(fixed_.data() + p * net_.hidden, net_.hidden, hidden_.data() + p * net_.product.width());
    }
    kernels().rectify(hidden_.data(), hidden_.size());
    scores_.resize(pairs_.size() * net_.types.width());
    kernels().multiply(hidden_.data(), pairs_.size(), net_.product.width(), net_.types, scores_.data());
  }

  void add_pair(std::size_t a, std::size_t b) {
    find_path(head(a), head(b));
    for (std::size_t i = 0; i < net_.digest; ++i) {
      products_.push_back(digest(head(a))[i] * digest(head(b))[i]);
    }
    mean_of_path();
    const TokenId word = attend(a, b);
    pairs_.push_back({a, b, word});
    fixed_.resize(pairs_.size() * net_.hidden, 0.0F);
    float* const row = fixed_.data() + (pairs_.size() - 1) * net_.hidden;
    add(source_.data() + a * net_.source.width(), net_.hidden, row);
    add(target_.data() + b * net_.target.width(), net_.hidden, row);
    add(net_.actors.row(actor_row(a)), net_.hidden, row);
    add(net_.actors.row(actor_row(b) + MentionKinds * Forms), net_.hidden, row);
    add(net_.distance.row(distance_row(head(a), head(b))), net_.hidden, row);
    add(net_.path_length.row(std::min(path_.size() - 2, PathLengths - 1)), net_.hidden, row);
  }

  std::size_t actor_row(std::size_t m) const {
    const Mention& mention = actors_.mentions[mentions_[m]];
    return form_row(mention.form) * MentionKinds + static_cast<std::size_t>(actors_.actors[mention.actor].kind);
  }

  void find_path(TokenId a, TokenId b) {
    path_ = path_between(syntax_.heads, a, b);
    if (path_.empty()) {
      path_ = {a, b};
    }
  }

  void mean_of_path() {
    on_paths_.resize(on_paths_.size() + net_.digest, 0.0F);
    float* const row = on_paths_.data() + on_paths_.size() - net_.digest;
    const float share = 1.0F / static_cast<float>(path_.size());
    for (const TokenId t : path_) {
      for (std::size_t i = 0; i < net_.digest; ++i) {
        row[i] += digest(t)[i] * share;
      }
    }
  }

  // Appends the mean of the digests, weighted by the attention of both mentions. Returns the word with the highest
  // weight other than the two heads.
  TokenId attend(std::size_t a, std::size_t b) {
    const float* const asks_a = source_asks_.data() + a * net_.source_asks.width();
    const float* const asks_b = target_asks_.data() + b * net_.target_asks.width();
    const std::size_t width = net_.source_asks.outputs;
    const float scale = 1.0F / std::sqrt(static_cast<float>(width));
    std::vector<float> scores(tokens_.size());
    float most = -1e30F;
    for (std::size_t t = 0; t < scores.size(); ++t) {
      const float* const answers = answers_.data() + t * net_.word_answers.width();
      float sum = 0.0F;
      for (std::size_t i = 0; i < width; ++i) {
        sum += (asks_a[i] + asks_b[i]) * answers[i];
      }
      scores[t] = sum * scale;
    }
    for (const TokenId t : path_) {
      scores[t - tokens_.begin] += net_.path_bonus;
    }
    for (const float score : scores) {
      most = std::max(most, score);
    }
    double total = 0.0;
    for (float& score : scores) {
      score = static_cast<float>(exponential(score - most));
      total += score;
    }
    attended_.resize(attended_.size() + net_.digest, 0.0F);
    float* const row = attended_.data() + attended_.size() - net_.digest;
    TokenId word = None;
    float best = 0.0F;
    for (std::size_t t = 0; t < scores.size(); ++t) {
      const auto id = static_cast<TokenId>(tokens_.begin + t);
      const auto share = static_cast<float>(scores[t] / total);
      for (std::size_t i = 0; i < net_.digest; ++i) {
        row[i] += digest(id)[i] * share;
      }
      if (share > best && id != head(a) && id != head(b)) {
        best = share;
        word = id;
      }
    }
    return word;
  }

  // Combines the scores of all pairs of mentions of the same two actors, type by type.
  void judge(SentenceId s, float from, std::vector<PairScore>& out) {
    std::vector<std::size_t> order(pairs_.size());
    for (std::size_t p = 0; p < order.size(); ++p) {
      order[p] = p;
    }
    const auto who = [&](std::size_t p) { return std::pair(actor(pairs_[p].source), actor(pairs_[p].target)); };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) { return who(x) < who(y); });
    for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
      end = begin;
      while (end < order.size() && who(order[end]) == who(order[begin])) {
        ++end;
      }
      judge_actors(s, std::span(order).subspan(begin, end - begin), from, out);
    }
  }

  void judge_actors(SentenceId s, std::span<const std::size_t> pairs, float from, std::vector<PairScore>& out) {
    for (std::size_t type = 0; type < net_.type_ids.size(); ++type) {
      double sum = 0.0;
      std::size_t best = pairs.front();
      for (const std::size_t p : pairs) {
        const float score = scores_[p * net_.types.width() + type];
        sum += exponential(score);
        best = score > scores_[best * net_.types.width() + type] ? p : best;
      }
      const auto probability = static_cast<float>(sum / (1.0 + sum));
      if (probability >= from) {
        put(s, best, type, probability, out);
      }
    }
  }

  void put(SentenceId s, std::size_t pair, std::size_t type, float probability, std::vector<PairScore>& out) const {
    const Pair& it = pairs_[pair];
    const bool turned = net_.symmetric[type] != 0 && head(it.target) < head(it.source);
    PairScore made{s,
                   mentions_[turned ? it.target : it.source],
                   mentions_[turned ? it.source : it.target],
                   net_.type_ids[type],
                   probability,
                   Status::Asserted,
                   0.0F,
                   it.word};
    std::tie(made.status, made.status_probability) = best_status(pair, type);
    if (net_.symmetric[type] != 0) {  // both directions were read
      const auto same = std::find_if(out.begin(), out.end(), [&](const PairScore& r) {
        return r.sentence == s && r.type == made.type &&
               actors_.mentions[r.source].actor == actors_.mentions[made.source].actor &&
               actors_.mentions[r.target].actor == actors_.mentions[made.target].actor;
      });
      if (same != out.end()) {
        *same = same->probability < probability ? made : *same;
        return;
      }
    }
    out.push_back(made);
  }

  // The most probable status and its probability.
  std::pair<Status, float> best_status(std::size_t pair, std::size_t type) const {
    std::vector<float> scores(net_.status.width());
    kernels().multiply(hidden_.data() + pair * net_.product.width(), 1, net_.product.width(), net_.status,
                       scores.data());
    add(net_.status_type.row(type), Statuses.size(), scores.data());
    const auto best = std::max_element(scores.begin(), scores.begin() + Statuses.size());
    double total = 0.0;
    for (std::size_t i = 0; i < Statuses.size(); ++i) {
      total += exponential(scores[i] - *best);
    }
    return {Statuses[static_cast<std::size_t>(best - scores.begin())], static_cast<float>(1.0 / total)};
  }

  const Weights& net_;
  const Document& document_;
  const Syntax& syntax_;
  const Actors& actors_;
  const MentionScores& mention_scores_;
  Span tokens_;
  std::span<const MentionId> mentions_;
  std::vector<Pair> pairs_;
  std::vector<TokenId> path_;
  // Matrices with a row for each token, each mention, each pair.
  std::vector<float> digests_, answers_;
  std::vector<float> source_, target_, source_asks_, target_asks_;
  std::vector<float> products_, on_paths_, attended_, fixed_, hidden_, scores_;
};

PairScorer::PairScorer(const Model& model, const RelationTypes& types) {
  if (model.has(SectionName)) {
    weights_ = std::make_shared<const Weights>(
        Tensors(model.section(SectionName, SectionVersion), std::string(SectionName)), types);
    calibration_ = Calibration::of(model);
    learned_.assign(types.types.size(), false);
    for (const RelationTypeId type : weights_->type_ids) {
      learned_[type] = true;
    }
    learned_.back() = true;  // "other": the relation model that reads nothing denies it too
  }
}

std::vector<PairScore> PairScorer::score(const Document& document, const Syntax& syntax, const Actors& actors,
                                         const MentionScores& mention_scores, float from) const {
  std::vector<PairScore> out;
  if (empty() || mention_scores.empty()) {
    return out;
  }
  if (mention_scores.digest_width != weights_->digest) {
    throw Error(ErrorCode::BadModel, std::string(SectionName),
                "the digests are not those that the relations were trained on");
  }
  SentenceScorer scorer(*weights_, document, syntax, actors, mention_scores);
  std::vector<MentionId> mentions(actors.mentions.size());
  for (MentionId m = 0; m < mentions.size(); ++m) {
    mentions[m] = m;
  }
  std::erase_if(mentions, [&](MentionId m) { return actors.mentions[m].head == None; });
  std::stable_sort(mentions.begin(), mentions.end(),
                   [&](MentionId a, MentionId b) { return actors.mentions[a].head < actors.mentions[b].head; });
  std::size_t at = 0;
  for (SentenceId s = 0; s < document.sentences.size(); ++s) {
    const std::size_t begin = at;
    while (at < mentions.size() && actors.mentions[mentions[at]].head < document.sentences[s].tokens.end) {
      ++at;
    }
    scorer.score(s, std::span(mentions).subspan(begin, at - begin), from, out);
  }
  return out;
}

}  // namespace entente
