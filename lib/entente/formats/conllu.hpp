// CoNLL-U, the format of the Universal Dependencies treebanks (universaldependencies.org/format.html), both ways.
//
//   const entente::Treebank gold = entente::read_conllu(entente::read_file(path), path);
//   const entente::Analysis ours = pipeline.analyze(gold.document);
//   std::cout << entente::write_conllu(ours.document, ours.tagging, ours.syntax);
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <entente/export.hpp>
#include <entente/syntax/syntax.hpp>
#include <entente/tagging/tagging.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// A file of sentences with what its columns say of them.
struct Treebank {
  Document document;                   // a block for every "# newpar" and "# newdoc"; title and date of the first
  Tagging tagging;                     // as annotated; X and no features where the columns are "_"
  Syntax syntax;                       // as annotated; `added` holds what DEPS has beyond the tree
  std::vector<std::string> sent_ids;   // one per sentence; empty where there is none
  std::vector<std::string> documents;  // one per sentence: the id of the last "# newdoc", empty where there is none
  std::vector<std::string> misc;       // one per token: the MISC column, "_" where it is empty
};

// Reads a file's content. Words of one multiword token are glued; empty nodes and edges to them are passed over.
// Throws Error (BadFormat) with `where`:line for a line that is not CoNLL-U, and for heads that form no tree.
ENTENTE_EXPORT Treebank read_conllu(std::string_view text, const std::string& where);

struct ConlluOptions {
  bool enhanced = true;  // fill DEPS; "_" otherwise
  // "# sent_id" of each sentence; where there is none, the document's id (or "entente") and a number from 1.
  std::vector<std::string> sent_ids;
  // The document of each sentence, for "# newdoc id" where it changes; where there is none, all are of one document.
  std::vector<std::string> documents;
};

// The document with its tags and trees, its title and date as "# meta::title" and "# meta::dateCreated". Glued words
// are written as a multiword token, XPOS and MISC hold nothing but SpaceAfter=No.
ENTENTE_EXPORT std::string write_conllu(const Document& document, const Tagging& tagging, const Syntax& syntax,
                                        const ConlluOptions& options = {});

}  // namespace entente
