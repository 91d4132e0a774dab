#include <entente/mentions/links.hpp>
#include <entente/mentions/mention_scorer.hpp>

#include <algorithm>
#include <filesystem>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <entente/base/error.hpp>
#include <entente/pipeline.hpp>
#include <entente/relations/pair_scorer.hpp>

using namespace entente;

namespace {

constexpr std::string_view Text =
    "The Chilean president, Rosa Vidal, flew to Oslo on Monday. Striking teachers blocked the road to the airport. "
    "Vidal "
    "said that she would meet them. The police arrested nobody. Norway's prime minister received her on Tuesday.";

const Analysis& article() {
  static const Analysis all = Pipeline().analyze(Article{.text = std::string(Text)});
  return all;
}

// The first token of the article that is written so.
TokenId token(std::string_view form) {
  TokenId t = 0;
  while (article().document.form(t) != form) {
    ++t;
  }
  return t;
}

float most(const std::array<float, MentionKinds>& kinds, std::size_t kind) {
  CHECK(std::accumulate(kinds.begin(), kinds.end(), 0.0F) <= 1.05F);
  return kinds[kind];
}

// The fast model, as it was before it learned to read meaning.
ModelWriter without_layers() {
  const Model fast = Model::built_in("fast");
  ModelWriter writer;
  for (const auto& [name, version] : {std::pair("splitter", 2U), std::pair("lemmas", 1U), std::pair("encoder", 1U),
                                      std::pair("tagger", 1U), std::pair("parser", 1U), std::pair("names", 1U)}) {
    const auto payload = fast.section(name, version);
    writer.add(name, version, {payload.begin(), payload.end()});
  }
  return writer;
}

// The sections of a model without one of them, or with other bytes in its place.
Model altered(std::string_view section, std::vector<std::byte> bytes) {
  static std::vector<std::vector<std::byte>> kept;
  ModelWriter writer;
  writer.add(std::string(section), 1, std::move(bytes));
  kept.push_back(writer.bytes());
  return Model::view(kept.back(), "altered");
}

}  // namespace

TEST_CASE("every label of a mention has a name of its own") {
  for (std::size_t i = 0; i < MentionLabels; ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      CHECK(mention_label_name(static_cast<MentionLabel>(i)) != mention_label_name(static_cast<MentionLabel>(j)));
    }
  }
}

TEST_CASE("the accurate model reads what the words of an article head") {
  const MentionScores& mention_scores = article().mention_scores;
  CHECK(mention_scores.labels.size() == article().document.tokens.size() * MentionLabels);
  CHECK(mention_scores.digests.size() == article().document.tokens.size() * mention_scores.digest_width);
  CHECK(most(mention_scores.names(token("Rosa")), 0) > 0.5F);    // a person
  CHECK(most(mention_scores.names(token("Norway")), 1) > 0.5F);  // a country
  CHECK(mention_scores.probability(token("she"), MentionLabel::Pronoun) > 0.5F);
  CHECK(mention_scores.probability(token("flew"), MentionLabel::Nothing) > 0.9F);
}

TEST_CASE("the fast model reads an article too, with layers of its own") {
  const Analysis all = Pipeline({.model = "fast"}).analyze(Article{.text = std::string(Text)});
  const MentionScores& mention_scores = all.mention_scores;
  CHECK(mention_scores.labels.size() == all.document.tokens.size() * MentionLabels);
  CHECK(mention_scores.digest_width != article().mention_scores.digest_width);
  CHECK(most(mention_scores.names(token("Rosa")), 0) > 0.5F);
  CHECK(most(mention_scores.names(token("Norway")), 1) > 0.5F);
  CHECK(mention_scores.probability(token("she"), MentionLabel::Pronoun) > 0.5F);
  CHECK(!PairScorer(Model::built_in("fast"), load_relation_types()).empty());
}

