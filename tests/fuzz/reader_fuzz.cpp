// Any bytes as an article, in each of the three formats: never an error, and every layer points inside the one before.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include <entente/pipeline.hpp>

namespace {

void require(bool holds) {
  if (!holds) {
    std::abort();
  }
}

void check_document(const entente::Document& document) {
  for (const entente::Token& token : document.tokens) {
    require(token.text.begin < token.text.end && token.text.end <= document.text.size());
    require(document.to_original(token.text).end <= document.original.size());
  }
  for (const entente::Sentence& sentence : document.sentences) {
    require(sentence.tokens.end <= document.tokens.size() && sentence.block < document.blocks.size());
  }
}

void check_layers(const entente::Analysis& all) {
  const std::size_t tokens = all.document.tokens.size();
  require(all.tagging.tags.size() == tokens && all.syntax.heads.size() == tokens);
  for (const entente::TokenId head : all.syntax.heads) {
    require(head == entente::None || head < tokens);
  }
  for (const entente::Mention& mention : all.actors.mentions) {
    require(mention.tokens.end <= tokens && mention.actor < all.actors.actors.size());
  }
  for (const entente::Finding& finding : all.relations.findings) {
    require(finding.source < all.actors.actors.size() && finding.target < all.actors.actors.size());
    require(finding.sentence < all.document.sentences.size());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const entente::Pipeline pipeline;
  if (size == 0) {
    return 0;
  }
  entente::Article article;
  article.format = static_cast<entente::ArticleFormat>(data[0] % 3);
  article.text.assign(reinterpret_cast<const char*>(data) + 1, size - 1);
  const entente::Analysis all = pipeline.analyse(article);
  check_document(all.document);
  check_layers(all);
  return 0;
}
