#include "metrics.hpp"

#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace entente::train {

namespace {

// Percent with two digits, so that two runs can be compared by eye and by diff.
double percent(double share) { return static_cast<double>(std::lround(share * 10000.0)) / 100.0; }

}  // namespace

void print_metrics(const std::vector<Metric>& metrics, bool as_json) {
  if (as_json) {
    nlohmann::ordered_json json;
    for (const Metric& m : metrics) {
      json[m.name] = {{"precision", percent(m.precision())},
                      {"recall", percent(m.recall())},
                      {"f1", percent(m.f1())},
                      {"gold", m.gold},
                      {"system", m.system},
                      {"correct", m.correct}};
    }
    fmt::print("{}\n", json.dump());
    return;
  }
  fmt::print("{:<10} {:>9} {:>9} {:>9}\n", "", "precision", "recall", "F1");
  for (const Metric& m : metrics) {
    fmt::print("{:<10} {:>9.2f} {:>9.2f} {:>9.2f}\n", m.name, percent(m.precision()), percent(m.recall()),
               percent(m.f1()));
  }
}

}  // namespace entente::train
