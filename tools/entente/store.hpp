// entente store, the verb of many articles.
#pragma once

#include "verbs.hpp"

namespace entente::cli {

void add_store(CLI::App& app, Action& chosen);

}  // namespace entente::cli
