// Who is who, from annotated sentences: the trees are right, so that these tests are about this room alone.
#include <entente/actors/resolver.hpp>

#include <string>

#include <doctest/doctest.h>

#include <entente/actors/show.hpp>

#include "notation.hpp"

using namespace entente;

namespace {

const Resolver& resolver() {
  static const Resolver Built(Model::built_in("fast"));
  return Built;
}

Actors resolve(const test::Annotated& all) {
  return resolver().resolve(all.document, all.tagging, all.syntax, all.names, {});
}

struct Row {
  const char* sentences;
  const char* mentions;
};

void check(const Row& row) {
  CAPTURE(row.sentences);
  const test::Annotated all = test::annotate(row.sentences);
  CHECK(show_mentions(all.document, resolve(all)) == row.mentions);
}

}  // namespace

TEST_CASE("resolver merges the names of one person") {
  const Row rows[] = {
      {"[PER Amina/NNP:3:nsubj Okafor/NNP:1:flat ] spoke/speak/VBD:0:root ./PUNCT:3:punct\n"
       "[PER Okafor/NNP:2:nsubj ] left/leave/VBD:0:root ./PUNCT:2:punct",
       "Amina Okafor = amina-okafor, Okafor = amina-okafor"},
      {"[PER Amina/NNP:3:nsubj Okafor/NNP:1:flat ] met/meet/VBD:0:root [PER Daniel/NNP:3:obj Okafor/NNP:4:flat ] "
       "./PUNCT:3:punct\n"
       "Mrs./NNP:2:nmod:desc [PER Okafor/NNP:3:nsubj ] left/leave/VBD:0:root ./PUNCT:3:punct",
       "Amina Okafor = amina-okafor, Daniel Okafor = daniel-okafor, Okafor = amina-okafor"},
      {"[PER Kim/NNP:3:nsubj Song/NNP:1:flat ] spoke/speak/VBD:0:root ./PUNCT:3:punct\n"
       "[PER Kim/NNP:2:nsubj ] left/leave/VBD:0:root ./PUNCT:2:punct",
       "Kim Song = kim-song, Kim = kim-song"},
      {"[PER Marek/NNP:3:nsubj Dombrowski/NNP:1:flat ] spoke/speak/VBD:0:root ./PUNCT:3:punct\n"
       "[PER Marek/NNP:3:nsubj Dombrovski/NNP:1:flat ] left/leave/VBD:0:root ./PUNCT:3:punct",
       "Marek Dombrowski = marek-dombrowski, Marek Dombrovski = marek-dombrowski"},
  };
  for (const Row& row : rows) {
    check(row);
  }
}

TEST_CASE("resolver tells power from place") {
  const Row rows[] = {
      {"[LOC Moscow/NNP:2:nsubj ] wants/want/VBZ:0:root talks/talk/NNS:2:obj ./PUNCT:2:punct\n"
       "[LOC Russia/NNP:2:nsubj ] waits/wait/VBZ:0:root ./PUNCT:2:punct",
       "Moscow = russia, Russia = russia"},
      {"They/PRON:2:nsubj met/meet/VBD:0:root in/ADP:4:case [LOC Moscow/NNP:2:obl ] ./PUNCT:2:punct",
       "Moscow = moscow"},
      {"The/DET:2:det Kremlin/NNP:3:nsubj said/say/VBD:0:root nothing/PRON:3:obj ./PUNCT:3:punct", "Kremlin = russia"},
      {"[LOC Oslo/NNP:3:nmod:poss ] 's/PART:1:case streets/street/NNS:4:nsubj froze/freeze/VBD:0:root ./PUNCT:4:punct",
       "Oslo = oslo"},
  };
  for (const Row& row : rows) {
    check(row);
  }
}

TEST_CASE("resolver reads nationality and what stands for a country") {
  const Row rows[] = {
      {"Russian/JJ:2:amod aggression/NN:3:nsubj grows/grow/VBZ:0:root ./PUNCT:3:punct", "Russian = russia"},
      {"The/DET:3:det Afghan/JJ:3:amod government/NN:4:nsubj agreed/agree/VBD:0:root ./PUNCT:4:punct",
       "The Afghan government = afghanistan, Afghan = afghanistan"},
      {"She/PRON:2:nsubj spoke/speak/VBD:0:root in/ADP:4:case German/NNP:2:obl ./PUNCT:2:punct", ""},
  };
  for (const Row& row : rows) {
    check(row);
  }
}

