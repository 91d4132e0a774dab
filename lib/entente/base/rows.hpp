// Rows of a lexicon file: lines with columns that are separated by tabs. A line that begins with "#" is a comment.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::inline v0_1 {

// Reads row by row without copying; the bytes must outlive the reader and every column that it returns.
class RowReader {
 public:
  // `where` names the file in errors.
  RowReader(std::string where, std::string_view bytes) : where_(std::move(where)), rest_(bytes) {}

  // Goes to the next row that is neither empty nor a comment; false at the end.
  bool next();
  // The columns of the row, without white space around them; at least one after next() has returned true.
  std::span<const std::string_view> columns() const { return columns_; }
  // The row as it is written, without the white space around it.
  std::string_view line() const { return line_; }
  // Throws Error (BadFormat) with the file, the number of the line, what was found and what was expected instead.
  [[noreturn]] void fail(const std::string& found, std::string expected = {}) const;

 private:
  std::string where_;
  std::string_view rest_;
  std::string_view line_;
  std::vector<std::string_view> columns_;
  std::uint32_t line_number_ = 0;
};

// The text without the spaces, tabs and line breaks around it.
std::string_view trimmed(std::string_view text);
// The parts between the separators, trimmed, without empty ones.
std::vector<std::string_view> split(std::string_view text, char separator);

}  // namespace entente
