// The words of data/lexicon/unnamed.tsv: people without a name, and by what verbs they count.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::inline v0_1 {

// The classes of the file's first column.
enum class UnnamedClass : std::uint8_t { Person, Staff, Single, DoneTo, Act, Doing, Many, Vague, Whose };

// Immutable after construction.
class UnnamedWords {
 public:
  bool has(UnnamedClass of, std::string_view lemma) const;

  // Read when it is first asked for. Throws Error (BadFormat) where a row is wrong.
  static const UnnamedWords& shared();

 private:
  UnnamedWords();

  std::vector<std::pair<UnnamedClass, std::string_view>> words_;  // sorted
};

}  // namespace entente
