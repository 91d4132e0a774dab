// The words that the lexicons of this room know, as small numbers: rules compare numbers, never strings.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace entente::inline v0_1 {

using WordId = std::uint16_t;  // 0 is every word that no lexicon knows
inline constexpr WordId NoWord = 0;

// Grows while the lexicons are read; only asked afterwards.
class Words {
 public:
  Words();
  // The number of that word; makes one where there is none. A British spelling makes the American one too:
  // "criticise" is also found as "criticize", "favour" as "favor".
  WordId add(std::string_view word);
  // NoWord where it is unknown. An upper-case first letter counts as a lower-case one.
  WordId find(std::string_view word) const;
  const std::string& text(WordId id) const { return texts_[id]; }
  std::size_t size() const { return texts_.size(); }

 private:
  struct Cell {
    std::string_view key;
    WordId id = NoWord;
  };
  std::size_t cell_of(std::string_view word) const;
  void put(std::string_view key, WordId id);

  std::deque<std::string> texts_;  // by id
  std::deque<std::string> spellings_;
  std::vector<Cell> cells_;  // open addressing; the size is a power of two
  std::size_t used_ = 0;
};

}  // namespace entente
