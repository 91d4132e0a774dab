#include "fuzz/sound.hpp"

#include <cstdlib>

namespace entente::fuzz {

void require(bool holds) {
  if (!holds) {
    std::abort();
  }
}

const Pipeline& fast_pipeline() {
  static const Pipeline pipeline({.model = "fast"});
  return pipeline;
}

const Pipeline& accurate_pipeline() {
  static const Pipeline pipeline({.model = "accurate"});
  return pipeline;
}

void check_document(const Document& document) {
  for (const Token& token : document.tokens) {
    require(token.text.begin < token.text.end && token.text.end <= document.text.size());
    require(document.to_original(token.text).end <= document.original.size());
  }
  for (const Sentence& sentence : document.sentences) {
    require(sentence.tokens.begin < sentence.tokens.end && sentence.tokens.end <= document.tokens.size());
    require(sentence.block < document.blocks.size());
  }
  for (const Block& block : document.blocks) {
    require(block.text.end <= document.text.size() && block.sentences.end <= document.sentences.size());
  }
}

void check_layers(const Analysis& all) {
  check_document(all.document);
  const std::size_t tokens = all.document.tokens.size();
  const std::size_t actors = all.actors.actors.size();
  require(all.tagging.tags.size() == tokens && all.tagging.lemmas.size() == tokens);
  require(all.syntax.heads.size() == tokens && all.syntax.deprels.size() == tokens);
  for (const TokenId head : all.syntax.heads) {
    require(head == None || head < tokens);
  }
  for (const Mention& mention : all.actors.mentions) {
    require(mention.tokens.begin < mention.tokens.end && mention.tokens.end <= tokens && mention.actor < actors);
  }
  for (const Finding& finding : all.relations.findings) {
    require(finding.source < actors && finding.target < actors && finding.sentence < all.document.sentences.size());
  }
}

}  // namespace entente::fuzz
