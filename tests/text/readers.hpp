// What the tests of this room share: the reader of the built-in model, and documents as one line per sentence.
#pragma once

#include <string>
#include <vector>

#include <entente/model/model.hpp>
#include <entente/text/reader.hpp>

namespace entente::test {

inline const Reader& reader() {
  static const Reader built_in(Model::built_in());
  return built_in;
}

inline Document read_text(std::string text) { return reader().read({.text = std::move(text)}); }

// The tokens of all sentences: spaces between tokens, " / " between sentences, " // " between blocks.
inline std::string show(const Document& document) {
  std::string out;
  for (SentenceId s = 0; s < document.sentences.size(); ++s) {
    const Sentence& sentence = document.sentences[s];
    if (s > 0) {
      out += sentence.block == document.sentences[s - 1].block ? " / " : " // ";
    }
    for (TokenId t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      out += t > sentence.tokens.begin ? " " : "";
      out += document.form(t);
    }
  }
  return out;
}

}  // namespace entente::test
