#include "graph_output.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <optional>

#include <unistd.h>

#include <fmt/format.h>

#include <entente/base/error.hpp>
#include <entente/base/files.hpp>
#include <entente/formats/csv.hpp>
#include <entente/output_formats.hpp>

#include "listing.hpp"
#include "output.hpp"

namespace entente::cli {

namespace {

// Only a terminal needs it, so that it is the program's own.
constexpr OutputFormat List = {"text", true, list_network};

const OutputFormat* find_format(std::string_view name) { return name == List.name ? &List : find_output_format(name); }

std::string known_formats(const char* before) {
  std::string names = fmt::format("{}{}", before, List.name);
  for (const OutputFormat& format : output_formats()) {
    names += fmt::format(" {}{}", before, format.name);
  }
  return names;
}

}  // namespace

std::string choose_format(const std::string& format, const std::string& path) {
  if (!format.empty()) {
    if (find_format(format) == nullptr) {
      throw Error(ErrorCode::Usage, "--format",
                  fmt::format("found \"{}\"; expected one of {}", format, known_formats("")));
    }
    return format;
  }
  if (path.empty()) {
    return "text";
  }
  std::string end = std::filesystem::path(path).extension().string();
  std::transform(end.begin(), end.end(), end.begin(), [](unsigned char c) { return std::tolower(c); });
  if (end == ".txt") {
    return "text";
  }
  if (end.size() < 2 || find_format(std::string_view(end).substr(1)) == nullptr) {
    throw Error(ErrorCode::Usage, path,
                fmt::format("its ending tells no format; expected one of {}, or --format", known_formats(".")));
  }
  return end.substr(1);
}

std::string write_network(const Network& network, const RelationTypes& types, const std::string& format) {
  return find_format(format)->write(network, types);
}

void deliver(const Network& network, const RelationTypes& types, const std::string& path, const std::string& format) {
  if (format == "csv" && !path.empty()) {
    write_file(std::filesystem::path(path).replace_extension(".nodes.csv").string(), write_csv_actors(network));
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
