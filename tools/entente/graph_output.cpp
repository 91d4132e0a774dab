#include "graph_output.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <list>
#include <utility>

#include <unistd.h>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <entente/base/error.hpp>
#include <entente/base/files.hpp>
#include <entente/formats/json.hpp>
#include <entente/output_formats.hpp>

#include "listing.hpp"
#include "output.hpp"

namespace entente::cli {

namespace {

// Only a terminal needs it, so that it is the program's own.
constexpr OutputFormat List = {
    "text", true, [](const Network& network, const RelationTypes& types) { return list_network(network, types); }};

constexpr OutputFormat Lines = {GraphLines, true, [](const Network& network, const RelationTypes& /*types*/) {
                                  return write_json(network, JsonLayout::Line) + "\n";
                                }};

const OutputFormat* find_format(std::string_view name) {
  return name == List.name ? &List : name == Lines.name ? &Lines : find_output_format(name);
}

// "text json svg …", or as endings ".txt .json .svg …".
std::string known_formats(bool endings) {
  std::string names;
  for (const std::string& format : format_names()) {
    names += (names.empty() ? "" : " ") + (!endings ? format : format == List.name ? ".txt" : "." + format);
  }
  return names;
}

// The format that the path's ending names; "" where it names none.
std::string format_of(std::string path) {
  std::transform(path.begin(), path.end(), path.begin(), [](unsigned char c) { return std::tolower(c); });
  for (const OutputFormat& format : output_formats()) {
    const bool has_dot = format.name.find('.') != std::string_view::npos;
    if (has_dot && path.ends_with("." + std::string(format.name))) {
      return std::string(format.name);
    }
  }
  if (path.ends_with(".ftm.json")) {  // as FollowTheMoney calls them
    return "ftm";
  }
  const std::string end = std::filesystem::path(path).extension().string();
  if (end == ".txt") {
    return std::string(List.name);
  }
  if (end == ".ndjson") {
    return std::string(Lines.name);
  }
  return end.size() < 2 || find_format(end.substr(1)) == nullptr ? std::string() : end.substr(1);
}

// The files that the tables of CSV go to, by format: the relations to the one that the user named.
std::array<std::pair<std::string_view, std::string>, 4> tables_at(const std::string& path) {
  const auto beside = [&](const char* ending) {
    return std::filesystem::path(path).replace_extension(ending).string();
  };
  return {{{"csv", path},
           {"nodes.csv", beside(".nodes.csv")},
           {"evidence.csv", beside(".evidence.csv")},
           {"articles.csv", beside(".articles.csv")}}};
}

// All of them, or none: nothing is replaced before all is on the disk.
void write_tables(const Network& network, const RelationTypes& types, const std::string& path) {
  std::list<FileWriter> files;
  for (const auto& [format, file] : tables_at(path)) {
    files.emplace_back(file).write(write_network(network, types, std::string(format)));
  }
  for (FileWriter& file : files) {
    file.prepare();
  }
  for (FileWriter& file : files) {
    file.finish();
  }
  report(path + ": written");
}

void expect_format(const std::string& format) {
  if (!format.empty() && find_format(format) == nullptr) {
    throw Error(ErrorCode::Usage, "--format",
                fmt::format("found \"{}\"; expected one of {}", format, known_formats(false)));
  }
}

std::string format_at(const std::string& path) {
  std::string found = format_of(path);
  if (found.empty()) {
    throw Error(ErrorCode::Usage, path,
                fmt::format("its ending tells no format; expected one of {}, or --format", known_formats(true)));
  }
  return found;
}

// In small letters, and by the name that formats go by here.
std::string format_name(std::string typed) {
  typed = CLI::detail::to_lower(typed);
  return typed == "ndjson" ? std::string(Lines.name) : typed == "txt" ? std::string(List.name) : typed;
}

}  // namespace

std::vector<std::string> format_names() {
  std::vector<std::string> names = {std::string(List.name)};
  for (const OutputFormat& format : output_formats()) {
    names.emplace_back(format.name);
  }
  names.emplace_back(Lines.name);
  return names;
}

void add_output_options(CLI::App& verb, OutputOptions& options, const std::string& without) {
  verb.add_option("-o,--output", options.files,
                  fmt::format("The file to write, - for standard output; without it {}. May be given again", without))
      ->allow_extra_args(false)
      ->type_name("FILE");
  verb.add_option("-f,--format", options.format, "The format, whatever the ending of the file")->type_name("FORMAT");
}

std::vector<Target> targets_of(const OutputOptions& options, const std::string& usual) {
  const std::string format = format_name(options.format);
  expect_format(format);
  std::vector<Target> targets;
  for (const std::string& file : options.files) {
    const bool standard = file.empty() || file == "-";
    targets.push_back(standard ? Target{"", format.empty() ? usual : format}
                               : Target{file, format.empty() ? format_at(file) : format});
  }
  if (targets.empty()) {
    targets.push_back({"", format.empty() ? usual : format});
  }
  return targets;
}

std::string lines_target(const OutputOptions& options) {
  const std::string format = format_name(options.format);
  expect_format(format);
  if (options.files.size() > 1) {
    throw Error(ErrorCode::Usage, "--lines", "writes one file, however many graphs there are");
  }
  const std::string path = options.files.empty() || options.files.front() == "-" ? "" : options.files.front();
  const std::string found = format.empty() ? format_of(path) : format;
  if (!found.empty() && found != "json" && found != Lines.name) {
    throw Error(ErrorCode::Usage, "--lines",
                fmt::format("writes a graph as JSON on each line, not {}; expected a file like graphs.jsonl", found));
  }
  return path;
}

std::string write_network(const Network& network, const RelationTypes& types, const std::string& format) {
  return find_format(format)->write(network, types);
}

void deliver(const Network& network, const RelationTypes& types, const std::string& path, const std::string& format) {
  if (format == "csv" && !path.empty() && !is_written_in_place(path)) {
    write_tables(network, types, path);
    return;
  }
  if (format == List.name && path.empty()) {
    show(list_network(network, types, terminal()));
    return;
  }
  deliver(write_network(network, types, format), path, format);
}

void deliver(std::string_view bytes, const std::string& path, const std::string& format) {
  if (!path.empty()) {
    write_file(path, bytes);
    report(path + ": written");
    return;
  }
  if (!find_format(format)->text && ::isatty(STDOUT_FILENO) == 1) {
    throw Error(ErrorCode::Usage, "standard output", fmt::format("is a terminal; write {} to a file by -o", format));
  }
  print(bytes);
}

}  // namespace entente::cli
