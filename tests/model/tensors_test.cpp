#include <entente/model/tensors.hpp>

#include <cstring>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <entente/base/error.hpp>

using namespace entente;

namespace {

template <typename T>
void put(std::vector<std::byte>& bytes, std::size_t at, T value) {
  std::memcpy(bytes.data() + at, &value, sizeof value);
}

// One array of 2 × 3 floats, "weights", and one list of strings, "labels".
std::vector<std::byte> good_section() {
  std::vector<std::byte> bytes(64 + 2 * 64 + 64 + 64, std::byte{0});
  put(bytes, 0, std::uint32_t{2});
  const auto entry = [&](std::size_t i, const char* name, std::uint32_t type, std::uint32_t rows, std::uint32_t columns,
                         std::uint64_t offset, std::uint64_t size) {
    const std::size_t at = 64 + i * 64;
    std::memcpy(bytes.data() + at, name, std::strlen(name));
    put(bytes, at + 32, type);
    put(bytes, at + 36, rows);
    put(bytes, at + 40, columns);
    put(bytes, at + 48, offset);
    put(bytes, at + 56, size);
  };
  entry(0, "weights", 0, 2, 3, 192, 24);
  entry(1, "labels", 3, 1, 6, 256, 6);
  for (int i = 0; i < 6; ++i) {
    put(bytes, 192 + i * 4, static_cast<float>(i));
  }
  std::memcpy(bytes.data() + 256, "O\nPER\n", 6);
  return bytes;
}

std::string refusal(const std::vector<std::byte>& bytes) {
  try {
    const Tensors tensors(bytes, "section");
    (void)tensors.floats("weights", 2, 3);
    (void)tensors.strings("labels");
    return "";
  } catch (const Error& e) {
    CHECK(e.code() == ErrorCode::BadModel);
    return e.what();
  }
}

}  // namespace

TEST_CASE("tensors are read in place") {
  const auto bytes = good_section();
  const Tensors tensors(bytes, "section");
  const Matrix<float> weights = tensors.floats("weights", 2, 3);
  CHECK(weights.row(1)[2] == 5.0F);
  CHECK(reinterpret_cast<const std::byte*>(weights.row(0)) == bytes.data() + 192);
  CHECK(tensors.strings("labels") == std::vector<std::string>{"O", "PER"});
}

TEST_CASE("a damaged table of arrays is refused with its reason") {
  struct Row {
    const char* what;
    std::size_t at;
    std::uint32_t value;
    const char* message;
  };
  const Row rows[] = {
      {"count", 0, 5000, "cut off"},
      {"count beyond the payload", 0, 6, "cut off"},
      {"type", 64 + 32, 9, "unknown type"},
      {"other type", 64 + 32, 2, "another type"},
      {"rows", 64 + 36, 3, "items were expected"},
      {"rows that overflow", 64 + 36, 0xffffffffU, "items were expected"},
      {"offset misaligned", 64 + 48, 196, "beyond its section"},
      {"offset beyond", 64 + 48, 0xffffffc0U, "beyond its section"},
      {"size beyond", 64 + 56, 0xfffffff0U, "beyond its section"},
      {"name", 64, 0x41414141U, "no array 'weights'"},
  };
  CHECK(refusal(good_section()).empty());
  for (const Row& row : rows) {
    CAPTURE(row.what);
    auto bytes = good_section();
    put(bytes, row.at, row.value);
    const std::string message = refusal(bytes);
    CAPTURE(message);
    CHECK(message.find(row.message) != std::string::npos);
    CHECK(message.find("section") == 0);
  }
  CHECK(refusal({}).find("cut off") != std::string::npos);
}

TEST_CASE("an array without items is refused") {
  auto bytes = good_section();
  put(bytes, 64 + 40, std::uint32_t{0});
  put(bytes, 64 + 56, std::uint64_t{0});
  const Tensors tensors(bytes, "section");
  CHECK_THROWS_WITH_AS((void)tensors.floats("weights"),
                       "section: array 'weights' is empty; train or install the model again", Error);
}
