// The smallest pieces that text is ever split into: runs of letters, runs of digits, single symbols, clitics ("n't").
// Words are atoms that were not split from each other.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <entente/base/span.hpp>

namespace entente::inline v0_1 {

// How an atom looks, whatever it says. Symbols have Shape::Symbol plus their ASCII code (quotes and dashes made plain).
using Shape = std::uint8_t;
enum : Shape {
  ShapeEdge,     // no atom: the block's edge
  ShapeLower,    // "house"
  ShapeLower1,   // "a"
  ShapeTitle,    // "House"
  ShapeUpper,    // "US"
  ShapeUpper1,   // "A"
  ShapeMixed,    // "iPhone"
  ShapeClitic,   // "n't", "'s"
  ShapeDigits1,  // "1"
  ShapeDigits2,
  ShapeDigits3,
  ShapeDigits4,
  ShapeDigits,  // five or more
  ShapeOther,   // symbols beyond ASCII
  ShapeSymbol = 16,
};
constexpr Shape shape_of_symbol(char ascii) { return static_cast<Shape>(ShapeSymbol + ascii); }

struct Atom {
  Span text;
  std::uint64_t hash = 0;    // of the form in lower case with plain quotes: form_hash of it
  std::uint64_t suffix = 0;  // of its last three letters
  Shape shape = ShapeEdge;
  bool space_before = false;
  bool ends_in_s = false;   // or in a sound like it: "workers", "Marx"
  bool inner = false;       // begins inside a run of letters: "not" of "cannot"
  bool protected_ = false;  // belongs to the same address (web, mail) as the atom before: never split from it
};

// Hash of a form as features see it: letters in lower case, quotes and apostrophes plain, "…" as "...".
std::uint64_t form_hash(std::string_view form);
// The same of its last three bytes (or a little more, so that no code point is cut).
std::uint64_t suffix_hash(std::string_view form);

// What the lexicon knows of words: which may be two ("cannot" is "can|not", data/lexicon/contractions.tsv), and by
// which endings names of pages and files are known (data/lexicon/address_endings.tsv).
class Contractions {
 public:
  Contractions();
  // "com", "PDF"
  bool is_address_ending(std::string_view word) const;
  // After how many letters (bytes) of the ASCII word a second word may begin; 0 for none.
  std::size_t cut(std::string_view word) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const;
  };
  std::unordered_map<std::string, std::uint8_t, Hash, std::equal_to<>> cuts_;
  std::vector<std::string> endings_;  // sorted
  std::size_t longest_ = 0;
};

// The atoms of text[block], in order. An atom has at most MaxAtom bytes.
inline constexpr std::uint32_t MaxAtom = 256;
void find_atoms(std::string_view text, Span block, const Contractions& contractions, std::vector<Atom>& atoms);

}  // namespace entente
