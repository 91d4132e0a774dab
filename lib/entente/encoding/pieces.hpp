// Words → word pieces, the units that the accurate encoder reads, and the shapes of words, which pieces do not show.
//
// Letters are put into lower case, accents are dropped, punctuation marks are split off; what remains is split into the
// longest known pieces, from left to right (WordPiece: Devlin et al. 2019, "BERT"). tools/train/network/pieces.py does
// the same.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::inline v0_1 {

using PieceId = std::uint32_t;  // index into the list of pieces

// The case of the letters of a word, and whether it has digits; in the order of the rows of the model's table. Absent
// is neither letters nor digits, Capital a single letter.
enum class PieceShape : std::uint8_t { Absent, Lower, Title, Capitals, Capital, Mixed, Digits, LettersAndDigits };
constexpr std::size_t ShapeCount = 8;

// The shape of a UTF-8 word.
PieceShape shape_of(std::string_view word);

// The known pieces. Immutable after construction; may serve many threads.
class PieceTable {
 public:
  static constexpr PieceId Unknown = 100;  // "[UNK]"
  static constexpr PieceId First = 101;    // "[CLS]", before a window
  static constexpr PieceId Last = 102;     // "[SEP]", after it

  PieceTable() = default;
  // pieces: by id. Those that stand inside a word begin with "##"; the first of equal pieces counts.
  explicit PieceTable(std::vector<std::string> pieces);
  std::size_t size() const { return pieces_.size(); }
  // Appends the pieces of one word to `out`: at least one, at most `limit`.
  void append_pieces(std::string_view word, std::size_t limit, std::vector<PieceId>& out) const;

 private:
  void append_pieces_of_part(std::string_view part, std::vector<PieceId>& out) const;
  PieceId find(std::string_view piece, bool inside) const;

  std::vector<std::string> pieces_;
  std::vector<PieceId> slots_;  // open addressing; None is empty
};

}  // namespace entente
