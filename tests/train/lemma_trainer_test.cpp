// The lemmatizer and its trainer: a small treebank is learned, and lemmas of other words are asked for.
#include <entente_train/lemma_trainer.hpp>

#include <cstring>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <entente/base/error.hpp>
#include <entente/model/model.hpp>
#include <entente/tagging/lemma_table.hpp>
#include <entente/tagging/lemmatizer.hpp>
#include <notation.hpp>

using namespace entente;

namespace {

// A word of the treebank to learn from or of the test: form, part of speech, features, lemma.
struct Row {
  std::string form;
  Upos upos;
  std::string features;
  std::string lemma;
};

const std::string Past = "Mood=Ind|Tense=Past|VerbForm=Fin";
const std::string Participle = "Tense=Past|VerbForm=Part";
const std::string Third = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin";
const std::string Ing = "Tense=Pres|VerbForm=Part";
const std::string Us = "Case=Acc|Number=Plur|Person=1|PronType=Prs";

Treebank treebank(const std::vector<Row>& rows) {
  std::string text;
  for (const Row& row : rows) {
    text += "1\t" + row.form + "\t" + row.lemma + "\t" + std::string(upos_name(row.upos)) + "\t_\t" + row.features +
            "\t0\troot\t_\t_\n\n";
  }
  return read_conllu(text, "test");
}

std::vector<Row> lessons() {
  std::vector<Row> rows = {
      {"went", Upos::Verb, Past, "go"},
      {"us", Upos::Pron, Us, "we"},
      {"n't", Upos::Part, "Polarity=Neg", "not"},
      {"'s", Upos::Aux, Third, "be"},
      {"'s", Upos::Part, "_", "'s"},
      {"Americans", Upos::Propn, "Number=Plur", "American"},
      {"Germans", Upos::Propn, "Number=Plur", "German"},
      {"Putin", Upos::Propn, "Number=Sing", "Putin"},
      {"Moscow", Upos::Propn, "Number=Sing", "Moscow"},
      {"news", Upos::Noun, "Number=Sing", "news"},
      {"2,000", Upos::Num, "NumType=Card", "2000"},
      {"5,500", Upos::Num, "NumType=Card", "5500"},
      {"hope", Upos::Verb, "VerbForm=Inf", "hope"},
      {"stop", Upos::Verb, "VerbForm=Inf", "stop"},
      {"provoke", Upos::Verb, "VerbForm=Inf", "provoke"},
  };
  for (const char* verb : {"visit", "meet", "accept", "attack", "help", "order", "offer", "warn", "demand", "form"}) {
    const std::string stem(verb);
    rows.push_back({stem + "s", Upos::Verb, Third, stem});
    rows.push_back({stem + "ed", Upos::Verb, Past, stem});
    rows.push_back({stem + "ing", Upos::Verb, Ing, stem});
  }
  for (const char* noun : {"town", "war", "leader", "talk", "troop", "president", "ally", "bomb", "king", "law"}) {
    const std::string stem(noun);
    rows.push_back({stem == "ally" ? "allies" : stem + "s", Upos::Noun, "Number=Plur", stem});
    rows.push_back({stem, Upos::Noun, "Number=Sing", stem});
  }
  rows.push_back({"armies", Upos::Noun, "Number=Plur", "army"});
  return rows;
}

const std::vector<std::byte>& section() {
  static const std::vector<std::byte> Bytes = train::train_lemmas({treebank(lessons())}, {}).bytes;
  return Bytes;
}

std::string lemma_of(const Lemmatizer& lemmatizer, const Row& row) {
  std::string out = "left over";
  lemmatizer.lemma(row.form, row.upos, parse_features(row.features), out);
  return out;
}

}  // namespace

TEST_CASE("lemmas of words that were learned and of words that were not") {
  const Lemmatizer lemmatizer(section());
  for (const Row& row : {
           Row{"went", Upos::Verb, Past, "go"},
           Row{"Went", Upos::Verb, Past, "go"},
           Row{"us", Upos::Pron, Us, "we"},
           Row{"n't", Upos::Part, "Polarity=Neg", "not"},
           Row{"'s", Upos::Aux, Third, "be"},
           Row{"'s", Upos::Part, "_", "'s"},
           Row{"news", Upos::Noun, "Number=Sing", "news"},
           Row{"news", Upos::Noun, "Number=Plur", "news"},
           Row{"defended", Upos::Verb, Past, "defend"},
           Row{"Defending", Upos::Verb, Ing, "defend"},
           Row{"hoping", Upos::Verb, Ing, "hope"},
           Row{"provoked", Upos::Verb, Past, "provoke"},
           Row{"stopped", Upos::Verb, Past, "stop"},
           Row{"bullies", Upos::Noun, "Number=Plur", "bully"},
           Row{"ministers", Upos::Noun, "Number=Plur", "minister"},
           Row{"Lukashenko", Upos::Propn, "Number=Sing", "Lukashenko"},
           Row{"Russians", Upos::Propn, "Number=Plur", "Russian"},
           Row{"12,000", Upos::Num, "NumType=Card", "12000"},
           Row{"MINISTER", Upos::Noun, "Number=Sing", "minister"},
           Row{"Élysée", Upos::Propn, "Number=Sing", "Élysée"},
           Row{"ÉTATS", Upos::Noun, "Number=Sing", "états"},
           Row{"%", Upos::Sym, "_", "%"},
           Row{"\xff\xfe", Upos::X, "_", "\xff\xfe"},
       }) {
    CAPTURE(row.form);
    CHECK(lemma_of(lemmatizer, row) == row.lemma);
  }
}

