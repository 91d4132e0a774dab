// Relations that no type covers: they keep their own predicate under the type "other".
#pragma once

#include <string_view>
#include <vector>

#include <entente/relations/frames.hpp>
#include <entente/relations/reading.hpp>

namespace entente {

// The verbs that relate nobody ("have", "include"): data/lexicon/untyped_words.tsv. Immutable after construction.
class UntypedWords {
 public:
  UntypedWords(const RelationTypes& types, Words& words);
  bool excluded(WordId verb) const { return verb < excluded_.size() && excluded_[verb] != 0; }
  const Frame& frame() const { return frame_; }

 private:
  std::vector<std::uint8_t> excluded_;  // by WordId
  Frame frame_;
};

// A match where the verb has two clear actors as its subject and its object. Precision first: when in doubt, none.
void match_untyped(const Reading& reading, const UntypedWords& words, TokenId verb, std::vector<Match>& out);

}  // namespace entente
