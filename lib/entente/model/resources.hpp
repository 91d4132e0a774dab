// Text files of data/ that are compiled into the library.
#pragma once

#include <cstdint>
#include <string_view>

namespace entente::inline v0_1 {

// The bytes of data/<path> ("lexicon/countries.tsv"). Throws Error (NotFound) where data/ had no such file at build.
std::string_view resource(std::string_view path);

// A number that another model or lexicon in data/ changes.
std::uint64_t resources_hash();

}  // namespace entente
