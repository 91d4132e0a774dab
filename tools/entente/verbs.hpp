// The verbs of the command line; store.hpp has those of stores. Each adds its subcommand; what the user chose is run
// after the arguments are read. A new verb is a function here and a row in program.cpp; help, the manual page and
// completions are read off what it adds.
#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace entente::cli {

using Action = std::function<void()>;

void add_build(CLI::App& app, Action& chosen);
void add_completion(CLI::App& app, Action& chosen);
void add_draw(CLI::App& app, Action& chosen);
void add_explain(CLI::App& app, Action& chosen);
void add_help(CLI::App& app, Action& chosen);
void add_identify(CLI::App& app, Action& chosen);
void add_merge(CLI::App& app, Action& chosen);
void add_query(CLI::App& app, Action& chosen);
void add_types(CLI::App& app, Action& chosen);

}  // namespace entente::cli
