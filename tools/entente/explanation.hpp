// The layers of an article as text.
#pragma once

#include <string>

#include <entente/pipeline.hpp>

namespace entente::cli {

std::string explanation(const Analysis& all, const RelationTypes& types);

}  // namespace entente::cli
