// Logistic regression over sparse binary features that are given as hashes: counts, learns, quantises.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace entente {

struct LogisticOptions {
  int epochs = 12;
  double rate = 0.15;           // AdaGrad's step
  double ridge = 2e-6;          // L2 penalty per step on the weights that the step uses
  std::uint32_t min_count = 2;  // features seen in fewer examples are left out
  std::uint64_t seed = 20240517;
};

// Examples are added once, in order; train() learns and returns one weight per feature that was kept. The same
// examples and options give the same weights.
class Logistic {
 public:
  void add(std::span<const std::uint64_t> features, bool label);
  std::size_t size() const { return labels_.size(); }

  struct Weight {
    std::uint64_t feature = 0;
    double weight = 0.0;
  };
  // Sorted by feature.
  std::vector<Weight> train(const LogisticOptions& options);

 private:
  std::unordered_map<std::uint64_t, std::uint32_t> ids_;  // looked up only; order never matters
  std::vector<std::uint64_t> features_;                   // by id
  std::vector<std::uint32_t> counts_;                     // by id
  std::vector<std::uint32_t> rows_;                       // ids of all examples, one after the other
  std::vector<std::size_t> begins_;
  std::vector<std::uint8_t> labels_;
};

}  // namespace entente
