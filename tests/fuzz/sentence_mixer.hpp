// Texts made of sentences that are cut, thinned, shuffled and joined at random words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "fuzz/sentences.hpp"

namespace entente::fuzz {

class SentenceMixer {
 public:
  // At least one sentence; none of them empty.
  explicit SentenceMixer(std::vector<Words> sentences) : sentences_(std::move(sentences)) {}

  // The text of that number, the same in every run: mostly one sentence, sometimes up to three.
  std::string text(std::size_t number) const;
  std::size_t sentences() const { return sentences_.size(); }

 private:
  using Random = std::mt19937_64;
  const Words& any(Random& random) const;
  Words mixed(Random& random) const;

  std::vector<Words> sentences_;
};

}  // namespace entente::fuzz
