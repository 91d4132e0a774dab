// Where tables go, and in which form: the options of every verb that prints one.
#pragma once

#include <string>

#include "table.hpp"

namespace CLI {
class App;
}

namespace entente::cli {

struct TableOptions {
  std::string format;  // "text", "tsv", "csv" or "json"; "" where the ending of the file says it
  std::string output;  // "" or "-" for standard output
  bool json = false;   // each as short for a format
  bool csv = false;
  bool tsv = false;
};

// --format, --json, --csv, --tsv, --output
void add_table_options(CLI::App& verb, TableOptions& options);

// "text" where nothing says otherwise. Throws Error (Usage) where two ask for different ones, or an ending names none.
std::string table_format(const TableOptions& options);

// What text is shown on: nothing is cut in a file.
Terminal terminal_of(const TableOptions& options);

// In the format that is asked for, or bytes that are in it already.
void deliver(const Table& table, const TableOptions& options);
void deliver(const std::string& bytes, const TableOptions& options);

}  // namespace entente::cli