TEST_CASE("layers that were trained on another model's digests are refused") {
  const RelationTypes types = load_relation_types();
  const PairScorer pairs(Model::built_in("fast"), types);
  const LinkScorer scorer(Model::built_in("fast"));
  CHECK_THROWS_WITH_AS(
      pairs.score(article().document, article().syntax, article().actors, article().mention_scores, 0.3F),
      doctest::Contains("the digests are not those"), Error);
  CHECK_THROWS_WITH_AS(Links(scorer, article().mention_scores), doctest::Contains("the digests are not those"), Error);
}

TEST_CASE("a model may have no such layers, and nothing fails for that") {
  const auto path = (std::filesystem::temp_directory_path() / "entente-without-layers.model").string();
  without_layers().save(path);
  const Model model = Model::load(path);
  const Analysis all = Pipeline({.model = path}).analyze(Article{.text = "Vidal met Lang in Oslo."});
  CHECK(all.mention_scores.empty());
  CHECK(all.mention_scores.probability(0, MentionLabel::NamePerson) == 0.0F);
  CHECK(Links(LinkScorer(model), all.mention_scores).empty());
  CHECK(PairScorer(model, load_relation_types()).empty());
  CHECK(!all.relations.findings.empty());  // by rules
  std::filesystem::remove(path);
}

TEST_CASE("a pronoun is linked with the person rather than with the city") {
  const LinkScorer scorer(Model::built_in());
  Links links(scorer, article().mention_scores);
  REQUIRE(!links.empty());
  links.select(token("she"), LinkForm::Pronoun);
  const float person = links.score(token("Rosa"), LinkForm::Name, 2);
  CHECK(person > links.score(token("Oslo"), LinkForm::Name, 2));
  CHECK(person > links.score(token("airport"), LinkForm::Description, 1));
  links.select(token("Oslo"), LinkForm::Name);
  CHECK(links.none_score() == links.none_score());  // a number
  links.select(token("she"), LinkForm::Pronoun);
  CHECK(links.score(token("Rosa"), LinkForm::Name, 2) == person);
}

TEST_CASE("pairs of actors are read, each sentence for itself") {
  const RelationTypes types = load_relation_types();
  const PairScorer pairs(Model::built_in(), types);
  const auto pair_scores =
      pairs.score(article().document, article().syntax, article().actors, article().mention_scores, 0.3F);
  const auto visits = [&](const PairScore& it) {
    const auto& actors = article().actors;
    return types.types[it.type].name == "visits" &&
           actors.actors[actors.mentions[it.source].actor].id == "rosa-vidal" &&
           actors.actors[actors.mentions[it.target].actor].id == "oslo";
  };
  CHECK(std::any_of(pair_scores.begin(), pair_scores.end(), visits));
  for (const PairScore& it : pair_scores) {
    CHECK(it.probability >= 0.3F);
    CHECK(it.probability <= 1.0F);
    const Span tokens = article().document.sentences[it.sentence].tokens;
    CHECK(tokens.contains(article().actors.mentions[it.source].head));
    CHECK(tokens.contains(article().actors.mentions[it.target].head));
    CHECK((it.word == None || tokens.contains(it.word)));
  }
  CHECK(pairs.score({}, {}, {}, {}, 0.3F).empty());
}

TEST_CASE("damaged layers are refused by name") {
  const auto refusal = [](const auto& build) {
    try {
      build();
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::BadModel);
      return std::string(error.what());
    }
    return std::string("accepted");
  };
  const Model empty = altered("mentions", std::vector<std::byte>(64));
  CHECK(refusal([&] { MentionScorer{empty}; }).find("mentions") != std::string::npos);
  CHECK(refusal([&] { LinkScorer{empty}; }).find("mentions") != std::string::npos);
  const Model other = altered("relations", std::vector<std::byte>(64));
  CHECK(refusal([&] { PairScorer(other, load_relation_types()); }).find("relations") != std::string::npos);
  CHECK(refusal([&] { MentionScorer{other}; }) == "accepted");  // it has no section of mentions
}
