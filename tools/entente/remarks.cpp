#include "remarks.hpp"

#include <algorithm>

#include <entente/text/language.hpp>

namespace entente::cli {

namespace {

bool has_prose(const Document& document) {
  return std::any_of(document.blocks.begin(), document.blocks.end(), [](const Block& block) {
    return block.kind == BlockKind::Paragraph || block.kind == BlockKind::Quote || block.kind == BlockKind::ListItem;
  });
}

}  // namespace

std::optional<std::string> remark_on(const Document& document, ArticleFormat format) {
  if (!looks_english(document)) {
    return "does not look like English, the only language that entente reads; what was found in it is probably wrong";
  }
  if (document.sentences.empty()) {
    return "no text was found in it";
  }
  if (format == ArticleFormat::Html && !has_prose(document)) {
    return "only the title was found, not the text of the article; if scripts fill the page, save it from a browser";
  }
  return std::nullopt;
}

}  // namespace entente::cli
