// The relations that the relation model reads, from one that the test writes.
#include <entente/relations/pair_scorer.hpp>

#include <algorithm>
#include <cmath>

#include <doctest/doctest.h>

#include <entente/base/error.hpp>

#include "relations/scene.hpp"
#include "tensor_section.hpp"

using namespace entente;
using namespace entente::test;

namespace {

constexpr std::uint32_t Width = 8;  // of digests, and of everything inside

using Strings = std::vector<std::string>;

// A relation model that reads the words on the path between two mentions alone: a word of topic 0 says that the first
// visits the second, as a plan; one of topic 1 that they meet; one of topic 2 that the second praises the first.
TensorSection layer(const Strings& types, const Strings& statuses) {
  TensorSection section;
  for (const char* const name :
       {"source.", "target.", "product.", "attended.", "source_asks.", "target_asks.", "word_answers."}) {
    section.add_scaling(name, Width, 0.0F);
  }
  section.add_zeros("source.bias", 1, Width);
  section.add_zeros("source_asks.bias", 1, Width);
  section.add_scaling("on_path.", Width, 30.0F);
  std::vector<float> by_topic(3 * std::size_t{Width}, 0.0F);
  by_topic[0] = by_topic[Width + 1] = by_topic[2 * Width + 2] = 1.0F;
  section.add("types.weights", 3, Width, by_topic);
  section.add("types.bias", 1, 3, {-5.0F, -5.0F, -5.0F});
  section.add_zeros("status.weights", 6, Width);
  section.add_zeros("status.bias", 1, 6);
  section.add_zeros("actors", 2 * 6 * 4, Width);
  std::vector<float> distance(18 * std::size_t{Width}, 0.0F);
  for (std::size_t backwards = 9; backwards < 18; ++backwards) {
    distance[backwards * Width] = -100.0F;
    distance[(backwards - 9) * Width + 2] = -100.0F;
  }
  section.add("distance", 18, Width, distance);
  section.add_zeros("path_length", 8, Width);
  section.add("path_bonus", 1, 1, {5.0F});
  std::vector<float> status(3 * 6, 0.0F);
  status[1] = 3.0F;  // planned
  section.add("status_type", 3, 6, status);
  section.add_strings("type_names", types);
  section.add_strings("status_names", statuses);
  return section;
}

const Strings Types = {"visits", "meets", "praises"};
const Strings Statuses = {"asserted", "planned", "possible", "requested", "negated", "ended"};

Model model(const Strings& types = Types, const Strings& statuses = Statuses) {
  static std::vector<std::vector<std::byte>> kept;
  const auto calibration = Model::built_in().section(Calibration::SectionName, Calibration::SectionVersion);
  ModelWriter writer;
  writer.add("relations", 1, layer(types, statuses).bytes());
  writer.add(std::string(Calibration::SectionName), Calibration::SectionVersion,
             {calibration.begin(), calibration.end()});
  kept.push_back(writer.bytes());
  return Model::view(kept.back(), "by hand");
}

MentionScores mention_scores(const Scene& text, std::initializer_list<std::pair<const char*, std::uint32_t>> topics) {
  MentionScores all;
  all.digest_width = Width;
  all.labels.resize(text.text.document.tokens.size() * MentionLabels);
  all.digests.resize(text.text.document.tokens.size() * Width);
  for (const auto& [form, topic] : topics) {
    all.digests[token(text.text.document, form) * Width + topic] = 127;
  }
  return all;
}

std::string dump(const Scene& text, const std::vector<PairScore>& found) {
  const auto id = [&](MentionId m) { return text.actors.actors[text.actors.mentions[m].actor].id; };
  std::string all;
  for (const PairScore& it : found) {
    all += (all.empty() ? "" : "; ") + id(it.source) + " -" + shipped_relation_types().types[it.type].name + "-> " +
           id(it.target) + " " + std::string(status_name(it.status)) + " \"" +
           std::string(text.text.document.form(it.word)) + "\"";
  }
  return all;
}

std::string read(const Scene& text, const MentionScores& digests, float from) {
  static const PairScorer pairs(model(), shipped_relation_types());
  return dump(text, pairs.score(text.text.document, text.text.syntax, text.actors, digests, from));
}

constexpr const char* Text = "[PER Roe/NNP:2:nsubj ] saw/see/VBD:0:root [PER Doe/NNP:2:obj ] today/NN:2:obl";

}  // namespace

TEST_CASE("a relation is read from the words on the path, with its status and the word that both attend to") {
  const Scene text = scene(Text);
  CHECK(read(text, mention_scores(text, {{"saw", 0}}), 0.5F) == "roe -visits-> doe planned \"saw\"");
  CHECK(read(text, mention_scores(text, {{"today", 0}}), 0.5F).empty());
  CHECK(read(text, mention_scores(text, {}), 0.5F).empty());
}

