#include "table_output.hpp"

#include <array>
#include <filesystem>
#include <string_view>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <entente/base/error.hpp>
#include <entente/base/files.hpp>

#include "output.hpp"
#include "usage.hpp"

namespace entente::cli {

namespace {

std::string format_of_ending(const std::string& path) {
  const std::string ending = std::filesystem::path(path).extension().string();
  for (const char* const format : {"txt", "tsv", "csv", "json"}) {
    if (ending == std::string(".") + format) {
      return ending == ".txt" ? "text" : format;
    }
  }
  throw Error(ErrorCode::Usage, path, "its ending tells no format; expected one of .txt .tsv .csv .json, or --format");
}

bool to_file(const TableOptions& options) { return !options.output.empty() && options.output != "-"; }

}  // namespace

void add_table_options(CLI::App& verb, TableOptions& options) {
  add_choice(verb, "-f,--format", options.format, {"text", "tsv", "csv", "json"},
             "The form: text for people, the others with all fields");
  verb.add_flag("--json", options.json, "Short for --format json");
  verb.add_flag("--csv", options.csv, "Short for --format csv");
  verb.add_flag("--tsv", options.tsv, "Short for --format tsv");
  verb.add_option("-o,--output", options.output, "The file to write; its ending picks the form")->type_name("FILE");
}

std::string table_format(const TableOptions& options) {
  std::string format = options.format;
  const auto ask = [&](bool asked, const char* name) {
    if (asked && !format.empty() && format != name) {
      throw Error(ErrorCode::Usage, "", fmt::format("--{} and --{} exclude each other", format, name));
    }
    format = asked ? name : format;
  };
  ask(options.json, "json");
  ask(options.csv, "csv");
  ask(options.tsv, "tsv");
  return !format.empty() ? format : to_file(options) ? format_of_ending(options.output) : "text";
}

Terminal terminal_of(const TableOptions& options) { return to_file(options) ? Terminal{} : terminal(); }

void deliver(const Table& table, const TableOptions& options) {
  const std::string format = table_format(options);
  deliver(format == "json"  ? table.json()
          : format == "csv" ? table.csv()
          : format == "tsv" ? table.tsv()
                            : table.text(terminal_of(options)),
          options);
}

void deliver(const std::string& bytes, const TableOptions& options) {
  if (to_file(options)) {
    write_file(options.output, bytes);
  } else {
    show(bytes);
  }
}

}  // namespace entente::cli
