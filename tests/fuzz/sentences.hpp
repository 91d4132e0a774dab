// The sentences that tests are made from: of cases, of articles, of treebanks.
#pragma once

#include <string>
#include <vector>

namespace entente::fuzz {

// The words as they are written, with the space that follows them.
using Words = std::vector<std::string>;

// Of all .cases, .txt, .md, .html, .conllu and .conllu.gz in the files and folders, in the order of their paths.
// Throws Error (NotFound, NotReadable, BadFormat); NotFound also where there is no sentence at all.
std::vector<Words> load_sentences(const std::vector<std::string>& paths);

}  // namespace entente::fuzz