TEST_CASE("a directed relation may go backwards") {
  const Scene text = scene(Text);
  CHECK(read(text, mention_scores(text, {{"saw", 2}}), 0.5F) == "doe -praises-> roe asserted \"saw\"");
}

TEST_CASE("a symmetric relation is read once, from whoever stands first") {
  const Scene text = scene(Text);
  CHECK(read(text, mention_scores(text, {{"saw", 1}}), 0.5F) == "roe -meets-> doe asserted \"saw\"");
}

TEST_CASE("only what is as probable as wanted is returned") {
  const Scene text = scene(Text);
  const PairScorer pairs(model(), shipped_relation_types());
  const MentionScores digests = mention_scores(text, {{"saw", 0}});
  const auto found = pairs.score(text.text.document, text.text.syntax, text.actors, digests, 0.5F);
  REQUIRE(found.size() == 1);
  CHECK(found[0].probability == doctest::Approx(1 / (1 + std::exp(-5.0))).epsilon(1e-3));
  CHECK(found[0].status_probability == doctest::Approx(std::exp(3.0) / (std::exp(3.0) + 5)).epsilon(1e-3));
  CHECK(found[0].sentence == 0);
  CHECK(read(text, digests, 0.999F).empty());
}

TEST_CASE("an actor has no relation with itself, nor with the actors of another sentence") {
  const Scene same = scene("[PER Roe/NNP:2:nsubj ] saw/see/VBD:0:root [PER Roe/NNP:2:obj ]");
  CHECK(read(same, mention_scores(same, {{"saw", 0}}), 0.5F).empty());
  const Scene apart = scene("[PER Roe/NNP:2:nsubj ] saw/see/VBD:0:root\n[PER Doe/NNP:2:nsubj ] slept/sleep/VBD:0:root");
  CHECK(read(apart, mention_scores(apart, {{"saw", 0}}), 0.5F).empty());
}

TEST_CASE("the mentions of the same two actors add up") {
  const Scene text =
      scene("[PER Roe/NNP:2:nsubj ] saw/see/VBD:0:root [PER Doe/NNP:2:obj ] and/CCONJ:5:cc [PER Doe/NNP:3:conj ]");
  CHECK(read(text, mention_scores(text, {{"saw", 0}}), 0.5F) == "roe -visits-> doe planned \"saw\"");
}

TEST_CASE("of a long sentence the first 24 mentions are read, and of one of more than 200 tokens none") {
  const auto with = [](int names, int words) {
    std::string text = "[PER N0/PROPN:2:nsubj ] saw/see/VBD:0:root ";
    for (int i = 1; i < names; ++i) {
      text += "[PER N" + std::to_string(i) + "/PROPN:2:obj ] ";
    }
    for (int i = 0; i < words; ++i) {
      text += "so/ADV:2:advmod ";
    }
    const Scene all = scene(text);
    const PairScorer pairs(model(), shipped_relation_types());
    const auto found =
        pairs.score(all.text.document, all.text.syntax, all.actors, mention_scores(all, {{"saw", 0}}), 0.5F);
    return std::count_if(found.begin(), found.end(), [](const PairScore& it) { return it.source == 0; });
  };
  CHECK(with(24, 0) == 23);
  CHECK(with(30, 0) == 23);
  CHECK(with(2, 197) == 1);
  CHECK(with(2, 198) == 0);
}

TEST_CASE("without a relation model or without scores nothing is read") {
  const Scene text = scene(Text);
  CHECK(read(text, {}, 0.0F).empty());
  ModelWriter writer;
  writer.add("other", 1, std::vector<std::byte>(64));
  const std::vector<std::byte> bytes = writer.bytes();
  const PairScorer none(Model::view(bytes, "other"), shipped_relation_types());
  CHECK(none.empty());
  CHECK(
      none.score(text.text.document, text.text.syntax, text.actors, mention_scores(text, {{"saw", 0}}), 0.0F).empty());
}

TEST_CASE("a relation model of other types, statuses or digests is refused") {
  const RelationTypes& types = shipped_relation_types();
  CHECK_THROWS_WITH_AS(PairScorer(model({"visits", "dreams", "praises"}), types),
                       doctest::Contains("the model was trained on the relation type 'dreams'; expected types of"),
                       Error);
  Strings other = Statuses;
  std::swap(other[0], other[1]);
  CHECK_THROWS_WITH_AS(PairScorer(model(Types, other), types),
                       doctest::Contains("found the statuses planned, asserted"), Error);
  const Scene text = scene(Text);
  MentionScores narrow = mention_scores(text, {});
  narrow.digest_width = 4;
  CHECK_THROWS_WITH_AS(read(text, narrow, 0.5F), doctest::Contains("the digests are not those"), Error);
}
