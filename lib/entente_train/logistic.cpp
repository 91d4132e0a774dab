#include <entente_train/logistic.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <utility>

namespace entente {

void Logistic::add(std::span<const std::uint64_t> features, bool label) {
  begins_.push_back(rows_.size());
  labels_.push_back(label ? 1 : 0);
  for (const std::uint64_t feature : features) {
    const auto [found, added] = ids_.try_emplace(feature, static_cast<std::uint32_t>(features_.size()));
    if (added) {
      features_.push_back(feature);
      counts_.push_back(0);
    }
    ++counts_[found->second];
    rows_.push_back(found->second);
  }
}

namespace {

// Fisher–Yates with a generator of fixed meaning (std::shuffle differs between libraries).
void shuffle(std::vector<std::uint32_t>& order, std::mt19937_64& random) {
  for (std::size_t i = order.size(); i > 1; --i) {
    std::swap(order[i - 1], order[random() % i]);
  }
}

}  // namespace

// AdaGrad (Duchi, Hazan, Singer 2011), with the weights of the second half of the epochs averaged.
std::vector<Logistic::Weight> Logistic::train(const LogisticOptions& options) {
  const std::size_t n = features_.size();
  std::vector<double> weights(n, 0.0);
  std::vector<double> squares(n, 1e-8);
  std::vector<double> sums(n, 0.0);
  std::vector<std::uint32_t> order(labels_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::mt19937_64 random(options.seed);
  int averaged = 0;
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    shuffle(order, random);
    for (const std::uint32_t example : order) {
      const auto begin = rows_.begin() + static_cast<std::ptrdiff_t>(begins_[example]);
      const auto end = example + 1 < begins_.size() ? rows_.begin() + static_cast<std::ptrdiff_t>(begins_[example + 1])
                                                    : rows_.end();
      double score = 0.0;
      for (auto id = begin; id != end; ++id) {
        score += weights[*id];
      }
      const double error = static_cast<double>(labels_[example]) - 1.0 / (1.0 + std::exp(-score));
      if (std::abs(error) < 1e-4) {
        continue;
      }
      for (auto id = begin; id != end; ++id) {
        if (counts_[*id] < options.min_count) {
          continue;
        }
        const double gradient = error - options.ridge * weights[*id];
        squares[*id] += gradient * gradient;
        weights[*id] += options.rate * gradient / std::sqrt(squares[*id]);
      }
    }
    if (epoch * 2 >= options.epochs) {
      ++averaged;
      for (std::size_t i = 0; i < n; ++i) {
        sums[i] += weights[i];
      }
    }
  }
  std::vector<Weight> kept;
  for (std::size_t i = 0; i < n; ++i) {
    const double weight = averaged == 0 ? 0.0 : sums[i] / averaged;
    if (weight != 0.0) {
      kept.push_back({features_[i], weight});
    }
  }
  std::sort(kept.begin(), kept.end(), [](const Weight& a, const Weight& b) { return a.feature < b.feature; });
  return kept;
}

}  // namespace entente
