// The file format of trained weights: named sections with checksums. docs/model-format.md specifies every byte.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::inline v0_1 {

// Read-only view of a model: named sections of bytes, each aligned to 64 bytes and checked by its CRC-32 at load,
// unless the checksums are trusted. Copies share the bytes; many threads may read one model.
class Model {
 public:
  // One of the models that are compiled into the library: "accurate", or "fast", which reads some six times as many
  // words a second. Its bytes are never copied. Throws Error (NotFound) if there is no model of that name.
  static Model built_in(std::string_view name = "accurate");
  // Reads a model file. Throws Error (NotFound, NotReadable, BadModel) that says what is wrong with it.
  static Model load(const std::string& path);
  // The built-in model of that name, or else the model file at that path. Throws what the two above throw.
  static Model open(const std::string& name_or_path);
  // Whether the checksums of the sections are verified.
  enum class Checksums : std::uint8_t {
    Verify,
    Trust,  // for models that are part of the program: verifying the accurate model takes 20 ms
  };
  // A model in memory that the caller keeps alive. `where` names it in errors. Throws Error (BadModel).
  static Model view(std::span<const std::byte> bytes, std::string where, Checksums checksums = Checksums::Verify);

  // The payload of a section. Throws Error (BadModel) if there is no section of that name and version.
  std::span<const std::byte> section(std::string_view name, std::uint32_t version) const;
  // Whether there is a section of that name, of any version.
  bool has(std::string_view name) const;

 private:
  struct Section {
    std::string name;
    std::uint32_t version = 0;
    std::span<const std::byte> payload;
  };
  std::string where_;
  std::vector<Section> sections_;
  std::shared_ptr<const std::vector<std::byte>> owned_;  // null where the caller or the program owns the bytes
};

// Collects sections and writes them as a model file, for the trainers.
class ModelWriter {
 public:
  // Adds a section. Throws Error (Internal) unless the name has 1 to 31 bytes.
  void add(std::string name, std::uint32_t version, std::vector<std::byte> payload);
  // The whole file.
  std::vector<std::byte> bytes() const;
  // Writes the file under a temporary name, then renames. Throws Error (NotReadable).
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
