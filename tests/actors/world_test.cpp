#include <entente/actors/world.hpp>

#include <doctest/doctest.h>

#include <entente/base/error.hpp>

using namespace entente;

TEST_CASE("world knows offices, given names and kinds") {
  const World world("");
  REQUIRE(world.office_words.find("foreign minister") != nullptr);
  CHECK(world.offices[*world.office_words.find("premier")].name == "prime minister");
  CHECK(world.offices[*world.office_words.find("CEO")].tie == OfficeTie::Leads);
  REQUIRE(world.given_name("Ursula") != nullptr);
  CHECK(*world.given_name("Ursula") == ActorGender::Feminine);
  CHECK(*world.given_name("Andrea") == ActorGender::Unknown);
  CHECK(world.kind_words.find("government")->form == KindForm::Stands);
  CHECK(world.name_word("Mrs").gender == ActorGender::Feminine);
  CHECK((world.classes_of("bloc") & world.kind_words.find("bloc")->classes).any());
}

TEST_CASE("the user's file is read, and its errors say the line") {
  const World world("# mine\nAcme Widgets\torganisation\tAcme|the widget maker\t\tGermany\n");
  const WorldEntry& entry = world.entries.back();
  CHECK(entry.name == "Acme Widgets");
  CHECK(entry.user);
  CHECK(world.entries[entry.country].name == "Germany");
  try {
    const World bad("Acme\torganisation\nNobody\tghost\n");
    FAIL("accepted");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::BadFormat);
    CHECK(error.where() == "actors file:2");
  }
}

TEST_CASE("the user's file says what names are one actor's") {
  const World world("Arden Steel\tsame\tthe Works | Arden\n");
  REQUIRE(world.same_names.size() == 1);
  CHECK(world.same_names[0].name == "Arden Steel");
  CHECK(world.same_names[0].others == std::vector<std::string_view>{"the Works", "Arden"});
  for (const char* rows : {"Arden\tsame\n", "Arden\tsame\t | \n", "\tsame\tArden\n"}) {
    CAPTURE(rows);
    try {
      const World bad(rows);
      FAIL("accepted");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::BadFormat);
      CHECK(error.where() == "actors file:1");
    }
  }
}

TEST_CASE("countries may have a class") {
  const World world("");
  for (const WorldEntry& entry : world.entries) {
    if (entry.kind == ActorKind::Country && (entry.name == "Malta" || entry.name == "Chad")) {
      CHECK((entry.classes & world.classes_of("island")).any() == (entry.name == "Malta"));
    }
  }
}

TEST_CASE("every use names an entry, and every capital its city in that country") {
  const World world("");
  std::size_t capitals = 0;
  for (const Use& use : world.uses) {
    CAPTURE(use.entry);
    CHECK((use.entry == None) == (use.form == UseForm::NoActor));
    if (use.form == UseForm::Capital) {
      ++capitals;
      REQUIRE(use.city != None);
      CHECK(world.entries[use.city].kind == ActorKind::Place);
      CHECK(world.entries[use.city].country == use.entry);
    }
  }
  CHECK(capitals > 200);
}
