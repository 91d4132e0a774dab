#include <entente/model/resources.hpp>

#include <algorithm>
#include <cstdint>
#include <string>

#include <entente/base/error.hpp>
#include <entente/base/hash.hpp>

#include "resource_symbols.inc"

namespace entente::inline v0_1 {

namespace {

struct Row {
  std::string_view path;
  const char* begin;
  const std::uint64_t* size;  // written by the assembler: known when the program is linked
};

constexpr Row Table[] = {
#include "resource_table.inc"
};

}  // namespace

std::string_view resource(std::string_view path) {
  const auto* const row =
      std::find_if(std::begin(Table), std::end(Table), [&](const Row& r) { return r.path == path; });
  if (row == std::end(Table)) {
    throw Error(ErrorCode::NotFound, std::string(path),
                "not compiled into the library; build it with a full data folder");
  }
  return {row->begin, static_cast<std::size_t>(*row->size)};
}

std::uint64_t resources_hash() {
  std::uint64_t hash = 0;
  for (const Row& row : Table) {
    hash = hash_bytes({row.begin, static_cast<std::size_t>(*row.size)}, hash_bytes(row.path, hash));
  }
  return hash;
}

}  // namespace entente
