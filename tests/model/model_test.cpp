// The model container: what is written comes back, and every damage to a good file is refused with its reason.
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <entente/base/error.hpp>
#include <entente/base/files.hpp>
#include <entente/model/model.hpp>
#include <entente/model/resources.hpp>

using namespace entente;

namespace {

using Bytes = std::vector<std::byte>;

// The layout of docs/model-format.md, written down a second time on purpose.
constexpr std::size_t VersionAt = 8;
constexpr std::size_t CountAt = 12;
constexpr std::size_t TableAt = 16;
constexpr std::size_t EntrySize = 56;
constexpr std::size_t CrcIn = 36;
constexpr std::size_t OffsetIn = 40;
constexpr std::size_t SizeIn = 48;

Bytes bytes_of(std::string_view text) {
  const auto bytes = std::as_bytes(std::span(text.data(), text.size()));
  return {bytes.begin(), bytes.end()};
}

std::string_view text_of(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// A good model of three sections; the second is empty.
Bytes good_model() {
  ModelWriter writer;
  writer.add("encoder", 3, bytes_of("weights of the encoder, rather more than sixty-four bytes of them in this test"));
  writer.add("nothing", 1, {});
  writer.add("tagger", 7, bytes_of("tags"));
  return writer.bytes();
}

template <typename T>
void put(Bytes& bytes, std::size_t at, T value) {
  std::memcpy(bytes.data() + at, &value, sizeof value);
}

template <typename T>
T get(const Bytes& bytes, std::size_t at) {
  T value;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

std::size_t entry(std::size_t section) { return TableAt + section * EntrySize; }

// Why the bytes are refused; "" where they are not.
std::string refusal(const Bytes& bytes) {
  try {
    Model::view(bytes, "test.model");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::BadModel);
    CHECK(error.where() == "test.model");
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("sections come back as they were written") {
  const Bytes bytes = good_model();
  const Model model = Model::view(bytes, "test.model");
  CHECK(text_of(model.section("encoder", 3)).starts_with("weights of"));
  CHECK(text_of(model.section("tagger", 7)) == "tags");
  CHECK(model.section("nothing", 1).empty());
  CHECK(model.has("tagger"));
  CHECK_FALSE(model.has("parser"));
}

TEST_CASE("the header is as docs/model-format.md says") {
  const Bytes bytes = good_model();
  CHECK(text_of(bytes).substr(0, 8) == "entmodel");
  CHECK(get<std::uint32_t>(bytes, VersionAt) == 1);
  CHECK(get<std::uint32_t>(bytes, CountAt) == 3);
  CHECK(text_of(bytes).substr(entry(2), 7) == std::string_view("tagger\0", 7));
  CHECK(get<std::uint32_t>(bytes, entry(2) + 32) == 7);
  for (std::size_t section = 0; section < 3; ++section) {
    CHECK(get<std::uint64_t>(bytes, entry(section) + OffsetIn) % 64 == 0);
  }
  CHECK(get<std::uint64_t>(bytes, entry(2) + SizeIn) == 4);
}

TEST_CASE("the same sections give the same bytes") { CHECK(good_model() == good_model()); }

TEST_CASE("a model without sections is a model") {
  const Bytes bytes = ModelWriter().bytes();
  CHECK(refusal(bytes).empty());
}

TEST_CASE("every damage to a good model is refused with its reason") {
  struct Row {
    const char* damage;
    std::function<void(Bytes&)> apply;
    const char* reason;
  };
  constexpr auto Huge = std::uint64_t{0} - 64;
  const std::vector<Row> table = {
      {"nothing", [](Bytes&) {}, ""},
      {"empty", [](Bytes& b) { b.clear(); }, "not an entente model"},
      {"header cut", [](Bytes& b) { b.resize(15); }, "not an entente model"},
      {"magic", [](Bytes& b) { put(b, 0, 'E'); }, "not an entente model"},
      {"newer format", [](Bytes& b) { put(b, VersionAt, 2U); }, "found model format 2; expected 1"},
      {"format 0", [](Bytes& b) { put(b, VersionAt, 0U); }, "found model format 0; expected 1"},
      {"table cut", [](Bytes& b) { b.resize(entry(2) + 20); }, "table of sections is cut off"},
      {"more sections than bytes", [](Bytes& b) { put(b, CountAt, 1000U); }, "table of sections is cut off"},
      {"a count that overflows", [](Bytes& b) { put(b, CountAt, 0xFFFFFFFFU); }, "table of sections is cut off"},
      {"no name", [](Bytes& b) { put(b, entry(1), '\0'); }, "no proper name"},
      {"endless name", [](Bytes& b) { std::memset(b.data() + entry(1), 'x', 32); }, "no proper name"},
      {"the same name twice", [](Bytes& b) { std::memcpy(b.data() + entry(1), "tagger\0", 7); },
       "section 'tagger' is there twice"},
      {"misaligned offset",
       [](Bytes& b) { put(b, entry(2) + OffsetIn, get<std::uint64_t>(b, entry(2) + OffsetIn) + 4); },
       "section 'tagger' begins at a place that is not a multiple of 64"},
      {"offset in the table", [](Bytes& b) { put(b, entry(2) + OffsetIn, std::uint64_t{64}); },
       "section 'tagger' begins inside the table of sections"},
      {"offset beyond the end", [](Bytes& b) { put(b, entry(2) + OffsetIn, std::uint64_t{1} << 20U); },
       "section 'tagger' reaches beyond the end"},
      {"offset that overflows", [](Bytes& b) { put(b, entry(2) + OffsetIn, Huge); },
       "section 'tagger' reaches beyond the end"},
      {"size beyond the end", [](Bytes& b) { put(b, entry(2) + SizeIn, std::uint64_t{5}); },
       "section 'tagger' reaches beyond the end"},
      {"size that overflows", [](Bytes& b) { put(b, entry(0) + SizeIn, Huge); },
       "section 'encoder' reaches beyond the end"},
      {"payload cut", [](Bytes& b) { b.resize(b.size() - 1); }, "section 'tagger' reaches beyond the end"},
      {"a flipped bit in a payload", [](Bytes& b) { b.back() ^= std::byte{1}; }, "section 'tagger' is damaged"},
      {"a flipped bit in a checksum", [](Bytes& b) { put(b, entry(0) + CrcIn, get<char>(b, entry(0) + CrcIn) + 1); },
       "section 'encoder' is damaged"},
      {"a shorter size", [](Bytes& b) { put(b, entry(0) + SizeIn, std::uint64_t{3}); }, "section 'encoder' is damaged"},
  };
  for (const Row& row : table) {
    CAPTURE(row.damage);
    Bytes bytes = good_model();
    row.apply(bytes);
    const std::string why = refusal(bytes);
    CAPTURE(why);
    if (std::string_view(row.reason).empty()) {
      CHECK(why.empty());
    } else {
      CHECK(why.find(row.reason) != std::string::npos);
      CHECK(why.find("train or install the model again") != std::string::npos);
    }
  }
}

TEST_CASE("a model cut at any place is refused, never read beyond its end") {
  const Bytes whole = good_model();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    CAPTURE(size);
    // A copy of exactly that size, so that the address sanitizer sees a read beyond it.
    const Bytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
    CHECK_FALSE(refusal(cut).empty());
  }
}

TEST_CASE("a section that is missing or of another version is refused when it is asked for") {
  const Bytes bytes = good_model();
  const Model model = Model::view(bytes, "test.model");
  CHECK_THROWS_WITH_AS(model.section("parser", 1), doctest::Contains("test.model: the model has no section 'parser'"),
                       Error);
  CHECK_THROWS_WITH_AS(model.section("tagger", 8), doctest::Contains("section 'tagger' has version 7; expected 8"),
                       Error);
}

TEST_CASE("a section's name must fit") {
  ModelWriter writer;
  CHECK_THROWS_AS(writer.add("", 1, {}), Error);
  CHECK_THROWS_AS(writer.add(std::string(32, 'x'), 1, {}), Error);
  writer.add(std::string(31, 'x'), 1, bytes_of("fits"));
  const Bytes bytes = writer.bytes();
  CHECK(text_of(Model::view(bytes, "test.model").section(std::string(31, 'x'), 1)) == "fits");
}

TEST_CASE("a model file is saved, loaded and outlives its source") {
  const std::string path = (std::filesystem::temp_directory_path() / "entente-model-test.model").string();
  ModelWriter writer;
  writer.add("numbers", 1, bytes_of("0123"));
  writer.save(path);
  const Model model = Model::load(path);
  const Model copy = model;  // shares the bytes
  std::filesystem::remove(path);
  CHECK(text_of(copy.section("numbers", 1)) == "0123");
  CHECK(reinterpret_cast<std::uintptr_t>(copy.section("numbers", 1).data()) % 64 == 0);
  CHECK_THROWS_AS(Model::load(path), Error);
}

TEST_CASE("a file that is no model is refused by its path") {
  const std::string path = (std::filesystem::temp_directory_path() / "entente-model-test.txt").string();
  write_file(path, "This is prose, not a model, though it is quite long enough to be one.");
  CHECK_THROWS_WITH_AS(Model::load(path), doctest::Contains(path.c_str()), Error);
  std::filesystem::remove(path);
}

TEST_CASE("the models that are compiled in are whole") {
  for (const char* const name : {"accurate", "fast"}) {
    CAPTURE(name);
    const std::string_view bytes = resource(fmt::format("model/{}.model", name));
    CHECK_NOTHROW(Model::view(std::as_bytes(std::span(bytes.data(), bytes.size())), name));
    CHECK(Model::open(name).has("splitter"));
  }
  CHECK(Model::built_in("accurate").has("transformer"));
  CHECK_FALSE(Model::built_in("fast").has("transformer"));
  CHECK_THROWS_AS(Model::built_in("slow"), Error);
}
