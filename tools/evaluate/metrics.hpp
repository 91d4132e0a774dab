// Prints metrics as a table for people or as JSON for programs.
#pragma once

#include <vector>

#include <entente_train/conllu_score.hpp>

namespace entente::train {

void print_metrics(const std::vector<Metric>& metrics, bool as_json);

}  // namespace entente::train