TEST_CASE("resolver tells former offices") {
  const test::Annotated all = test::annotate(
      "Former/JJ:3:amod Chinese/JJ:3:amod President/NNP:4:nmod:desc [PER Li/NNP:6:nsubj Wen/NNP:4:flat ] "
      "spoke/speak/VBD:0:root ./PUNCT:6:punct\n"
      "[PER Ada/NNP:7:nsubj Berg/NNP:1:flat ] was/be/VBD:7:cop once/RB:7:advmod a/DET:7:det German/JJ:7:amod "
      "minister/NN:0:root ./PUNCT:7:punct");
  const Actors actors = resolve(all);
  CHECK(show_titles(actors) == "li-wen former president china, ada-berg former minister germany");
  REQUIRE_FALSE(actors.actors.empty());
  CHECK(actors.actors.front().description == "Former President of China");
}

TEST_CASE("resolver reads offices beside names") {
  const test::Annotated all = test::annotate(
      "Chinese/JJ:2:amod President/NNP:3:nmod:desc [PER Li/NNP:5:nsubj Wen/NNP:3:flat ] spoke/speak/VBD:0:root "
      "./PUNCT:5:punct\n"
      "The/DET:3:det Chinese/JJ:3:amod president/NN:4:nsubj left/leave/VBD:0:root ./PUNCT:4:punct\n"
      "[PER Ada/NNP:6:nsubj Berg/NNP:1:flat ] ,/PUNCT:4:punct chief/JJ:5:amod executive/NN:1:appos "
      "slept/sleep/VBD:0:root ./PUNCT:6:punct");
  const Actors actors = resolve(all);
  CHECK(show_titles(actors) == "li-wen president china, li-wen president china, ada-berg chief executive -");
  REQUIRE_FALSE(actors.actors.empty());
  CHECK(actors.actors.front().description == "President of China");
  CHECK(actors.actors.front().aliases == std::vector<std::string>{"The Chinese president"});
}

TEST_CASE("resolver finds whom pronouns mean") {
  const Row rows[] = {
      {"[PER Amina/NNP:3:nsubj Okafor/NNP:1:flat ] met/meet/VBD:0:root [PER Daniel/NNP:3:obj Berg/NNP:4:flat ] "
       "./PUNCT:3:punct\n"
       "He/PRON:2:nsubj left/leave/VBD:0:root ./PUNCT:2:punct\n"
       "She/PRON:2:nsubj stayed/stay/VBD:0:root ./PUNCT:2:punct",
       "Amina Okafor = amina-okafor, Daniel Berg = daniel-berg, He = daniel-berg, She = amina-okafor"},
      {"It/PRON:2:expl rained/rain/VBD:0:root ./PUNCT:2:punct", ""},
  };
  for (const Row& row : rows) {
    check(row);
  }
}

TEST_CASE("resolver keeps an empty text empty, and every mention has a head and an actor") {
  const Actors none = resolver().resolve({}, {}, {}, {}, {});
  CHECK(none.mentions.empty());
  const test::Annotated all = test::annotate(
      "[ORG European/NNP:6:nsubj Union/NNP:1:flat ] (/PUNCT:4:punct [ORG EU/NNP:1:appos ] )/PUNCT:4:punct "
      "agreed/agree/VBD:0:root ./PUNCT:6:punct");
  const Actors actors = resolve(all);
  for (const Mention& mention : actors.mentions) {
    CHECK(mention.head != None);
    CHECK(mention.actor < actors.actors.size());
  }
  CHECK(actors.by_head.size() == all.document.tokens.size());
}

TEST_CASE("resolver tells how the kind of a name was decided") {
  const test::Annotated all = test::annotate(
      "[PER Amina/NNP:3:nsubj Okafor/NNP:1:flat ] met/meet/VBD:0:root [ORG Belmont/NNP:5:compound "
      "University/NNP:3:obj ] ./PUNCT:3:punct\n"
      "[LOC Okafor/NNP:2:nsubj ] left/leave/VBD:0:root ./PUNCT:2:punct");
  const std::vector<KindDecision> decisions = resolve(all).kind_decisions;
  REQUIRE(decisions.size() == 3);
  CHECK(decisions[0].name == "Amina Okafor");
  CHECK(decisions[0].kind == ActorKind::Person);
  CHECK(decisions[1].name == "Belmont University");
  CHECK(show_votes(decisions[1].votes) == "organisation 2.5 (tagger 1.0, words 1.5)");
  CHECK(decisions[2].kind == ActorKind::Person);
  CHECK(decisions[2].reason == "surname of a person of the article");
}
