// Trains the words and sentences of the text room: treebanks → payload of the section "splitter".
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <entente_train/logistic.hpp>
#include <entente_train/treebank_text.hpp>

namespace entente {

struct SplitterOptions {
  LogisticOptions words{.ridge = 0.01, .min_count = 2};
  LogisticOptions sentences{.ridge = 0.05, .min_count = 8};
  std::uint32_t weight_bits = 18;     // log2 of the slots of the table of weights
  std::uint32_t class_bits = 14;      // log2 of the slots of the table of word classes
  std::uint32_t min_class_count = 3;  // words seen less often are unknown words, in training too
  double glue = 0.02;                 // share of sentences that are glued to the next one, as web pages do to captions
  std::uint64_t seed = 20240517;
};

std::vector<std::byte> train_splitter(std::vector<TreebankParagraph> paragraphs, const SplitterOptions& options);

}  // namespace entente
