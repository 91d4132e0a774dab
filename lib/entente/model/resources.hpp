// Files of the folder data/ that are compiled into the library: lexicons, built-in models, parts of pages.
#pragma once

#include <cstdint>
#include <string_view>

namespace entente::inline v0_1 {

// The bytes of the file data/<path>, as in "lexicon/countries.tsv". Throws Error (NotFound) if there was no such file
// when the library was built.
std::string_view resource(std::string_view path);

// A hash of the paths and bytes of all these files: it changes when any model or lexicon does.
std::uint64_t resources_hash();

}  // namespace entente
