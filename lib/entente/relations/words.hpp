// The words of this room's lexicons as small numbers, so that rules compare numbers instead of strings.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace entente::inline v0_1 {

using WordId = std::uint16_t;  // 0 stands for every word that is not in a lexicon
inline constexpr WordId NoWord = 0;

// Grows while the lexicons are read; constant afterwards.
class Words {
 public:
  Words();
  // The number of the word, which is added if it is new. A British spelling is also found by its American one:
  // "criticise" as "criticize", "favour" as "favor".
  WordId add(std::string_view word);
  // The number of the word, or NoWord. A capital first letter counts as a small one.
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
