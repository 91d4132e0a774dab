// entente store, the verb of many articles.
#pragma once

#include "verbs.hpp"

namespace entente::cli {

void add_store(CLI::App& app, Action& chosen);
// serve; where the program was built with ENTENTE_WITH_SERVE.
void add_serve(CLI::App& app, Action& chosen);
// tally, timeline and diff.
void add_over_time(CLI::App& app, Action& chosen);

}  // namespace entente::cli
