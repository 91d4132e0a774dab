// Finds the names of the lexicon in running text, however the text is divided into tokens.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <entente/base/ids.hpp>
#include <entente/base/span.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// Filled by add(), closed by build(), immutable afterwards. The phrases must outlive it.
class PhraseTable {
 public:
  struct Match {
    Span tokens;
    std::uint32_t phrase = 0;  // the argument of values_of()
  };

  // One phrase may have several values.
  void add(std::string_view phrase, std::uint32_t value);
  void build();

  // Writes the phrases that begin at token t and end with a token before `end` to `out`, the longest first, and returns
  // their number; at most out.size(). Apostrophes, hyphens and spaces match other characters of their kind; with
  // `any_case`, "CHINA" matches "China".
  std::size_t find(const Document& document, TokenId t, TokenId end, bool any_case, std::span<Match> out) const;
  // The values of a phrase, in the order in which they were added.
  std::span<const std::uint32_t> values_of(std::uint32_t phrase) const;

 private:
  struct Phrase {
    std::uint64_t key = 0;  // hash of its first word
    std::string_view text;
    std::uint32_t value = 0;
    std::uint32_t order = 0;
  };
  struct Bucket {
    std::uint64_t key = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };

  const Bucket* bucket(std::uint64_t key) const;

  std::vector<Phrase> phrases_;  // by key, longer first, then text, then order
  std::vector<std::uint32_t> values_;
  std::vector<Bucket> buckets_;  // open addressing
  std::size_t longest_ = 0;      // bytes of the longest first word: no text is searched further
};

}  // namespace entente
