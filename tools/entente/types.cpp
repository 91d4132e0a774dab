// entente types: the relation types and what they mean.
#include <memory>
#include <string>

#include <CLI/CLI.hpp>

#include <entente/relations/relation_types.hpp>

#include "pipeline_files.hpp"
#include "table_output.hpp"
#include "verbs.hpp"

namespace entente::cli {

namespace {

struct TypesOptions {
  std::string relations;
  TableOptions table;
};

Table types_table(const RelationTypes& types) {
  Table table({"type", "label", "family", "both", "CAMEO", "PLOVER", "meaning"}, "no types");
  for (const RelationType& type : types.types) {
    table.add({text_cell(type.name), text_cell(type.label), text_cell(family_name(type.family)),
               text_cell(type.symmetric ? "both" : ""), text_cell(type.cameo), text_cell(type.plover),
               text_cell(type.meaning)});
  }
  return table;
}

constexpr const char* Example = R"(
Example:
  entente types
      "both": the relation has no direction. "other" is a relation that no type covers; it reads as its predicate.)";

}  // namespace

void add_types(CLI::App& app, Action& chosen) {
  CLI::App* const verb = app.add_subcommand("types", "The relation types: label, family, CAMEO and PLOVER, meaning");
  const auto options = std::make_shared<TypesOptions>();
  add_relations_file(*verb, options->relations);
  add_table_options(*verb, options->table);
  verb->footer(Example);
  verb->callback([options, &chosen] {
    chosen = [options] { deliver(types_table(open_relations(options->relations).types), options->table); };
  });
}

}  // namespace entente::cli
