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
  LogisticOptions sentences{.ridge = 0.1, .min_count = 5};
  std::uint32_t weight_slots = 330000;  // of the table of weights; four fifths of them are filled
  std::uint32_t class_slots = 16000;    // of the table of word classes
  std::uint32_t min_class_count = 3;    // words seen less often are unknown words, in training too
  double sentence_bias = 0.0;           // log-odds that are added before a gap ends a sentence
  double glue = 0.02;  // share of sentences that are glued to the next one, as web pages do to captions
  std::uint64_t seed = 20240517;
};

std::vector<std::byte> train_splitter(std::vector<TreebankParagraph> paragraphs, const SplitterOptions& options);

}  // namespace entente
