// The names of kinds and forms, which users write and read.
#include <entente/actors/actors.hpp>

#include <doctest/doctest.h>

using namespace entente;

TEST_CASE("every kind of actor has its name") {
  constexpr std::pair<ActorKind, std::string_view> Rows[] = {
      {ActorKind::Person, "person"}, {ActorKind::Country, "country"}, {ActorKind::Organisation, "organisation"},
      {ActorKind::Place, "place"},   {ActorKind::Group, "group"},     {ActorKind::Other, "other"}};
  for (const auto& [kind, name] : Rows) {
    CAPTURE(name);
    CHECK(actor_kind_name(kind) == name);
  }
}

TEST_CASE("every form of a mention has its name") {
  constexpr std::pair<MentionForm, std::string_view> Rows[] = {{MentionForm::Name, "name"},
                                                               {MentionForm::Adjective, "adjective"},
                                                               {MentionForm::Metonym, "metonym"},
                                                               {MentionForm::Description, "description"},
                                                               {MentionForm::Pronoun, "pronoun"}};
  for (const auto& [form, name] : Rows) {
    CAPTURE(name);
    CHECK(mention_form_name(form) == name);
  }
}
