// What a document says of a name elsewhere, for a second look at each of its mentions.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <entente/names/names.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// A news text says its names more than once, and one of the mentions is often plain ("Valero Energy Corp.", then
// "Valero"). Every name of the first reading votes, with its confidence, for its own words; a person's full name votes
// for its parts as well. The second reading hears of each span what the *other* mentions said (consistency of labels
// over a document: Krishnan and Manning 2006, "An Effective Two-Stage Model for Exploiting Non-Local Dependencies").
class NameMemory {
 public:
  struct Hint {
    Span tokens;
    NameKind kind;
    float votes;  // of the other mentions, above 0
    float share;  // of these votes among all kinds, above 0 to 1
  };

  NameMemory(const Document& document, const Names& first_reading);
  // Appends the hints for one sentence, in text order; spans begin with a capital letter.
  void hints(Span sentence, std::vector<Hint>& out) const;

 private:
  static constexpr std::size_t Kinds = static_cast<std::size_t>(NameKind::Other) + 1;
  static constexpr std::uint32_t LongestName = 5;
  using KindScores = std::array<float, Kinds>;

  void vote(Span tokens, NameKind kind, float weight);
  const KindScores* find(Span tokens, std::string& key) const;
  void add_hints(Span tokens, const KindScores& votes, std::vector<Hint>& out) const;

  const Document& document_;
  const Names& names_;
  std::unordered_map<std::string, KindScores> votes_;  // by the words in lower case
};

}  // namespace entente
