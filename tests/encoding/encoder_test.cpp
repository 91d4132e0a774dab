#include <entente/encoding/encoder.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <entente/text/from_words.hpp>

using namespace entente;

namespace {

WordSentence sentence_of(std::size_t words, std::size_t seed) {
  WordSentence sentence;
  for (std::size_t i = 0; i < words; ++i) {
    sentence.words.push_back({.form = "word" + std::to_string((seed * 31 + i * 7) % 100), .space_after = true});
  }
  return sentence;
}

// Sentences of very different lengths, one of which is longer than any part.
std::vector<WordSentence> sentences() {
  std::vector<WordSentence> result;
  for (const std::size_t words : {1U, 40U, 50U, 6U, 400U, 2U, 96U, 97U, 3U}) {
    result.push_back(sentence_of(words, result.size()));
  }
  return result;
}

std::vector<float> states_of(const Encoder& encoder, const Document& document) {
  std::vector<float> states;
  encoder.encode(document,
                 [&](const Encoding& part) { states.insert(states.end(), part.states.begin(), part.states.end()); });
  return states;
}

}  // namespace

TEST_CASE("the parts of an encoding are small and cover the document") {
  const Encoder encoder(Model::built_in());
  const Document document = document_from_words(sentences());
  SentenceId sentence = 0;
  TokenId token = 0;
  encoder.encode(document, [&](const Encoding& part) {
    CHECK(part.sentences.begin == sentence);
    CHECK(part.tokens.begin == token);
    CHECK((part.sentences.size() == 1 || part.tokens.size() <= 96));
    CHECK(part.states.size() == std::size_t{part.tokens.size()} * part.width);
    CHECK(part.state(part.tokens.begin) == part.states.data());
    sentence = part.sentences.end;
    token = part.tokens.end;
  });
  CHECK(sentence == document.sentences.size());
  CHECK(token == document.tokens.size());
}

TEST_CASE("the fast encoder gives a sentence the same bits in any company") {
  const Encoder encoder(Model::built_in("fast"));
  const std::vector<float> together = states_of(encoder, document_from_words(sentences()));
  std::vector<float> alone;
  for (const WordSentence& sentence : sentences()) {
    const std::vector<float> states = states_of(encoder, document_from_words({sentence}));
    alone.insert(alone.end(), states.begin(), states.end());
  }
  CHECK(alone == together);
}

TEST_CASE("an empty document has no parts") {
  const Encoder encoder(Model::built_in());
  encoder.encode(Document{}, [](const Encoding&) { FAIL("there is nothing to encode"); });
}
