// Which names become one cluster, who holds which office, and which country an article is about.
#include <entente/actors/coreference.hpp>

#include <doctest/doctest.h>

#include <entente/actors/countries_of_titles.hpp>
#include <entente/actors/same_names.hpp>
#include <entente/actors/tenures.hpp>

#include "actors/stages.hpp"

using namespace entente;
using namespace entente::test;

namespace {

struct Row {
  const char* text;
  const char* expected;
};

std::string dump(const Stages& stages, const MentionDrafts& mentions, const std::vector<Tenure>& tenures) {
  std::string all;
  for (const Tenure& it : tenures) {
    all += (all.empty() ? "" : ", ") + stages.words(mentions[it.holder].tokens) + ": " + stages.words(it.tokens);
    all += it.of == None ? "" : " of " + stages.words(mentions[it.of].name);
    all += it.former ? " (former)" : "";
  }
  return all;
}

// The stages up to tenures, with the roles as they are.
std::string tenures_of(const char* text, bool with_countries) {
  const Stages stages(text);
  auto found = stages.roles();
  found.roles = mark_left_offices(stages.layers, found.mentions, std::move(found.roles));
  found = add_descriptions(stages.layers, std::move(found));
  const Coreference coref = stages.merged(std::move(found.mentions));
  auto tenures = find_tenures(stages.layers, coref, found.roles);
  if (with_countries) {
    tenures = add_countries_of_titles(stages.layers, coref, found.roles, std::move(tenures));
  }
  return dump(stages, coref.mentions, tenures);
}

Cluster country(std::size_t mentions) {
  Cluster cluster;
  cluster.kind = ActorKind::Country;
  cluster.drafts.resize(mentions);
  return cluster;
}

}  // namespace

TEST_CASE("names that are not of persons are merged by entry, by words and by abbreviation") {
  const Row rows[] = {
      {"[COUNTRY France/NNP:2:nsubj ] asked/ask/VBD:0:root [NAT French/JJ:4:amod ] troops/NNS:2:obj",
       "France + French"},
      {"[ORG Meridian/NNP:3:nsubj Industries/NNPS:1:flat ] fell/fall/VBD:0:root ./PUNCT:3:punct\n"
       "[ORG Meridian/NNP:2:nsubj ] rose/rise/VBD:0:root",
       "Meridian Industries + Meridian"},
      {"[ORG High/NNP:6:nsubj Council/NNP:1:flat ] (/PUNCT:4:punct [ORG HC/NNP:1:appos ] )/PUNCT:4:punct "
       "met/meet/VBD:0:root",
       "High Council + HC"},
      {"[ORG Meridian/NNP:2:nsubj ] sued/sue/VBD:0:root [ORG Ostrava/NNP:2:obj Steel/NNP:3:flat ]",
       "Ostrava Steel, Meridian"},
  };
  for (const auto& [text, clusters] : rows) {
    CAPTURE(text);
    const Stages stages(text);
    CHECK(stages.clusters(stages.merged(stages.names())) == clusters);
  }
}

TEST_CASE("persons are merged by surname, title and initial, not across genders or generations") {
  const Row rows[] = {
      {"[PER Jane/NNP:3:nsubj Roe/NNP:1:flat ] met/meet/VBD:0:root [PER Roe/NNP:3:obj ]", "Jane Roe + Roe"},
      {"[PER Jane/NNP:3:nsubj Roe/NNP:1:flat ] met/meet/VBD:0:root Mr./NNP:5:nmod:desc [PER Roe/NNP:3:obj ]",
       "Jane Roe, Roe"},
      {"[PER Jane/NNP:4:nsubj Mary/NNP:1:flat Roe/NNP:1:flat ] met/meet/VBD:0:root [PER Jane/NNP:4:obj Roe/NNP:5:flat "
       "]",
       "Jane Mary Roe + Jane Roe"},
      {"[PER Jane/NNP:3:nsubj Roe/NNP:1:flat ] met/meet/VBD:0:root [PER Ann/NNP:3:obj Roe/NNP:4:flat ]",
       "Jane Roe, Ann Roe"},
  };
  for (const auto& [text, clusters] : rows) {
    CAPTURE(text);
    const Stages stages(text);
    CHECK(stages.clusters(stages.merged(stages.names())) == clusters);
  }
}

