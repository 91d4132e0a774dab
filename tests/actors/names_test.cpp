// The names of a text, from the tagger, the mention model and the lexicon.
#include <entente/actors/names.hpp>

#include <doctest/doctest.h>

#include "actors/stages.hpp"

using namespace entente;
using namespace entente::test;

namespace {

struct Row {
  const char* text;
  const char* kinds;
};

void check(std::initializer_list<Row> rows, const World& world = shipped_world()) {
  for (const auto& [text, kinds] : rows) {
    CAPTURE(text);
    const Stages stages(text, world);
    CHECK(stages.kinds(find_names(stages.layers).mentions) == kinds);
  }
}

}  // namespace

TEST_CASE(
    "what the lexicon knows has its kind, whatever the tagger says, unless a title or given name speaks against it") {
  check({
      {"[PER France/NNP:2:nsubj ] waited/wait/VBD:0:root", "France country France"},
      {"France/NNP:2:nsubj waited/wait/VBD:0:root", "France country France"},
      {"Mr/NNP:2:nmod:desc [PER Jordan/NNP:3:nsubj ] waited/wait/VBD:0:root", "Jordan person"},
      {"[PER Jane/NNP:3:nsubj Jordan/NNP:1:flat ] waited/wait/VBD:0:root", "Jane Jordan person"},
  });
}

TEST_CASE("two names that the tagger takes for one are taken apart, a longer one of the lexicon stands") {
  check({
      {"[ORG Pakistan/NNP:3:nmod:poss 's/PART:1:case Harlow/NNP:4:compound Institute/NNP:5:nsubj ] "
       "fell/fall/VBD:0:root",
       "Pakistan country Pakistan, Harlow Institute organisation"},
      {"[ORG Russian/JJ:2:amod Gazprom/NNP:3:nsubj ] fell/fall/VBD:0:root",
       "Russian country Russia, Gazprom organisation Gazprom"},
      {"They/PRON:2:nsubj left/leave/VBD:0:root the/DET:6:det UN/NNP:6:compound [ORG Security/NNP:6:compound "
       "Council/NNP:2:obj ]",
       "UN Security Council organisation UN Security Council"},
      // a nationality inside a longer name keeps a mention of its own
      {"The/DET:4:det [ORG French/JJ:4:amod Glass/NNP:4:compound Board/NNP:5:nsubj ] met/meet/VBD:0:root",
       "French Glass Board organisation, French country France"},
  });
}

TEST_CASE("a city that the text names as a surname first is the person where it acts") {
  check({
      {"[PER Denzel/NNP:3:nsubj Washington/NNP:1:flat ] arrived/arrive/VBD:0:root\n"
       "Washington/NNP:2:nsubj praised/praise/VBD:0:root it/PRON:2:obj",
       "Denzel Washington person, Washington person"},
      {"[PER Denzel/NNP:3:nsubj Washington/NNP:1:flat ] arrived/arrive/VBD:0:root\n"
       "They/PRON:2:nsubj met/meet/VBD:0:root in/ADP:4:case Washington/NNP:2:obl",
       "Denzel Washington person, Washington country United States"},
  });
}

TEST_CASE("names in a credit, and what the lexicon knows to be no actor, are left out") {
  check({
      {"It/PRON:2:nsubj fell/fall/VBD:0:root (/PUNCT:4:punct [ORG AFP/NNP:2:dep ] )/PUNCT:4:punct", ""},
      {"The/DET:3:det [EVENT Cold/NNP:3:compound War/NNP:4:nsubj ] ended/end/VBD:0:root", ""},
  });
  const World world("Marsh\tnot\n");
  check({{"[PER Marsh/NNP:2:nsubj ] met/meet/VBD:0:root [PER Roe/NNP:2:obj ]", "Roe person"}}, world);
}

TEST_CASE("each name has its head, and each word the name that covers it") {
  const Stages stages(
      "The/DET:4:det [ORG French/JJ:4:amod Glass/NNP:4:compound Board/NNP:5:nsubj ] met/meet/VBD:0:root");
  const MentionDrafts mentions = find_names(stages.layers).mentions;
  REQUIRE(mentions.size() == 2);
  CHECK(mentions[0].head == stages.at("Board"));
  CHECK(mentions.by_head == std::vector<DraftId>{None, 1, None, 0, None});
  CHECK(mentions.name_of == std::vector<DraftId>{None, 1, 0, 0, None});
}