TEST_CASE("a lemma is never empty") {
  const Lemmatizer lemmatizer(section());
  for (const char* form : {"s", "ed", "ing", "es", "ies", "e", "é", ",", "2,0"}) {
    for (int upos = 0; upos < UposCount; ++upos) {
      for (const std::string& features : {Past, Third, Ing, std::string("Number=Plur")}) {
        CAPTURE(form);
        CHECK_FALSE(lemma_of(lemmatizer, {form, static_cast<Upos>(upos), features, ""}).empty());
      }
    }
  }
}

TEST_CASE("the sentence around decides what 's is, and calms what is shouted") {
  const Lemmatizer lemmatizer(section());
  test::Annotated all = test::annotate(
      "She/PRON:4:nsubj 's/AUX:4:aux been/AUX:4:cop ready/ADJ:0:root\n"
      "She/PRON:3:nsubj 's/AUX:3:cop ready/ADJ:0:root\n"
      "MOSCOW/PROPN:2:nsubj WARNED/VBD:0:root TOWNS/NOUN|Number=Plur:2:obj");
  lemmatizer.lemmatize(all.document, all.tagging);
  CHECK(all.tagging.lemma(test::token(all.document, "'s", 1)) == "have");
  CHECK(all.tagging.lemma(test::token(all.document, "'s", 2)) == "be");
  CHECK(all.tagging.lemma(test::token(all.document, "MOSCOW")) == "Moscow");
  CHECK(all.tagging.lemma(test::token(all.document, "WARNED")) == "warn");
  CHECK(all.tagging.lemma(test::token(all.document, "TOWNS")) == "town");
}

TEST_CASE("words are read from a list") {
  const auto listed = train::read_listed_words(
      "# comment\nverb\tundergo\tunderwent\tundergone\nnoun\tox\toxen\nverb\tbid\tbid bade\tbid bidden\n"
      "regular\tbomb untie deny\ndoubling\trebut\n");
  CHECK(listed.size() == 27);
  const train::LemmaSection learned = train::train_lemmas({treebank(lessons())}, listed);
  const Lemmatizer lemmatizer(learned.bytes);
  CHECK(lemma_of(lemmatizer, {"underwent", Upos::Verb, Past, ""}) == "undergo");
  CHECK(lemma_of(lemmatizer, {"undergone", Upos::Verb, Participle, ""}) == "undergo");
  CHECK(lemma_of(lemmatizer, {"oxen", Upos::Noun, "Number=Plur", ""}) == "ox");
  CHECK(lemma_of(lemmatizer, {"bombed", Upos::Verb, Past, ""}) == "bomb");
  CHECK(lemma_of(lemmatizer, {"untying", Upos::Verb, "VerbForm=Ger", ""}) == "untie");
  CHECK(lemma_of(lemmatizer, {"denies", Upos::Verb, "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", ""}) == "deny");
  CHECK(lemma_of(lemmatizer, {"rebutted", Upos::Verb, Participle, ""}) == "rebut");
  CHECK_THROWS_AS(train::read_listed_words("verb\tgo\twent\n"), Error);
}

TEST_CASE("the same treebank gives the same bytes") {
  CHECK(train::train_lemmas({treebank(lessons())}, {}).bytes == section());
}

TEST_CASE("a damaged section is refused") {
  using lemma_table::Header;
  const auto refused = [](std::vector<std::byte> bytes) {
    try {
      const Lemmatizer lemmatizer(bytes, "test");
    } catch (const Error& error) {
      return error.code() == ErrorCode::BadModel && error.where() == "test";
    }
    return false;
  };
  const auto with = [](std::size_t at, std::uint32_t value) {
    std::vector<std::byte> bytes = section();
    std::memcpy(bytes.data() + at, &value, sizeof value);
    return bytes;
  };
  CHECK_FALSE(refused(section()));
  CHECK(refused({}));
  CHECK(refused({section().begin(), section().begin() + 15}));
  CHECK(refused({section().begin(), section().end() - 1}));
  CHECK(refused(with(offsetof(Header, rule_count), 0xffffffffU)));
  CHECK(refused(with(offsetof(Header, slot_count), 0)));
  CHECK(refused(with(offsetof(Header, slot_count), 1000)));
  CHECK(refused(with(offsetof(Header, pool_size), 0xffffffffU)));
  CHECK(refused(with(sizeof(Header), 0x000000ffU)));                                             // no such case rule
  CHECK(refused(with(sizeof(Header) + offsetof(lemma_table::Rule, pool_offset), 0x7fffffffU)));  // beyond the pool

  Header header;
  std::memcpy(&header, section().data(), sizeof header);
  const std::size_t slots = sizeof(Header) + header.rule_count * sizeof(lemma_table::Rule);
  std::vector<std::byte> full = section();
  std::fill_n(full.begin() + static_cast<std::ptrdiff_t>(slots), header.slot_count * 4, std::byte{1});
  CHECK(refused(full));  // no empty slot: a search would never end
  std::vector<std::byte> wild = section();
  std::fill_n(wild.begin() + static_cast<std::ptrdiff_t>(slots + header.slot_count * 4), header.slot_count * 2,
              std::byte{0xfd});
  CHECK(refused(wild));  // rules that do not exist
}

TEST_CASE("a model with the section gives a lemmatizer, one without is refused") {
  ModelWriter writer;
  writer.add(std::string(lemma_table::SectionName), lemma_table::SectionVersion, section());
  const std::vector<std::byte> bytes = writer.bytes();
  const Lemmatizer lemmatizer(Model::view(bytes, "test"));
  CHECK(lemma_of(lemmatizer, {"went", Upos::Verb, Past, ""}) == "go");
  const std::vector<std::byte> empty = ModelWriter().bytes();
  CHECK_THROWS_AS(Lemmatizer(Model::view(empty, "test")), Error);
}