TEST_CASE("the user's same names are joined under the name that the user gives") {
  const World world("Arden Steel\tsame\tthe Works\n");
  const Stages stages(
      "[ORG Arden/NNP:3:nsubj Steel/NNP:1:flat ] fell/fall/VBD:0:root ./PUNCT:3:punct\n"
      "[ORG The/DET:2:det Works/NNPS:3:nsubj ] rose/rise/VBD:0:root",
      world);
  const Coreference apart = stages.merged(stages.names());
  CHECK(apart.mentions[0].cluster != apart.mentions[1].cluster);
  const Coreference joined = list_mentions(join_same_names(stages.layers, apart));
  CHECK(joined.mentions[0].cluster == joined.mentions[1].cluster);
  CHECK(joined.cluster_of(0).called == "Arden Steel");
  CHECK(joined.cluster_of(0).drafts.size() == 2);
}

TEST_CASE("tenures say who holds which office, of what, and what was left everywhere") {
  const Row rows[] = {
      {"[NAT Chadian/JJ:2:amod ] President/NNP:3:nmod:desc [PER Roe/NNP:4:nsubj ] spoke/speak/VBD:0:root",
       "Chadian President Roe: President of Chadian"},
      {"A/DET:3:det [NAT German/JJ:3:amod ] journalist/NN:4:nmod:desc [PER Roe/NNP:5:nsubj ] spoke/speak/VBD:0:root",
       "A German journalist Roe: journalist"},
      {"Coach/NNP:2:nmod:desc [PER Roe/NNP:3:nsubj ] spoke/speak/VBD:0:root ./PUNCT:3:punct\n"
       "[PER Roe/NNP:2:nsubj ] resigned/resign/VBD:0:root as/ADP:4:case coach/NN:2:obl",
       "Coach Roe: Coach (former), Roe: coach (former)"},
  };
  for (const auto& [text, tenures] : rows) {
    CAPTURE(text);
    CHECK(tenures_of(text, false) == tenures);
  }
}

TEST_CASE("a bare title is of the country that the article is about, unless another holds that office there") {
  const char* const text =
      "[COUNTRY Chad/NNP:2:nsubj ] voted/vote/VBD:0:root ./PUNCT:2:punct\n"
      "[COUNTRY Chad/NNP:2:nsubj ] waits/wait/VBZ:0:root ./PUNCT:2:punct\n"
      "President/NNP:2:nmod:desc [PER Roe/NNP:3:nsubj ] spoke/speak/VBD:0:root";
  CHECK(tenures_of(text, false) == "President Roe: President");
  CHECK(tenures_of(text, true) == "President Roe: President of Chad");
  const std::string other = std::string(text) +
                            "\n[NAT Chadian/JJ:2:amod ] President/NNP:3:nmod:desc [PER Doe/NNP:4:nsubj ] "
                            "left/leave/VBD:0:root [LOC Rome/NNP:4:obj ]";
  CHECK(tenures_of(other.c_str(), true) == "President Roe: President, Chadian President Doe: President of Chadian");
}

TEST_CASE("the main country is named more than once, and twice as often as any other") {
  CHECK(main_country({}) == None);
  CHECK(main_country({country(1)}) == None);
  CHECK(main_country({country(1), country(4), country(2)}) == 1);
  CHECK(main_country({country(3), country(2)}) == None);
  Cluster person = country(9);
  person.kind = ActorKind::Person;
  CHECK(main_country({person, country(2)}) == 1);
}

TEST_CASE("a mention that is added stands for its head only where no other does") {
  MentionDrafts mentions{{}, {None, None}, {None, None}};
  MentionDraft draft;
  draft.head = 1;
  CHECK(mentions.add(draft) == 0);
  CHECK(mentions.add(draft) == 1);
  CHECK(mentions.by_head[0] == None);
  CHECK(mentions.by_head[1] == 0);
  CHECK(mentions.name_at(None) == None);
}
