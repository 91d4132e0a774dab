// A section of a model that holds named arrays: the weights and labels of the trained layers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::inline v0_1 {

// A view of a matrix in a model, stored row by row. Valid as long as the model's bytes are.
template <typename T>
struct Matrix {
  std::span<const T> values;  // rows × columns
  std::uint32_t rows = 0;
  std::uint32_t columns = 0;

  // The `columns` values of row r.
  const T* row(std::size_t r) const { return values.data() + r * columns; }
};

// Read-only view of the arrays of one section; docs/model-format.md specifies every byte. Everything is
// checked once, in the constructor: names, types, sizes, alignment, and that each array lies inside the section.
class Tensors {
 public:
  // `where` names the section in errors. Throws Error (BadModel) that also names the array.
  Tensors(std::span<const std::byte> payload, std::string where);

  // The array of that name, of floats, signed bytes or unsigned 32-bit words. A `rows` or `columns` of 0 means any.
  // Throws Error (BadModel) if there is no such array, if it is empty, or if its type or its shape is another.
  Matrix<float> floats(std::string_view name, std::uint32_t rows = 0, std::uint32_t columns = 0) const;
  Matrix<std::int8_t> bytes(std::string_view name, std::uint32_t rows = 0, std::uint32_t columns = 0) const;
  Matrix<std::uint32_t> words(std::string_view name, std::uint32_t rows = 0, std::uint32_t columns = 0) const;
  // Whether there is an array of that name, of any type.
  bool has(std::string_view name) const;
  // The list of strings of that name, in order. Throws Error (BadModel) if there is none.
  std::vector<std::string> strings(std::string_view name) const;

 private:
  enum class Type : std::uint32_t { Float, Int8, Uint32, Strings };
  struct Entry {
    std::string name;
    Type type = Type::Float;
    std::uint32_t rows = 0;
    std::uint32_t columns = 0;
    std::span<const std::byte> values;
  };
  template <typename T>
  Matrix<T> matrix(std::string_view name, Type type, std::uint32_t rows, std::uint32_t columns) const;
  const Entry& find(std::string_view name, Type type) const;

  std::string where_;
  std::vector<Entry> entries_;
};

}  // namespace entente
