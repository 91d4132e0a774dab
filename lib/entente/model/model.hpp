// The container that trained weights live in. docs/model-format.md says every byte.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::inline v0_1 {

// Read-only view of a model: named sections of bytes, each 64-byte aligned, each checked by CRC-32 at load.
// Copies share the bytes; many threads may read one model.
class Model {
 public:
  // One of the models that are compiled into the library: "accurate", or "fast", which reads some six times as many
  // words a second. Its bytes are never copied. Throws Error (NotFound) where there is none of that name.
  static Model built_in(std::string_view name = "accurate");
  // A model file. Throws Error (NotFound, NotReadable, BadModel) that says what is wrong with it.
  static Model load(const std::string& path);
  // What a user names: a model that is compiled in, or else a model file.
  static Model open(const std::string& name_or_path);
  enum class Checksums : std::uint8_t {
    Verify,
    Trust,  // for what is part of the program: the accurate model's take 20 ms
  };
  // The bytes of a model that the caller keeps alive. `where` names it in errors.
  static Model view(std::span<const std::byte> bytes, std::string where, Checksums checksums = Checksums::Verify);

  // The payload of a section. Throws Error (BadModel) where there is none of that name or not of that version.
  std::span<const std::byte> section(std::string_view name, std::uint32_t version) const;
  bool has(std::string_view name) const;

 private:
  struct Section {
    std::string name;
    std::uint32_t version = 0;
    std::span<const std::byte> payload;
  };
  std::string where_;
  std::vector<Section> sections_;
  std::shared_ptr<const std::vector<std::byte>> owned_;  // null where somebody else owns the bytes
};

// Collects sections and writes them as a model file. Used by the trainers.
class ModelWriter {
 public:
  void add(std::string name, std::uint32_t version, std::vector<std::byte> payload);
  std::vector<std::byte> bytes() const;
  // Writes under a temporary name, then renames. Throws Error (NotReadable).
  void save(const std::string& path) const;

 private:
  struct Section {
    std::string name;
    std::uint32_t version;
    std::vector<std::byte> payload;
  };
  std::vector<Section> sections_;
};

}  // namespace entente
