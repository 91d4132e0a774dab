// Entity annotations of the GUM corpus: MISC's Entity=, as CorefUD writes it.
#pragma once

#include <string>
#include <vector>

#include <entente/base/span.hpp>
#include <entente/formats/conllu.hpp>

namespace entente::train {

struct GoldMention {
  std::string cluster;  // its number, unique in the document
  std::string type;     // "person", "organization", "place" …
  Span tokens;          // TokenIds of the treebank
  TokenId head = None;
  bool named = false;  // its head is a proper noun
};

// Sentences [begin, end) of the treebank as a document of their own, without annotation.
Document document_of(const Treebank& treebank, Span sentences);
// The spans of sentences that are one document ("# newdoc") each.
std::vector<Span> documents_of(const Treebank& treebank);
// The mentions of sentences [begin, end) of the treebank, in the order in which they close.
std::vector<GoldMention> gum_mentions(const Treebank& treebank, Span sentences);

}  // namespace entente::train
