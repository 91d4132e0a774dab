// Named entities in the BIO notation of the Universal NER treebanks (and of CoNLL 2003): one word a line, the tag in
// the column after the form, an empty line after every sentence.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <entente/base/span.hpp>
#include <entente/text/document.hpp>

#include <entente_train/conllu_score.hpp>

namespace entente::train {

struct Entity {
  std::uint32_t document = 0;  // index into EntityBank::documents
  Span tokens;
  std::string type;  // "PER"
  friend auto operator<=>(const Entity&, const Entity&) = default;
};

struct EntityBank {
  std::vector<Document> documents;  // one for every "# newdoc"; spaces as "# text" has them
  std::vector<Entity> entities;     // in text order
};

// Reads lines "NUMBER TAB FORM TAB TAG …" (.iob2) or "FORM TAG" (.conll). An I- without a B- before it begins an
// entity, as the CoNLL scorer has it. Throws Error (BadFormat) with `where`:line.
EntityBank read_bio(std::string_view text, const std::string& where);

// Exact spans and types: one metric for each type in alphabetical order, then "all".
std::vector<Metric> score_entities(const std::vector<Entity>& gold, const std::vector<Entity>& system);

}  // namespace entente::train
