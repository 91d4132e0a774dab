#include <entente/relations/calibration.hpp>

#include <cstring>
#include <limits>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <entente/base/error.hpp>
#include <entente/relations/pair_scorer.hpp>

using namespace entente;

namespace {

using Bytes = std::vector<std::byte>;

Bytes section(std::string_view name, std::uint32_t version) {
  const auto payload = Model::built_in().section(name, version);
  return {payload.begin(), payload.end()};
}

// A model with the relation model, and with a calibration unless that is empty.
Model model_with(const Bytes& calibration, std::uint32_t version = Calibration::SectionVersion) {
  static std::vector<Bytes> kept;
  ModelWriter writer;
  writer.add("relations", 1, section("relations", 1));
  if (!calibration.empty()) {
    writer.add(std::string(Calibration::SectionName), version, calibration);
  }
  kept.push_back(writer.bytes());
  return Model::view(kept.back(), "altered");
}

std::string refusal(const Model& model) {
  try {
    const PairScorer pairs(model, load_relation_types());
    return "accepted";
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::BadModel);
    return error.what();
  }
}

}  // namespace

TEST_CASE("confidence rises with every vote, in each model") {
  for (const char* const name : {"accurate", "fast"}) {
    CAPTURE(name);
    const Calibration it = Calibration::of(Model::built_in(name));
    CHECK(it.confidence({0.9F, false, false}) > it.confidence({0.5F, false, false}));
    CHECK(it.confidence({0.5F, true, false}) > it.confidence({0.5F, false, false}));
    CHECK(it.confidence({0.5F, true, false}) > it.confidence({0.5F, true, true}));
    for (const bool rules : {false, true}) {
      CHECK(it.confidence({0.0F, rules, false}) > 0.0F);
      CHECK(it.confidence({1.0F, rules, false}) < 1.0F);
    }
  }
}

TEST_CASE("a relation model comes with its calibration") {
  CHECK(refusal(model_with(section("calibration", 1))) == "accepted");
  CHECK(refusal(model_with({})).find("no section 'calibration'") != std::string::npos);
  CHECK(refusal(model_with(section("calibration", 1), 2)).find("version 2; expected 1") != std::string::npos);
}

TEST_CASE("a damaged calibration is refused with its reason") {
  constexpr std::size_t Weights = 192;  // after a header and two entries of 64 bytes
  constexpr std::size_t Thresholds = 256;
  struct Row {
    const char* what;
    std::size_t at;
    float value;
    const char* message;
  };
  const float no_number = std::numeric_limits<float>::quiet_NaN();
  const Row rows[] = {
      {"bias", Weights, no_number, "a weight is no number"},
      {"the last weight", Weights + 16, std::numeric_limits<float>::infinity(), "a weight is no number"},
      {"told from more than 1", Thresholds, 1.5F, "must be shares"},
      {"told from no number", Thresholds, no_number, "must be shares"},
      {"told and not doubted", Thresholds + 8, 0.99F, "must be shares"},
      {"the last threshold", Thresholds + 12, -0.1F, "must be shares"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.what);
    Bytes bytes = section("calibration", 1);
    REQUIRE(bytes.size() >= row.at + sizeof row.value);
    std::memcpy(bytes.data() + row.at, &row.value, sizeof row.value);
    CHECK(refusal(model_with(bytes)).find(row.message) != std::string::npos);
  }
  for (std::size_t size = 1; size < section("calibration", 1).size(); ++size) {
    CAPTURE(size);
    Bytes bytes = section("calibration", 1);
    bytes.resize(size);
    CHECK(refusal(model_with(bytes)).find("calibration") != std::string::npos);
  }
}
