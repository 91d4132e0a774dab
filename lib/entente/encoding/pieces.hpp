// Words → word pieces, the units that the accurate encoder reads, and the shape of a word, which the pieces lost.
//
// Letters are lowered, accents dropped, marks split off; what is left is cut into the longest known pieces from the
// left (Devlin et al. 2019, "BERT"). tools/train/network/pieces.py does the same.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::inline v0_1 {

using PieceId = std::uint32_t;

// How the letters of a word are written; the order is that of the rows of the model's table.
enum class PieceShape : std::uint8_t { Absent, Lower, Title, Capitals, Capital, Mixed, Digits, LettersAndDigits };
constexpr std::size_t ShapeCount = 8;

PieceShape shape_of(std::string_view word);

// Immutable after construction; may serve many threads.
class PieceTable {
 public:
  static constexpr PieceId Unknown = 100;  // "[UNK]"
  static constexpr PieceId First = 101;    // "[CLS]", before a window
  static constexpr PieceId Last = 102;     // "[SEP]", after it

  PieceTable() = default;
  // pieces: by id; a piece inside a word begins with "##"; of equal pieces the first counts.
  explicit PieceTable(std::vector<std::string> pieces);
  std::size_t size() const { return pieces_.size(); }
  // Appends the pieces of one word to `out`: at least one, at most `most`.
  void cut(std::string_view word, std::size_t most, std::vector<PieceId>& out) const;

 private:
  void cut_part(std::string_view part, std::vector<PieceId>& out) const;
  PieceId find(std::string_view piece, bool inside) const;

  std::vector<std::string> pieces_;
  std::vector<PieceId> slots_;  // open addressing; None is empty
};

}  // namespace entente
