#include <entente/model/model.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include <entente/base/error.hpp>
#include <entente/base/files.hpp>
#include <entente/model/crc32.hpp>
#include <entente/model/resources.hpp>

namespace entente::inline v0_1 {

namespace {

// The layout of docs/model-format.md. All integers are little-endian.
constexpr std::array<char, 8> Magic = {'e', 'n', 't', 'm', 'o', 'd', 'e', 'l'};
constexpr std::uint32_t FormatVersion = 1;
constexpr std::size_t HeaderSize = 16;  // magic, format version, number of sections
constexpr std::size_t NameSize = 32;    // padded with zeros
constexpr std::size_t EntrySize = 56;   // name, version, CRC-32, offset, size
constexpr std::size_t Alignment = 64;
constexpr std::uint32_t MaxSections = 1024;
static_assert(std::endian::native == std::endian::little, "sections are used in place");

template <typename T>
T read_at(std::span<const std::byte> bytes, std::size_t at) {
  T value;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

template <typename T>
void append(std::vector<std::byte>& out, T value) {
  const auto* const begin = reinterpret_cast<const std::byte*>(&value);
  out.insert(out.end(), begin, begin + sizeof value);
}

std::size_t aligned(std::size_t size) { return (size + Alignment - 1) / Alignment * Alignment; }

[[noreturn]] void refuse(const std::string& where, const std::string& what, const std::string& expected = "") {
  throw Error(ErrorCode::BadModel,
              {.file = where, .problem = what, .expected = expected, .advice = "train or install the model again"});
}

std::string section_name(std::span<const std::byte> bytes, std::size_t at, const std::string& where) {
  const auto* const name = reinterpret_cast<const char*>(bytes.data() + at);
  const auto* const end = std::find(name, name + NameSize, '\0');
  if (end == name || end == name + NameSize) {
    refuse(where, "a section of the model has no proper name");
  }
  return {name, end};
}

// The payload of the entry at byte `at` of the table of sections. Refuses one that does not lie between the end of the
// table and the end of the model.
std::span<const std::byte> payload_of(std::span<const std::byte> bytes, std::size_t at, std::size_t table_end,
                                      const std::string& name, const std::string& where, Model::Checksums checksums) {
  const auto crc = read_at<std::uint32_t>(bytes, at + NameSize + 4);
  const auto offset = read_at<std::uint64_t>(bytes, at + NameSize + 8);
  const auto size = read_at<std::uint64_t>(bytes, at + NameSize + 16);
  if (offset % Alignment != 0) {
    refuse(where, fmt::format("section '{}' begins at a place that is not a multiple of {}", name, Alignment));
  }
  if (offset > bytes.size() || size > bytes.size() - offset) {
    refuse(where, fmt::format("section '{}' reaches beyond the end of the model", name));
  }
  if (offset < table_end) {
    refuse(where, fmt::format("section '{}' begins inside the table of sections", name));
  }
  const auto payload = bytes.subspan(offset, size);
  if (checksums == Model::Checksums::Verify && crc32(payload) != crc) {
    refuse(where, fmt::format("section '{}' is damaged: its checksum does not match", name));
  }
  return payload;
}

}  // namespace

Model Model::view(std::span<const std::byte> bytes, std::string where, Checksums checksums) {
  if (bytes.size() < HeaderSize || std::memcmp(bytes.data(), Magic.data(), Magic.size()) != 0) {
    refuse(where, "not an entente model");
  }
  const auto version = read_at<std::uint32_t>(bytes, 8);
  if (version != FormatVersion) {
    refuse(where, fmt::format("found model format {}", version), fmt::format("{}", FormatVersion));
  }
  const auto count = read_at<std::uint32_t>(bytes, 12);
  const std::size_t table_end = HeaderSize + std::size_t{count} * EntrySize;
  if (count > MaxSections || bytes.size() < table_end) {
    refuse(where, "the model's table of sections is cut off");
  }
  Model model;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::size_t at = HeaderSize + std::size_t{i} * EntrySize;
    Section section{section_name(bytes, at, where), read_at<std::uint32_t>(bytes, at + NameSize), {}};
    if (model.has(section.name)) {
      refuse(where, fmt::format("section '{}' is there twice", section.name));
    }
    section.payload = payload_of(bytes, at, table_end, section.name, where, checksums);
    model.sections_.push_back(std::move(section));
  }
  model.where_ = std::move(where);
  return model;
}

Model Model::built_in(std::string_view name) {
  const std::string_view bytes = resource(fmt::format("model/{}.model", name));
  return view(std::as_bytes(std::span(bytes.data(), bytes.size())), fmt::format("built-in model '{}'", name),
              Checksums::Trust);
}

Model Model::open(const std::string& name_or_path) {
  return name_or_path == "accurate" || name_or_path == "fast" ? built_in(name_or_path) : load(name_or_path);
}

Model Model::load(const std::string& path) {
  const std::string content = read_file(path);
  // A copy that is aligned, because sections are used in place as arrays of numbers.
  auto bytes = std::make_shared<std::vector<std::byte>>(content.size() + Alignment);
  void* begin = bytes->data();
  std::size_t room = bytes->size();
  std::align(Alignment, content.size(), begin, room);
  std::memcpy(begin, content.data(), content.size());
  Model model = view({static_cast<const std::byte*>(begin), content.size()}, path);
  model.owned_ = std::move(bytes);
  return model;
}

std::span<const std::byte> Model::section(std::string_view name, std::uint32_t version) const {
  const auto found = std::find_if(sections_.begin(), sections_.end(), [&](const Section& s) { return s.name == name; });
  if (found == sections_.end()) {
    refuse(where_, fmt::format("the model has no section '{}'", name));
  }
  if (found->version != version) {
    refuse(where_, fmt::format("section '{}' has version {}", name, found->version), fmt::format("{}", version));
  }
  return found->payload;
}

bool Model::has(std::string_view name) const {
  return std::any_of(sections_.begin(), sections_.end(), [&](const Section& s) { return s.name == name; });
}

void ModelWriter::add(std::string name, std::uint32_t version, std::vector<std::byte> payload) {
  if (name.empty() || name.size() >= NameSize) {
    throw Error(ErrorCode::Internal, name, fmt::format("a section's name has 1 to {} bytes", NameSize - 1));
  }
  sections_.push_back({std::move(name), version, std::move(payload)});
}

std::vector<std::byte> ModelWriter::bytes() const {
  std::vector<std::byte> out;
  for (const char c : Magic) {
    append(out, c);
  }
  append(out, FormatVersion);
  append(out, static_cast<std::uint32_t>(sections_.size()));
  std::size_t offset = aligned(HeaderSize + sections_.size() * EntrySize);
  for (const Section& section : sections_) {
    std::array<char, NameSize> name{};
    std::copy(section.name.begin(), section.name.end(), name.begin());
    append(out, name);
    append(out, section.version);
    append(out, crc32(section.payload));
    append(out, static_cast<std::uint64_t>(offset));
    append(out, static_cast<std::uint64_t>(section.payload.size()));
    offset = aligned(offset + section.payload.size());
  }
  for (const Section& section : sections_) {
    out.resize(aligned(out.size()));
    out.insert(out.end(), section.payload.begin(), section.payload.end());
  }
  return out;
}

void ModelWriter::save(const std::string& path) const {
  const std::vector<std::byte> all = bytes();
  write_file(path, {reinterpret_cast<const char*>(all.data()), all.size()});
}

}  // namespace entente
