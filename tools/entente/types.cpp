// entente types: the relation types and what they mean.
#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <entente/relations/relation_types.hpp>

#include "listing.hpp"
#include "output.hpp"
#include "pipeline_files.hpp"
#include "verbs.hpp"

namespace entente::cli {

namespace {

std::string list_types(const RelationTypes& types) {
  std::size_t name = 0;
  std::size_t label = 0;
  for (const RelationType& type : types.types) {
    name = std::max(name, columns_of(type.name));
    label = std::max(label, columns_of(type.label));
  }
  const auto row = [&](const auto&... columns) {
    std::string line;
    std::size_t i = 0;
    const std::size_t widths[] = {name, label, 9, 8, 8, 9, 0};
    ((line += padded(columns, widths[i++]) + "  "), ...);
    line.erase(line.find_last_not_of(' ') + 1);
    return line + "\n";
  };
  std::string text = row("type", "label", "family", "both", "CAMEO", "PLOVER", "meaning");
  for (const RelationType& type : types.types) {
    text += row(type.name, type.label, family_name(type.family), type.symmetric ? "both" : "", type.cameo, type.plover,
                type.meaning);
  }
  return text;
}

constexpr const char* Example = R"(
Example:
  entente types
      "both": the relation has no direction. "other" is a relation that no type covers; it reads as its predicate.)";

}  // namespace

void add_types(CLI::App& app, Action& chosen) {
  CLI::App* const verb = app.add_subcommand("types", "The relation types: label, family, CAMEO and PLOVER, meaning");
  const auto relations = std::make_shared<std::string>();
  add_types_file(*verb, *relations);
  verb->footer(Example);
  verb->callback([relations, &chosen] { chosen = [relations] { print(list_types(open_types(*relations))); }; });
}

}  // namespace entente::cli
