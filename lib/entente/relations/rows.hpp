// Rows of a lexicon file: moved to base, because the actors read them as well.
#pragma once

#include <entente/base/rows.hpp>
