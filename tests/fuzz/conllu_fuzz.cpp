// Any bytes as CoNLL-U: a treebank whose layers fit each other and that can be written and read again, or an Error.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <entente/base/error.hpp>
#include <entente/formats/conllu.hpp>

#include "fuzz/sound.hpp"

namespace {

using entente::Treebank;
using entente::fuzz::require;

void check(const Treebank& treebank) {
  entente::fuzz::check_document(treebank.document);
  const std::size_t tokens = treebank.document.tokens.size();
  const std::size_t sentences = treebank.document.sentences.size();
  require(treebank.tagging.tags.size() == tokens && treebank.tagging.lemmas.size() == tokens);
  require(treebank.syntax.heads.size() == tokens && treebank.misc.size() == tokens);
  require(treebank.sent_ids.size() == sentences && treebank.documents.size() == sentences);
  for (const entente::Tag& tag : treebank.tagging.tags) {
    require(tag.bundle < treebank.tagging.bundles.size());
  }
  for (const entente::EnhancedArc& arc : treebank.syntax.added) {
    require(arc.dependent < tokens && arc.head < tokens);
  }
}

std::string written(const Treebank& treebank) {
  return entente::write_conllu(treebank.document, treebank.tagging, treebank.syntax,
                               {.sent_ids = treebank.sent_ids, .documents = treebank.documents});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const Treebank treebank = entente::read_conllu({reinterpret_cast<const char*>(data), size}, "input");
    check(treebank);
    const std::string once = written(treebank);
    require(written(entente::read_conllu(once, "written")) == once);
  } catch (const entente::Error& error) {
    require(error.code() == entente::ErrorCode::BadFormat && error.where().starts_with("input"));
  }
  return 0;
}
