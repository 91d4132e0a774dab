#include <entente/encoding/transformer.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <entente/base/error.hpp>
#include <entente/text/from_words.hpp>

using namespace entente;

namespace {

// The smallest model of this kind (tests/fuzz/make_model_seeds.cpp), to be damaged.
class Damaged {
 public:
  Damaged() {
    const Model good = Model::load(ENTENTE_SMALLEST_MODEL);
    const auto bytes = good.section(Transformer::SectionName, 1);
    section_.assign(bytes.begin(), bytes.end());
  }

  // Writes values over those of an array, from the first on.
  template <typename T>
  Damaged& with(std::string_view array, const std::vector<T>& values) {
    std::memcpy(section_.data() + begin_of(array), values.data(), values.size() * sizeof(T));
    return *this;
  }
  std::vector<std::byte> model() const {
    ModelWriter writer;
    writer.add(std::string(Transformer::SectionName), 1, section_);
    return writer.bytes();
  }

 private:
  // docs/model-format.md: a header of 64 bytes, then entries of 64, which begin with the name.
  std::size_t begin_of(std::string_view array) const {
    for (std::size_t at = 64; at < section_.size(); at += 64) {
      if (std::string_view(reinterpret_cast<const char*>(section_.data() + at), 32).substr(0, array.size() + 1) ==
          std::string(array) + '\0') {
        std::uint64_t offset = 0;
        std::memcpy(&offset, section_.data() + at + 48, sizeof offset);
        return offset;
      }
    }
    FAIL("no array ", std::string(array));
    return 0;
  }

  std::vector<std::byte> section_;
};

std::string refusal(const Damaged& damaged) {
  const std::vector<std::byte> bytes = damaged.model();
  try {
    const Transformer transformer(Model::view(bytes, "damaged"));
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::BadModel);
    return error.what();
  }
  return "taken";
}

std::size_t states_of(const Damaged& damaged) {
  const std::vector<std::byte> bytes = damaged.model();
  const Transformer transformer(Model::view(bytes, "damaged"));
  const Document document =
      document_from_words({{.words = {{.form = "Norway", .space_after = true}, {.form = "won"}}}});
  std::size_t states = 0;
  transformer.encode(document, [&](const Encoding& part) { states += part.states.size(); });
  return states;
}

}  // namespace

TEST_CASE("transformer refuses shapes that it cannot run") {
  CHECK(refusal(Damaged()) == "taken");
  const std::vector<std::array<std::uint32_t, 4>> bad = {
      {0, 1, 64, 1},  {63, 1, 64, 1},          {64, 0, 64, 1},          {64, 3, 64, 1},
      {64, 8, 64, 1}, {64, 0x10000000, 64, 1}, {64, 0x10000004, 64, 1}, {64, 0x80000001, 64, 1},
      {64, 1, 0, 1},  {64, 1, 96, 1},          {64, 1, 64, 25}};
  for (const auto& shape : bad) {
    CAPTURE(shape[0]);
    CAPTURE(shape[1]);
    CAPTURE(shape[2]);
    CAPTURE(shape[3]);
    const std::string why = refusal(Damaged().with("shape", std::vector<std::uint32_t>(shape.begin(), shape.end())));
    CHECK(why.find("cannot be run") != std::string::npos);
  }
}

TEST_CASE("transformer refuses weights that its products cannot hold, and lists of pieces without the marks") {
  for (const std::int8_t weight : {std::int8_t{64}, std::int8_t{-64}, std::int8_t{-128}}) {
    CHECK(refusal(Damaged().with("layer0.up.panels", std::vector{weight})).find("has weights beyond 63") !=
          std::string::npos);
  }
  CHECK(refusal(Damaged().with("layer0.up.panels", std::vector<std::int8_t>{63, -63})) == "taken");
  CHECK(refusal(Damaged().with("pieces", std::vector<char>(100, 'x'))).find("list of pieces is too short") !=
        std::string::npos);
}

TEST_CASE("transformer gives a vector for every word, whatever the weights") {
  using Limits = std::numeric_limits<float>;
  for (const float odd : {Limits::quiet_NaN(), -Limits::quiet_NaN(), Limits::infinity(), Limits::max(), 0.0F}) {
    CAPTURE(odd);
    for (const char* array : {"row_scales", "positions", "input_norm", "layer0.qkv.scales", "layer0.up.bias"}) {
      CAPTURE(array);
      CHECK(states_of(Damaged().with(array, std::vector<float>(64, odd))) == 2 * 64);
    }
  }
}
