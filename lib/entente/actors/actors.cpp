#include <entente/actors/actors.hpp>

#include <array>

namespace entente::inline v0_1 {

std::string_view actor_kind_name(ActorKind kind) {
  constexpr std::array<std::string_view, ActorKindCount> Kinds = {"person", "country", "organisation",
                                                                  "place",  "group",   "other"};
  return Kinds[static_cast<std::size_t>(kind)];
}

std::string_view mention_form_name(MentionForm form) {
  constexpr std::array<std::string_view, 5> Forms = {"name", "adjective", "metonym", "description", "pronoun"};
  static_assert(Forms.size() == static_cast<std::size_t>(MentionForm::Pronoun) + 1);
  return Forms[static_cast<std::size_t>(form)];
}

}  // namespace entente
