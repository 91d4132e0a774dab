// The verbs of the command line. Each adds its subcommand; what the user chose is run after the arguments are read.
#pragma once

#include <functional>

namespace CLI {
class App;
}

namespace entente::cli {

using Action = std::function<void()>;

void add_build(CLI::App& app, Action& chosen);
void add_draw(CLI::App& app, Action& chosen);
void add_explain(CLI::App& app, Action& chosen);
void add_merge(CLI::App& app, Action& chosen);
void add_query(CLI::App& app, Action& chosen);
void add_types(CLI::App& app, Action& chosen);

}  // namespace entente::cli
