#include "reference.hpp"

#include <algorithm>
#include <iterator>

#include <CLI/CLI.hpp>

#include <entente/relations/relation_types.hpp>

#include "graph_output.hpp"

namespace entente::cli {

namespace {

// What stands between the braces of "{person,country}"; for names of values, what entente knows of them.
std::vector<std::string> choices_of(const std::string& value) {
  std::vector<std::string> choices;
  if (value.starts_with('{')) {
    choices = CLI::detail::split(value.substr(1, value.size() - 2), ',');
  } else if (value == "FORMAT") {
    choices = format_names();
  } else if (value == "MODEL") {
    choices = {"accurate", "fast"};
  } else if (value == "TYPE") {
    const RelationTypes known = load_relation_types();
    std::transform(known.types.begin(), known.types.end(), std::back_inserter(choices),
                   [](const RelationType& type) { return type.name; });
  }
  return choices;
}

OptionReference reference_of(const CLI::Option& option) {
  OptionReference reference;
  for (const std::string& name : option.get_snames()) {
    reference.names.push_back("-" + name);
  }
  for (const std::string& name : option.get_lnames()) {
    reference.names.push_back("--" + name);
  }
  reference.positional = reference.names.empty();
  if (reference.positional) {
    reference.names.push_back(option.get_name());
  }
  reference.about = option.get_description();
  const bool flag = option.get_items_expected_max() == 0;
  reference.value = flag ? "" : option.get_type_name().empty() ? option.get_name() : option.get_type_name();
  reference.choices = choices_of(reference.value);
  reference.group = option.get_group();
  reference.required = option.get_required();
  reference.many = option.get_expected_max() > 1;
  return reference;
}

}  // namespace

VerbReference reference_of(const CLI::App& app) {
  VerbReference reference{app.get_name(), app.get_aliases(), app.get_description(), app.get_footer(), {}, {}};
  for (const CLI::Option* const option : app.get_options()) {
    reference.options.push_back(reference_of(*option));
  }
  for (const CLI::App* const verb : app.get_subcommands([](const CLI::App*) { return true; })) {
    reference.verbs.push_back(reference_of(*verb));
  }
  return reference;
}

}  // namespace entente::cli
