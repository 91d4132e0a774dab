// Verbs that change the relation they govern: "threaten to attack" is a warning, "promise to help" a promise.
#pragma once

#include <optional>
#include <vector>

#include <entente/relations/reading.hpp>
#include <entente/relations/relation_types.hpp>

namespace entente::inline v0_1 {

// The rules of data/lexicon/governors.tsv. Immutable after construction.
class Governors {
 public:
  Governors(const RelationTypes& types, Words& words);

  struct Rule {
    WordId governor = NoWord;
    RelationTypeId type = 0;  // of the relation that it makes
    Status status = Status::Asserted;
    bool instead = true;  // the governed relation is dropped
    bool toward = false;  // it runs from the governor's subject to the governed agent: "fears that he will attack"
    std::vector<bool> governed;  // by RelationTypeId
  };
  struct Governed {
    const Rule* rule = nullptr;
    TokenId governor = None;
  };
  // The governor of the predicate at `anchor` and its rule; nothing if no rule applies.
  std::optional<Governed> above(const Reading& reading, TokenId anchor, RelationTypeId type) const;

 private:
  std::vector<Rule> rules_;  // sorted by governor
};

}  // namespace entente
