// Evidence from the rest of a document for each mention of a name: the second pass of the name tagger uses it.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <entente/names/names.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// A news text repeats its names, and one of the mentions is often unambiguous ("Valero Energy Corp.", then "Valero").
// Every name that the first pass found votes for its kind, with its confidence as the weight; the full name of a person
// also votes for its first and last word. For each span the second pass gets the votes of the *other* mentions of the
// same words (consistent labels in a document: Krishnan and Manning 2006, "An Effective Two-Stage Model for Exploiting
// Non-Local Dependencies").
class NameMemory {
 public:
  // The votes of other mentions for one kind of the name at `tokens`.
  struct Hint {
    Span tokens;
    NameKind kind;
    float votes;  // sum of the weights, above 0
    float share;  // of the kind among all votes for these words, above 0 to 1
  };

  // Both must outlive it.
  NameMemory(const Document& document, const Names& first_reading);
  // Appends the hints for the tokens of one sentence, in text order; only for spans that begin with a capital letter.
  void append_hints(Span sentence, std::vector<Hint>& out) const;

 private:
  static constexpr std::size_t Kinds = static_cast<std::size_t>(NameKind::Other) + 1;
  static constexpr std::uint32_t LongestName = 5;
  using KindVotes = std::array<float, Kinds>;

  void vote(Span tokens, NameKind kind, float weight);
  const KindVotes* find(Span tokens, std::string& key) const;
  void append_hints_for(Span tokens, const KindVotes& votes, std::vector<Hint>& out) const;

  const Document& document_;
  const Names& names_;
  std::unordered_map<std::string, KindVotes> votes_;  // by the words in lower case
};

}  // namespace entente
