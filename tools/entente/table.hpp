// Answers as rows: a table with aligned columns for people, a JSON list of objects for programs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "terminal.hpp"

namespace entente::cli {

// One value, as it is shown and as it is written.
struct Cell {
  std::string shown;
  std::string json;
};

Cell text_cell(std::string_view text);                        // empty: nothing is shown, null is written
Cell named_cell(std::string_view name, std::string_view id);  // people see the name, programs the id
Cell whole_cell(std::uint64_t value);
Cell number_cell(double value, int digits);
Cell list_cell(const std::vector<std::string>& shown, const std::vector<std::string>& written);

class Table {
 public:
  // `none` is shown instead of a table without rows.
  Table(std::vector<std::string> columns, std::string none) : columns_(std::move(columns)), none_(std::move(none)) {}

  void add(std::vector<Cell> row) { rows_.push_back(std::move(row)); }
  std::size_t size() const { return rows_.size(); }
  // Leaves the first so many rows; 0 leaves all.
  void keep(std::size_t most);

  // Columns without any value are left out; the last is cut to the width of the terminal, else of a page.
  std::string text(const Terminal& terminal = {}) const;
  std::string json() const;

 private:
  std::vector<std::string> columns_;
  std::string none_;
  std::vector<std::vector<Cell>> rows_;
};

}  // namespace entente::cli
