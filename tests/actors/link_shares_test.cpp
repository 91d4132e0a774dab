// Whom a mention means according to the learned links.
#include <entente/actors/link_shares.hpp>

#include <cmath>

#include <doctest/doctest.h>

#include "actors/stages.hpp"

using namespace entente;
using namespace entente::test;

namespace {

// A place at each of the words, of clusters 0, 1, 2 …, all in the first sentence.
std::vector<Spot> places(const Stages& stages, std::initializer_list<const char*> forms) {
  std::vector<Spot> all;
  for (const char* const form : forms) {
    const auto n = static_cast<std::uint32_t>(all.size());
    all.push_back({stages.at(form), n, n, 0, MentionForm::Name, false, false, false});
  }
  return all;
}

LinkShare share(ClusterId cluster, float share, bool plural = false) { return {cluster, cluster, share, plural}; }

constexpr const char* Text =
    "[PER Roe/NNP:2:nsubj ] met/meet/VBD:0:root [PER Doe/NNP:2:obj ] ./PUNCT:2:punct\n"
    "The/DET:2:det doctor/NN:3:nsubj left/leave/VBD:0:root";

}  // namespace

TEST_CASE("each form of a mention has that of its links, and a metonym links as a name") {
  CHECK(link_form(MentionForm::Name) == LinkForm::Name);
  CHECK(link_form(MentionForm::Metonym) == LinkForm::Name);
  CHECK(link_form(MentionForm::Adjective) == LinkForm::Adjective);
  CHECK(link_form(MentionForm::Description) == LinkForm::Description);
  CHECK(link_form(MentionForm::Pronoun) == LinkForm::Pronoun);
}

TEST_CASE("the share of an actor follows its score, the largest first, and what is left over is nobody's") {
  Stages stages(Text);
  stages.set_topic("Doe", 1);
  stages.set_topic("doctor", 1);
  const auto shares =
      link_shares(stages.links(), stages.at("doctor"), LinkForm::Description, 1, places(stages, {"Roe", "Doe"}));
  REQUIRE(shares.size() == 2);
  CHECK(shares[0].cluster == 1);
  CHECK(shares[0].share == doctest::Approx(1 / (1 + std::exp(-5) + std::exp(-10))).epsilon(1e-3));
  CHECK(shares[1].cluster == 0);
  CHECK(shares[0].share + shares[1].share < 1.0F);
}

TEST_CASE("the places of one actor count together, by its latest mention") {
  Stages stages(Text);
  stages.set_topic("Roe", 1, 0.5F);  // as likely as nobody
  stages.set_topic("Doe", 1, 0.5F);
  stages.set_topic("doctor", 1);
  auto before = places(stages, {"Roe", "Doe"});
  before[1].cluster = 0;
  before[1].plural = true;
  const auto shares = link_shares(stages.links(), stages.at("doctor"), LinkForm::Description, 1, before);
  REQUIRE(shares.size() == 1);
  CHECK(shares[0].share == doctest::Approx(2.0 / 3).epsilon(0.02));
  CHECK(shares[0].draft == 1);
  CHECK(shares[0].plural);
}

TEST_CASE("places more than 15 sentences or 80 places back do not count") {
  Stages stages(Text);
  stages.set_topic("Roe", 1);
  stages.set_topic("doctor", 1);
  const auto of = [&](SentenceId s, const std::vector<Spot>& before) {
    return link_shares(stages.links(), stages.at("doctor"), LinkForm::Description, s, before);
  };
  const auto roe = places(stages, {"Roe"});
  CHECK(of(15, roe).size() == 1);
  CHECK(of(16, roe).empty());
  CHECK(of(0, {}).empty());
  std::vector<Spot> many(80, places(stages, {"Doe"})[0]);
  for (Spot& it : many) {
    it.cluster = 1;
  }
  many.insert(many.begin(), roe[0]);
  REQUIRE(of(0, many).size() == 1);
  CHECK(of(0, many)[0].cluster == 1);
}

TEST_CASE("two share a mention where each has a quarter, both together 0.7, and neither is several") {
  std::vector<Cluster> clusters(3);
  clusters[0].kind = clusters[1].kind = ActorKind::Person;
  clusters[2].kind = ActorKind::Country;
  struct Row {
    std::vector<LinkShare> shares;
    bool two;
  };
  const Row rows[] = {
      {{share(0, 0.5F), share(1, 0.4F)}, true},
      {{share(0, 0.5F), share(1, 0.2F)}, false},
      {{share(0, 0.35F), share(1, 0.3F)}, false},
      {{share(0, 0.9F)}, false},
      {{share(0, 0.5F), share(2, 0.4F)}, false},  // a person and a country
      {{share(0, 0.5F), share(1, 0.4F, true)}, false},
      {{share(0, 0.5F, true), share(1, 0.4F)}, false},
      {{}, false},
  };
  for (std::size_t i = 0; i < std::size(rows); ++i) {
    CAPTURE(i);
    const auto two = two_that_share(rows[i].shares, clusters);
    REQUIRE(two.has_value() == rows[i].two);
    if (two) {
      CHECK(two->first.cluster == 0);
      CHECK(two->second.cluster == 1);
    }
  }
}
