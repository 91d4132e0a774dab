// Whom a pronoun may mean.
#include <entente/actors/pronoun_candidates.hpp>

#include <doctest/doctest.h>

#include "actors/stages.hpp"

using namespace entente;
using namespace entente::test;

namespace {

// The candidates for the pronoun of that form, by the words of their mentions, nearest first.
std::string candidates(const char* text, const char* form) {
  Stages stages(text);
  const Coreference coref = stages.named().coref;
  CandidateFinder finder(stages.layers, coref, stages.no_links());
  const TokenId t = stages.at(form);
  const SentenceId s = stages.layers.sentence_of[t];
  for (DraftId d = 0; d < coref.mentions.size(); ++d) {
    const MentionDraft& it = coref.mentions[d];
    if (it.cluster != None && it.tokens.begin <= t) {
      finder.add_place({it.head, d, it.cluster, stages.layers.sentence_of[it.head], it.form, false,
                        it.kind != ActorKind::Person && stages.layers.is_plural(it.head), it.name.size() > 1});
    }
  }
  finder.ask(t, s, pronoun_of(form), false, {});
  std::string all;
  for (const PronounCandidate& it : finder.candidates()) {
    all += (all.empty() ? "" : ", ") + stages.words(coref.mentions[it.draft].tokens);
  }
  return all;
}

struct Row {
  const char* text;
  const char* pronoun;
  const char* candidates;
};

void check(std::initializer_list<Row> rows) {
  for (const auto& [text, pronoun, expected] : rows) {
    CAPTURE(text);
    CHECK(candidates(text, pronoun) == expected);
  }
}

}  // namespace

TEST_CASE("he and she are persons of that gender, it is what is no person, they are many or a body") {
  constexpr const char* Before =
      "[PER Jane/NNP:3:nsubj Roe/NNP:1:flat ] met/meet/VBD:0:root [PER Otto/NNP:3:obj Lang/NNP:4:flat ] in/ADP:7:case "
      "[LOC Oslo/NNP:3:obl ] with/ADP:9:case [ORG Boeing/NNP:3:obl ]\n";
  const auto of = [&](const char* form) {
    return candidates((std::string(Before) + form + "/PRON:2:nsubj left/leave/VBD:0:root").c_str(), form);
  };
  CHECK(of("He") == "Otto Lang");
  CHECK(of("She") == "Jane Roe");
  CHECK(of("It") == "Boeing, Oslo");
  CHECK(of("They") == "Boeing");
}

TEST_CASE("two arguments of one verb are two actors, unless the pronoun is reflexive or takes a name up") {
  check({
      {"[PER Jane/NNP:3:nsubj Roe/NNP:1:flat ] met/meet/VBD:0:root her/PRON:3:obj", "her", ""},
      {"[PER Jane/NNP:3:nsubj Roe/NNP:1:flat ] met/meet/VBD:0:root herself/PRON:3:obj", "herself", "Jane Roe"},
      {"[PER Jane/NNP:3:nsubj Roe/NNP:1:flat ] met/meet/VBD:0:root her/PRON:5:nmod:poss son/NN:3:obj", "her",
       "Jane Roe"},
      {"[PER Jane/NNP:5:dislocated Roe/NNP:1:flat ] ,/PUNCT:1:punct she/PRON:5:nsubj paid/pay/VBD:0:root", "she",
       "Jane Roe"},
      {"[PER Jane/NNP:3:nsubj Roe/NNP:1:flat ] said/say/VBD:0:root she/PRON:5:nsubj left/leave/VBD:3:ccomp", "she",
       "Jane Roe"},
  });
}

TEST_CASE("a candidate comes from the last three sentences, a person from five where none is nearer") {
  const std::string jane = "[PER Jane/NNP:3:nsubj Roe/NNP:1:flat ] came/come/VBD:0:root\n";
  const std::string rain = "It/PRON:2:expl rained/rain/VBD:0:root\n";
  const std::string she = "She/PRON:2:nsubj left/leave/VBD:0:root";
  const auto after = [&](const std::string& first, int sentences, const std::string& last, const char* form) {
    std::string text = first;
    for (int i = 0; i < sentences; ++i) {
      text += rain;
    }
    return candidates((text + last).c_str(), form);
  };
  CHECK(after(jane, 2, she, "She") == "Jane Roe");
  CHECK(after(jane, 4, she, "She") == "Jane Roe");
  CHECK(after(jane, 5, she, "She").empty());
  const std::string boeing = "[ORG Boeing/NNP:2:nsubj ] came/come/VBD:0:root\n";
  const std::string its = "Its/PRON:2:nmod:poss jets/NNS:3:nsubj left/leave/VBD:0:root";
  CHECK(after(boeing, 2, its, "Its") == "Boeing");
  CHECK(after(boeing, 3, its, "Its").empty());
}

TEST_CASE("each actor is asked for by its latest place, and by its latest as a subject") {
  check(
      {{"[PER Jane/NNP:3:nsubj Roe/NNP:1:flat ] met/meet/VBD:0:root [PER Ann/NNP:3:obj Holm/NNP:4:flat ]\n"
        "[ORG Boeing/NNP:2:nsubj ] praised/praise/VBD:0:root [PER Roe/NNP:2:obj ]\n"
        "She/PRON:2:nsubj left/leave/VBD:0:root",
        "She", "Roe, Ann Holm, Jane Roe"}});
}

TEST_CASE("what walks or sleeps is no organisation, and a crowd is many") {
  check({
      {"[ORG Boeing/NNP:2:nsubj ] fell/fall/VBD:0:root\nThey/PRON:2:nsubj slept/sleep/VBD:0:root", "They", ""},
      {"[ORG Ajax/NNP:2:nsubj ] fell/fall/VBD:0:root\nThey/PRON:2:nsubj slept/sleep/VBD:0:root", "They", "Ajax"},
  });
  Stages stages("[ORG Ajax/NNP:2:nsubj ] met/meet/VBD:0:root [ORG Boeing/NNP:2:obj ]");
  const Coreference coref = stages.named().coref;
  const CandidateFinder finder(stages.layers, coref, stages.no_links());
  CHECK(finder.is_crowd(coref.cluster_of(0)));
  CHECK_FALSE(finder.is_crowd(coref.cluster_of(1)));
}

TEST_CASE("the score of the learned link is a feature of each candidate and of nobody") {
  Stages stages(
      "[PER Jane/NNP:3:nsubj Roe/NNP:1:flat ] met/meet/VBD:0:root [PER Ann/NNP:3:obj Holm/NNP:4:flat ]\n"
      "She/PRON:2:nsubj left/leave/VBD:0:root");
  stages.set_topic("Ann", 1);
  stages.set_topic("She", 1);
  const Coreference coref = stages.named().coref;
  CandidateFinder finder(stages.layers, coref, stages.links());
  for (DraftId d = 0; d < 2; ++d) {
    finder.add_place({coref.mentions[d].head, d, coref.mentions[d].cluster, 0, MentionForm::Name, false, false, true});
  }
  finder.ask(stages.at("She"), 1, pronoun_of("She"), false, {});
  REQUIRE(finder.candidates().size() == 2);
  CHECK(finder.candidates()[0].features.link() == doctest::Approx(10.0).epsilon(0.01));
  CHECK(finder.candidates()[1].features.link() == doctest::Approx(0.0));
  CHECK(finder.none().link() == doctest::Approx(5.0));
}
