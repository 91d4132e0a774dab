#include <entente/names/names.hpp>

#include <array>

namespace entente::inline v0_1 {

std::string_view name_kind_name(NameKind kind) {
  constexpr std::array<std::string_view, 9> Kinds = {"person", "organisation", "place", "country", "nationality",
                                                     "group",  "event",        "work",  "other"};
  static_assert(Kinds.size() == static_cast<std::size_t>(NameKind::Other) + 1);
  return Kinds[static_cast<std::size_t>(kind)];
}

}  // namespace entente
