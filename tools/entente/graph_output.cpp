#include "graph_output.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <list>
#include <utility>

#include <unistd.h>

#include <fmt/format.h>

#include <entente/base/error.hpp>
#include <entente/base/files.hpp>
#include <entente/output_formats.hpp>

#include "listing.hpp"
#include "output.hpp"

namespace entente::cli {

namespace {

// Only a terminal needs it, so that it is the program's own.
constexpr OutputFormat List = {
    "text", true, [](const Network& network, const RelationTypes& types) { return list_network(network, types); }};

const OutputFormat* find_format(std::string_view name) { return name == List.name ? &List : find_output_format(name); }

// "text json svg …", or as endings ".txt .json .svg …".
std::string known_formats(bool endings) {
  std::string names = endings ? ".txt" : std::string(List.name);
  for (const OutputFormat& format : output_formats()) {
    names += fmt::format(" {}{}", endings ? "." : "", format.name);
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
}

}  // namespace

std::string choose_format(const std::string& format, const std::string& path) {
  if (!format.empty()) {
    if (find_format(format) == nullptr) {
      throw Error(ErrorCode::Usage, "--format",
                  fmt::format("found \"{}\"; expected one of {}", format, known_formats(false)));
    }
    return format;
  }
  if (path.empty()) {
    return "text";
  }
  std::string found = format_of(path);
  if (found.empty()) {
    throw Error(ErrorCode::Usage, path,
                fmt::format("its ending tells no format; expected one of {}, or --format", known_formats(true)));
  }
  return found;
}

void expect_lines(const std::string& format, const std::string& path) {
  const std::string found = format.empty() ? format_of(path) : format;
  if (!found.empty() && found != "json") {
    throw Error(ErrorCode::Usage, "--lines",
                fmt::format("writes a graph as JSON on each line, not {}; expected a file like graphs.jsonl", found));
  }
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
    print(list_network(network, types, terminal()));
    return;
  }
  deliver(write_network(network, types, format), path, format);
}

void deliver(std::string_view bytes, const std::string& path, const std::string& format) {
  if (!path.empty()) {
    write_file(path, bytes);
    return;
  }
  if (!find_format(format)->text && ::isatty(STDOUT_FILENO) == 1) {
    throw Error(ErrorCode::Usage, "standard output", fmt::format("is a terminal; write {} to a file by -o", format));
  }
  print(bytes);
}

}  // namespace entente::cli
