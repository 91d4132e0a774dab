// Sections of a model that a test writes by hand, so that it can say what a trained layer answers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::test {

// Writes the arrays of one section as Tensors reads them (docs/model-format.md).
class TensorSection {
 public:
  void add(std::string_view name, std::uint32_t rows, std::uint32_t columns, const std::vector<float>& values) {
    put(name, Float, rows, columns, std::as_bytes(std::span(values)));
  }
  // A layer without a bias that multiplies each input by `by`.
  void add_scaling(const std::string& layer, std::uint32_t size, float by) {
    std::vector<float> weights(std::size_t{size} * size, 0.0F);
    for (std::size_t i = 0; i < size; ++i) {
      weights[i * size + i] = by;
    }
    add(layer + "weights", size, size, weights);
  }
  void add_zeros(std::string_view name, std::uint32_t rows, std::uint32_t columns) {
    add(name, rows, columns, std::vector<float>(std::size_t{rows} * columns, 0.0F));
  }
  void add_strings(std::string_view name, const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) {
      text += line + '\n';
    }
    put(name, Strings, 1, static_cast<std::uint32_t>(text.size()), std::as_bytes(std::span(text)));
  }

  std::vector<std::byte> bytes() const {
    std::vector<std::byte> out(Block * (1 + entries_.size()), std::byte{0});
    write(out, 0, static_cast<std::uint32_t>(entries_.size()));
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      const Entry& entry = entries_[i];
      const std::size_t at = Block * (1 + i);
      std::memcpy(out.data() + at, entry.name.data(), entry.name.size());
      write(out, at + 32, entry.type);
      write(out, at + 36, entry.rows);
      write(out, at + 40, entry.columns);
      write(out, at + 48, std::uint64_t{out.size()});
      write(out, at + 56, std::uint64_t{entry.values.size()});
      out.insert(out.end(), entry.values.begin(), entry.values.end());
      out.resize((out.size() + Block - 1) / Block * Block, std::byte{0});
    }
    return out;
  }

 private:
  static constexpr std::size_t Block = 64;
  static constexpr std::uint32_t Float = 0;
  static constexpr std::uint32_t Strings = 3;

  struct Entry {
    std::string name;
    std::uint32_t type;
    std::uint32_t rows;
    std::uint32_t columns;
    std::vector<std::byte> values;
  };

  void put(std::string_view name, std::uint32_t type, std::uint32_t rows, std::uint32_t columns,
           std::span<const std::byte> values) {
    entries_.push_back({std::string(name), type, rows, columns, {values.begin(), values.end()}});
  }
  template <typename T>
  static void write(std::vector<std::byte>& out, std::size_t at, T value) {
    std::memcpy(out.data() + at, &value, sizeof value);
  }

  std::vector<Entry> entries_;
};

}  // namespace entente::test
