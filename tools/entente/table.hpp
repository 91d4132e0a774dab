// Answers as rows: a table with aligned columns for people, a JSON list of objects, CSV or TSV for programs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "terminal.hpp"

namespace entente::cli {

// One value, as it is shown, as it stands in JSON, and as it stands in CSV and TSV.
struct Cell {
  std::string shown;
  std::string json;
  std::string plain;
};

Cell text_cell(std::string_view text);                        // empty: nothing is shown, null is written
Cell named_cell(std::string_view name, std::string_view id);  // people see the name, programs the id
Cell whole_cell(std::uint64_t value);
Cell number_cell(double value, int digits);
Cell list_cell(const std::vector<std::string>& shown, const std::vector<std::string>& written);  // CSV: a JSON array
Cell json_cell(std::string json);                                                                // a value in itself

// Who gets a column: people read fewer than programs, and only JSON holds lists of objects.
enum class Reader : std::uint8_t { All, People, Programs, Json };

struct Column {
  // NOLINTNEXTLINE(google-explicit-constructor): most columns are for all, and are named by their name alone.
  Column(const char* column, Reader who = Reader::All) : name(column), reader(who) {}
  std::string name;
  Reader reader;
};

class Table {
 public:
  // `none` is shown instead of a table without rows.
  Table(std::vector<Column> columns, std::string none) : columns_(std::move(columns)), none_(std::move(none)) {}

  void add(std::vector<Cell> row) { rows_.push_back(std::move(row)); }
  std::size_t size() const { return rows_.size(); }
  // Leaves the first so many rows; 0 leaves all.
  void keep(std::size_t most);

  // For people. Columns without any value are left out. On a terminal the last is cut to its width and the others to
  // a part of it; elsewhere, for grep and files, nothing is cut.
  std::string text(const Terminal& terminal = {}) const;
  // An array of objects, by the names of the columns.
  std::string json() const;
  // RFC 4180, and fields divided by tabs; a line with the names of the columns comes first. Tabs and line ends within
  // a field of TSV become spaces.
  std::string csv() const;
  std::string tsv() const;

 private:
  std::vector<std::size_t> columns_for(Reader reader, bool lists) const;

  std::vector<Column> columns_;
  std::string none_;
  std::vector<std::vector<Cell>> rows_;
};

}  // namespace entente::cli
