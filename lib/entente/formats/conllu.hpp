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

// The sentences of a file with their annotations.
struct Treebank {
  Document document;                   // a block for every "# newpar" and "# newdoc"; title and date of the first
  Tagging tagging;                     // as annotated; X and no features where the columns are "_"
  Syntax syntax;                       // as annotated; `added` holds the edges of DEPS that are not in the tree
  std::vector<std::string> sent_ids;   // one per sentence; empty where there is none
  std::vector<std::string> documents;  // one per sentence: the id of the last "# newdoc", empty where there is none
  std::vector<std::string> misc;       // one per token: the MISC column, "_" where it is empty
};

// Reads the content of a file, which `where` names in errors. The words of one multiword token are marked as glued;
// empty nodes and edges to them are ignored. Throws Error (BadFormat) with the line for what is not CoNLL-U, and for
// heads that do not form a tree.
ENTENTE_EXPORT Treebank read_conllu(std::string_view text, const std::string& where);

// What write_conllu adds to the document and its annotations.
struct ConlluOptions {
  bool enhanced = true;  // fill DEPS; "_" otherwise
  // The "# sent_id" of each sentence. A missing or empty one becomes the id of the document (or "entente"), "-" and the
  // number of the sentence from 1.
  std::vector<std::string> sent_ids;
  // The id of each sentence's document, for "# newdoc id" where it changes. If it is empty, all are of one document.
  std::vector<std::string> documents;
};

// The document with its tags and trees, its title and date as "# meta::title" and "# meta::dateCreated". Glued words
// are written as a multiword token. XPOS is empty, and MISC has nothing but SpaceAfter=No.
ENTENTE_EXPORT std::string write_conllu(const Document& document, const Tagging& tagging, const Syntax& syntax,
                                        const ConlluOptions& options = {});

}  // namespace entente
