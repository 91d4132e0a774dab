// Mentions and clusters as users see them.
#include <entente/actors/entries.hpp>

#include <doctest/doctest.h>

#include <entente/actors/show.hpp>

#include "actors/stages.hpp"

using namespace entente;
using namespace entente::test;

namespace {

Actors entries_of(const Stages& stages) {
  const NamedText it = stages.named();
  return make_entries(stages.layers, it.coref, it.roles, it.tenures);
}

}  // namespace

TEST_CASE("an actor has its best name, an id of its own, and its other names as aliases") {
  struct Row {
    const char* text;
    const char* actors;
    std::vector<std::string> aliases;  // of the first
  };
  const Row rows[] = {
      {"[PER Roe/NNP:2:nsubj ] met/meet/VBD:0:root [PER Jane/NNP:2:obj Roe/NNP:3:flat ]", "jane-roe person", {"Roe"}},
      // the lexicon's name is the best
      {"[NAT Chadian/JJ:2:amod ] troops/NNS:3:nsubj left/leave/VBD:0:root",
       "chad country",
       {"Chadian", "Chadian troops"}},
      // two of one name are told apart by a number
      {"[PER Roe/NNP:2:nsubj ] met/meet/VBD:0:root [ORG Roe/NNP:4:compound Steel/NNP:2:obj ]",
       "roe person, roe-steel organisation",
       {}},
      {"Mr./NNP:2:nmod:desc [PER Roe/NNP:3:nsubj ] met/meet/VBD:0:root Mrs./NNP:5:nmod:desc [PER Roe/NNP:3:obj ]",
       "roe person, roe-2 person",
       {}},
      // a single first name keeps its regal title
      {"Queen/NNP:2:nmod:desc [PER Ursula/NNP:3:nsubj ] met/meet/VBD:0:root [PER Roe/NNP:3:obj ]",
       "queen-ursula person, roe person",
       {"Ursula"}},
      // a thing is no actor
      {"[WORK Hamlet/NNP:2:nsubj ] moved/move/VBD:0:root [PER Roe/NNP:2:obj ]", "roe person", {}},
  };
  for (const auto& [text, actors, aliases] : rows) {
    CAPTURE(text);
    const Stages stages(text);
    const Actors made = entries_of(stages);
    CHECK(show_actors(made) == actors);
    REQUIRE(!made.actors.empty());
    CHECK(made.actors[0].aliases == aliases);
  }
}

TEST_CASE("the description of an actor is its first office that says of what, and a former one last") {
  struct Row {
    const char* text;
    const char* description;
    const char* country;
  };
  const Row rows[] = {
      {"[NAT Chadian/JJ:2:amod ] President/NNP:3:nmod:desc [PER Roe/NNP:4:nsubj ] spoke/speak/VBD:0:root",
       "President of Chad", "chad"},
      {"Coach/NNP:2:nmod:desc [PER Roe/NNP:3:nsubj ] spoke/speak/VBD:0:root\n"
       "[NAT Chadian/JJ:2:amod ] President/NNP:3:nmod:desc [PER Roe/NNP:4:nsubj ] spoke/speak/VBD:0:root",
       "President of Chad", "chad"},
      {"Former/JJ:3:amod [NAT Chadian/JJ:3:amod ] President/NNP:4:nmod:desc [PER Roe/NNP:5:nsubj ] "
       "spoke/speak/VBD:0:root",
       "Former President of Chad", "chad"},
      // … of which the text does not say that he is from there
      {"[PER Roe/NNP:8:nsubj ] ,/PUNCT:4:punct former/JJ:4:amod president/NN:1:appos of/ADP:6:case [COUNTRY "
       "Chad/NNP:4:nmod ] ,/PUNCT:4:punct spoke/speak/VBD:0:root",
       "Former president of Chad", ""},
      {"A/DET:3:det [NAT German/JJ:3:amod ] journalist/NN:4:nmod:desc [PER Roe/NNP:5:nsubj ] spoke/speak/VBD:0:root",
       "Journalist", "germany"},
  };
  for (const auto& [text, description, country] : rows) {
    CAPTURE(text);
    const Stages stages(text);
    const Actors made = entries_of(stages);
    const auto roe = std::find_if(made.actors.begin(), made.actors.end(), [](const auto& a) { return a.id == "roe"; });
    REQUIRE(roe != made.actors.end());
    CHECK(roe->description == description);
    CHECK(roe->country == country);
  }
}

