#include <entente/actors/pronoun_features.hpp>

#include <charconv>
#include <cstdlib>
#include <system_error>

#include <fmt/format.h>

#include <entente/base/rows.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::array<std::string_view, PronounTypes> TypeNames = {"person", "thing", "several"};

// Reads a decimal point in every locale, unlike strtof.
float weight_of(std::string_view text, const RowReader& row) {
  float weight = 0.0F;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), weight);
  if (error != std::errc() || end != text.data() + text.size()) {
    row.fail("weight " + std::string(text), "a number");
  }
  return weight;
}

}  // namespace

PronounWeights read_pronoun_weights(std::string_view text, const std::string& where) {
  PronounWeights weights{};
  RowReader row(where, text);
  while (row.next()) {
    const auto columns = row.columns();
    std::size_t type = 0;
    while (type < PronounTypes && (columns.size() < 4 || TypeNames[type] != columns[0])) {
      ++type;
    }
    std::size_t group = 0;
    while (group < PronounFeatureGroups.size() &&
           (columns.size() < 4 || PronounFeatureGroups[group].name != columns[1])) {
      ++group;
    }
    if (type == PronounTypes || group == PronounFeatureGroups.size()) {
      row.fail("'" + std::string(row.line()) + "'", "type, feature, value and weight");
    }
    const auto value = std::strtoul(std::string(columns[2]).c_str(), nullptr, 10);
    if (value >= PronounFeatureGroups[group].size) {
      row.fail("value " + std::string(columns[2]), "one below " + std::to_string(PronounFeatureGroups[group].size));
    }
    weights[type][feature_offset(static_cast<PronounFeature>(group)) + value] = weight_of(columns[3], row);
  }
  return weights;
}

std::string write_pronoun_weights(const PronounWeights& weights) {
  std::string out;
  for (std::size_t type = 0; type < PronounTypes; ++type) {
    std::size_t index = 0;
    for (const PronounFeatureGroup& group : PronounFeatureGroups) {
      for (std::uint16_t value = 0; value < group.size; ++value, ++index) {
        if (const float weight = weights[type][index]; weight != 0.0F) {
          out += fmt::format("{}\t{}\t{}\t{:.3f}\n", TypeNames[type], group.name, value, weight);
        }
      }
    }
  }
  return out;
}

float pronoun_score(const PronounWeights& weights, PronounType type, const PronounFeatures& features) {
  float sum = weights[static_cast<std::size_t>(type)][feature_offset(PronounFeature::Link)] * features.link();
  for (const auto index : features) {
    sum += weights[static_cast<std::size_t>(type)][index];
  }
  return sum;
}

}  // namespace entente
