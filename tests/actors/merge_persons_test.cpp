// Which names of persons are one.
#include <entente/actors/merge_persons.hpp>

#include <doctest/doctest.h>

#include "actors/stages.hpp"

using namespace entente;
using namespace entente::test;

namespace {

struct Row {
  const char* text;
  const char* clusters;
};

void check(std::initializer_list<Row> rows) {
  for (const auto& [text, clusters] : rows) {
    CAPTURE(text);
    const Stages stages(text);
    CHECK(stages.clusters(list_mentions(merge_persons(stages.layers, {stages.names(), {}}))) == clusters);
  }
}

}  // namespace

TEST_CASE("a full name and its parts are one person") {
  check({
      {"[PER Jane/NNP:3:nsubj Roe/NNP:1:flat ] met/meet/VBD:0:root [PER Roe/NNP:3:obj ]", "Jane Roe + Roe"},
      {"[PER Jane/NNP:3:nsubj Roe/NNP:1:flat ] met/meet/VBD:0:root [PER Jane/NNP:3:obj ]", "Jane Roe + Jane"},
      {"[PER Jane/NNP:4:nsubj Mary/NNP:1:flat Roe/NNP:1:flat ] met/meet/VBD:0:root [PER Jane/NNP:4:obj Roe/NNP:5:flat "
       "]",
       "Jane Mary Roe + Jane Roe"},
      {"[PER J./NNP:3:nsubj Roe/NNP:1:flat ] met/meet/VBD:0:root [PER Jane/NNP:3:obj Roe/NNP:4:flat ]",
       "J. Roe + Jane Roe"},
      {"[PER Kim/NNP:3:nsubj Song/NNP:1:flat ] met/meet/VBD:0:root [PER Kim/NNP:3:obj ]", "Kim Song + Kim"},
      {"[PER Marek/NNP:3:nsubj Dombrowski/NNP:1:flat ] met/meet/VBD:0:root [PER Marek/NNP:3:obj Dombrovski/NNP:4:flat "
       "]",
       "Marek Dombrowski + Marek Dombrovski"},
  });
}

TEST_CASE("two people of one surname stay two") {
  check({
      {"[PER Jane/NNP:3:nsubj Roe/NNP:1:flat ] met/meet/VBD:0:root [PER Ann/NNP:3:obj Roe/NNP:4:flat ]",
       "Jane Roe, Ann Roe"},
      {"[PER J./NNP:3:nsubj Roe/NNP:1:flat ] met/meet/VBD:0:root [PER Ann/NNP:3:obj Roe/NNP:4:flat ]",
       "J. Roe, Ann Roe"},
      {"[PER Jane/NNP:3:nsubj Roe/NNP:1:flat ] met/meet/VBD:0:root Mr./NNP:5:nmod:desc [PER Roe/NNP:3:obj ]",
       "Jane Roe, Roe"},
      {"[PER Otto/NNP:5:nsubj A./NNP:1:flat B./NNP:1:flat Lang/NNP:1:flat ] met/meet/VBD:0:root [PER Otto/NNP:5:obj "
       "C./NNP:6:flat Lang/NNP:6:flat ]",
       "Otto A. B. Lang, Otto C. Lang"},
      // two generations of which one sentence speaks; elsewhere the suffix makes no other
      {"[PER Otto/NNP:3:nsubj Lang/NNP:1:flat ] met/meet/VBD:0:root [PER Otto/NNP:3:obj Lang/NNP:4:flat Jr./NNP:4:flat "
       "]",
       "Otto Lang, Otto Lang Jr."},
      {"[PER Otto/NNP:3:nsubj Lang/NNP:1:flat ] met/meet/VBD:0:root [PER Otto/NNP:3:obj Lang/NNP:4:flat PhD/NNP:4:flat "
       "]",
       "Otto Lang + Otto Lang PhD"},
      {"[PER Otto/NNP:3:nsubj Lang/NNP:1:flat ] left/leave/VBD:0:root\n"
       "[PER Otto/NNP:4:nsubj Lang/NNP:1:flat Jr./NNP:1:flat ] came/come/VBD:0:root",
       "Otto Lang + Otto Lang Jr."},
  });
}

TEST_CASE("a surname that two bear is the one whom the title fits, or who was named last") {
  const char* const both =
      "[PER Jane/NNP:3:nsubj Roe/NNP:1:flat ] met/meet/VBD:0:root [PER Otto/NNP:3:obj Roe/NNP:4:flat ]\n";
  struct Two {
    const char* then;
    const char* clusters;
  };
  for (const auto& [then, clusters] :
       {Two{"[PER Roe/NNP:2:nsubj ] left/leave/VBD:0:root", "Jane Roe, Otto Roe + Roe"},
        Two{"Mrs./NNP:2:nmod:desc [PER Roe/NNP:3:nsubj ] left/leave/VBD:0:root", "Jane Roe + Roe, Otto Roe"},
        Two{"[PER Jane/NNP:3:nsubj Roe/NNP:1:flat ] left/leave/VBD:0:root\n"
            "[PER Roe/NNP:2:nsubj ] left/leave/VBD:0:root",
            "Jane Roe + Jane Roe + Roe, Otto Roe"}}) {
    CAPTURE(then);
    const Stages stages(std::string(both) + then);
    CHECK(stages.clusters(list_mentions(merge_persons(stages.layers, {stages.names(), {}}))) == clusters);
  }
}

TEST_CASE("titles and given names say the gender") {
  struct Gender {
    const char* text;
    ActorGender gender;
  };
  for (const auto& [text, gender] :
       {Gender{"[PER Ursula/NNP:3:nsubj Roe/NNP:1:flat ] left/leave/VBD:0:root", ActorGender::Feminine},
        Gender{"Mr./NNP:2:nmod:desc [PER Roe/NNP:3:nsubj ] left/leave/VBD:0:root", ActorGender::Masculine},
        Gender{"Mr./NNP:2:nmod:desc [PER Andrea/NNP:4:nsubj Roe/NNP:2:flat ] left/leave/VBD:0:root",
               ActorGender::Masculine},
        Gender{"[PER Andrea/NNP:3:nsubj Roe/NNP:1:flat ] left/leave/VBD:0:root", ActorGender::Unknown}}) {
    CAPTURE(text);
    const Stages stages(text);
    const Coreference coref = merge_persons(stages.layers, {stages.names(), {}});
    REQUIRE(coref.clusters.size() == 1);
    CHECK(coref.clusters[0].gender == gender);
  }
}