TEST_CASE("mentions are in text order, point back at their actors, and stand for their heads") {
  const Stages stages(
      "[NAT Chadian/JJ:2:amod ] President/NNP:3:nmod:desc [PER Roe/NNP:4:nsubj ] met/meet/VBD:0:root [PER "
      "Roe/NNP:4:obj ]");
  const Actors made = entries_of(stages);
  CHECK(show_mentions(stages.text.document, made) == "Chadian President Roe = roe, Chadian = chad, Roe = roe");
  CHECK(made.by_head == std::vector<MentionId>{1, None, 0, None, 2});
  CHECK(made.mentions[2].antecedent == 0);
  CHECK(made.actors[0].mentions == std::vector<MentionId>{0, 2});
  CHECK(show_titles(made) == "roe president chad");
}

TEST_CASE("salience adds up to 1 and counts subjects more than adjectives") {
  const Stages stages(
      "[PER Roe/NNP:2:nsubj ] met/meet/VBD:0:root [NAT Chadian/JJ:4:amod ] fans/NNS:2:obj of/ADP:6:case [PER "
      "Doe/NNP:4:nmod ]");
  const Actors made = entries_of(stages);
  REQUIRE(made.actors.size() == 3);
  CHECK(made.actors[0].salience > made.actors[2].salience);
  CHECK(made.actors[2].salience > made.actors[1].salience);
  CHECK(made.actors[0].salience + made.actors[1].salience + made.actors[2].salience == doctest::Approx(1.0F));
}

TEST_CASE("who has no name is provisional, and doubtful where the reading is not sure") {
  const float sure = 0.9F;
  const float unsure = 0.7F;
  for (const float unnamed : {sure, unsure}) {
    CAPTURE(unnamed);
    Stages stages("Rebels/rebel/NNS:2:nsubj attacked/attack/VBD:0:root [PER Roe/NNP:2:obj ]");
    NamedText it = stages.named();
    const auto c = static_cast<ClusterId>(it.coref.clusters.size());
    it.coref.clusters.emplace_back();
    it.coref.clusters[c].kind = ActorKind::Group;
    it.coref.clusters[c].unnamed = unnamed;
    MentionDraft rebels;
    rebels.tokens = {0, 1};
    rebels.head = 0;
    rebels.form = MentionForm::Description;
    rebels.cluster = c;
    it.coref.mentions.by_head[0] = None;
    it.coref.clusters[c].drafts = {it.coref.mentions.add(rebels)};
    const Actors made = make_entries(stages.layers, it.coref, it.roles, it.tenures);
    REQUIRE(show_actors(made) == "rebels group, roe person");
    CHECK(made.actors[0].provisional);
    CHECK(made.actors[0].doubtful == (unnamed == unsure));
    CHECK_FALSE(made.actors[1].provisional);
    CHECK_FALSE(made.actors[1].doubtful);
  }
}

TEST_CASE("a storm is natural, a firm a company, a party a party") {
  const Stages stages(
      "Hurricane/NNP:2:compound [PER Ian/NNP:3:nsubj ] hit/hit/VBD:0:root [ORG Boeing/NNP:3:obj ]\n"
      "The/DET:3:det party/NN:3:compound [ORG Amber/NNP:4:nsubj ] waited/wait/VBD:0:root");
  Stages read("Hurricane/NNP:2:compound [PER Ian/NNP:3:nsubj ] hit/hit/VBD:0:root [ORG Boeing/NNP:3:obj ]");
  read.set_reading("Ian", MentionLabel::NameOther, 0.9F);  // things are actors where the mention model reads mentions
  const Actors storm = entries_of(read);
  REQUIRE(show_actors(storm) == "ian other, boeing organisation");
  CHECK(storm.actors[0].natural);
  CHECK_FALSE(storm.actors[0].doubtful);
  CHECK_FALSE(storm.actors[1].natural);
  CHECK(storm.actors[1].company);
  const Actors party = entries_of(stages);
  REQUIRE(party.actors.size() == 2);
  CHECK(party.actors[1].party);
  CHECK_FALSE(party.actors[1].company);
}
