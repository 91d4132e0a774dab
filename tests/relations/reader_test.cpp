// From proposals to what an article is taken to say.
#include <entente/relations/reader.hpp>

#include <doctest/doctest.h>

#include "relations/scene.hpp"

using namespace entente;
using namespace entente::test;

TEST_CASE("findings are in text order, whatever proposed them") {
  check_findings({
      {"[PER Roe/NNP:2:nsubj ] praised/praise/VBD:0:root [PER Doe/NNP:2:obj ] ./PUNCT:2:punct\n"
       "[PER Lee/NNP:2:nsubj ] met/meet/VBD:0:root [PER Roe/NNP:2:obj ]",
       "roe -praises-> doe; lee -meets-> roe"},
      {"[ORG Acme/NNP:3:nmod:poss ] 's/PART:1:case [PER Roe/NNP:5:nsubj ] ,/PUNCT:3:punct praised/praise/VBD:0:root "
       "[PER "
       "Doe/NNP:5:obj ]",
       "roe -member-> acme; roe -praises-> doe"},
  });
}

TEST_CASE("of findings that say the same of the same sentence the surest is kept") {
  const Scene twice = scene(
      "[PER Roe/NNP:2:nsubj ] visited/visit/VBD:0:root [COUNTRY Norland/NNP:2:obj ] and/CCONJ:5:cc "
      "toured/tour/VBD:2:conj "
      "[COUNTRY Norland/NNP:5:obj ]");
  const Relations found =
      shipped_reader().read(twice.text.document, twice.text.tagging, twice.text.syntax, twice.actors, {});
  REQUIRE(found.findings.size() == 1);
  CHECK(found.findings[0].predicate == "visit");  // "toured" has its subject from "visited"
  CHECK(found.doubted.empty());
  check_findings(
      {{"[PER Roe/NNP:2:nsubj ] visited/visit/VBD:0:root [COUNTRY Norland/NNP:2:obj ]\n"
        "[PER Roe/NNP:2:nsubj ] visited/visit/VBD:0:root [COUNTRY Norland/NNP:2:obj ]",
        "roe -visits-> norland; roe -visits-> norland"}});
}

TEST_CASE("a storm attacks nobody, but it is somewhere") {
  Scene storm = scene(
      "[OTHER Haiyan/NNP:2:nsubj ] attacked/attack/VBD:0:root [COUNTRY Norland/NNP:2:obj ] ./PUNCT:2:punct\n"
      "[COUNTRY Sudland/NNP:3:nmod:poss ] 's/PART:1:case [LOC Marsh/NNP:4:nsubj ] fell/fall/VBD:0:root");
  CHECK(findings_of(storm, shipped_reader()) == "haiyan -attacks-> norland; marsh -located-> sudland");
  storm.actors.actors[0].natural = true;
  storm.actors.actors[3].natural = true;
  CHECK(findings_of(storm, shipped_reader()) == "marsh -located-> sudland");
}

TEST_CASE("the user's rows bring their types, and the shipped reader has none of them") {
  const RelationReader reader(Model::built_in("fast"),
                              "type\tlobbies\tlobbies\tstatement\tdirected\n[lobbies]\nA lobby B\n");
  const auto lobbies = reader.types().find("lobbies");
  REQUIRE(lobbies);
  CHECK(!shipped_reader().types().find("lobbies"));
  const Scene text = scene("[ORG Acme/NNP:2:nsubj ] lobbied/lobby/VBD:0:root [PER Roe/NNP:2:obj ]");
  const Relations found = reader.read(text.text.document, text.text.tagging, text.text.syntax, text.actors, {});
  REQUIRE(found.findings.size() == 1);
  CHECK(found.findings[0].type == lobbies);
  CHECK(found.findings[0].from_user);
}
