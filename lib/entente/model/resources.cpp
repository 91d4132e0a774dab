#include <entente/model/resources.hpp>

#include <algorithm>
#include <cstdint>
#include <string>

#include <entente/base/error.hpp>
#include <entente/base/hash.hpp>

#include "resource_symbols.inc"

namespace entente::inline v0_1 {

namespace {

struct Resource {
  std::string_view path;
  const char* begin;
  const std::uint64_t* size;  // defined next to the embedded bytes, so known only to the linker
};

constexpr Resource Resources[] = {
#include "resource_table.inc"
};

}  // namespace

std::string_view resource(std::string_view path) {
  const auto* const found = std::find_if(std::begin(Resources), std::end(Resources),
                                         [&](const Resource& known) { return known.path == path; });
  if (found == std::end(Resources)) {
    throw Error(ErrorCode::NotFound, std::string(path),
                "not compiled into the library; build it with a full data folder");
  }
  return {found->begin, static_cast<std::size_t>(*found->size)};
}

std::uint64_t resources_hash() {
  std::uint64_t hash = 0;
  for (const Resource& file : Resources) {
    hash = hash_bytes({file.begin, static_cast<std::size_t>(*file.size)}, hash_bytes(file.path, hash));
  }
  return hash;
}

}  // namespace entente
