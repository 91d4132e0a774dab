// Whole files in and out.
#pragma once

#include <entente/export.hpp>

#include <string>
#include <string_view>

namespace entente {

// The bytes of a file; "-" is standard input. Throws Error (NotFound, NotReadable) that names the path.
ENTENTE_EXPORT std::string read_file(const std::string& path);

// Where what is written to `path` ends up: behind links, so that a link stays one. A device or a pipe is written in
// place, because a rename would put a file where it was.
struct WritePlace {
  std::string path;
  bool in_place = false;
};
ENTENTE_EXPORT WritePlace write_place(const std::string& path);

// Writes beside the target (see write_place) under a temporary name and renames: a stopped program leaves the old file
// or the new one. Throws Error (NotReadable) that names the path.
ENTENTE_EXPORT void write_file(const std::string& path, std::string_view bytes);

}  // namespace entente
