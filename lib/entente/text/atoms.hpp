// The smallest pieces that text is split into: runs of letters, runs of digits, single symbols, clitics ("n't"). The
// tokenizer joins atoms to words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <entente/base/span.hpp>

namespace entente::inline v0_1 {

// What kind of characters an atom has, and in which case. The shape of an ASCII symbol is ShapeSymbol plus its code;
// typographic quotes and dashes count as ASCII ones.
using Shape = std::uint8_t;
enum : Shape {
  ShapeEdge,     // beyond the edge of the block
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
// The shape of an ASCII symbol.
constexpr Shape shape_of_symbol(char ascii) { return static_cast<Shape>(ShapeSymbol + ascii); }

// An atom and what the tokenizer needs to know about it.
struct Atom {
  Span text;                 // bytes of the text
  std::uint64_t hash = 0;    // form_hash of the form
  std::uint64_t suffix = 0;  // suffix_hash of the form
  Shape shape = ShapeEdge;
  bool space_before = false;
  bool ends_in_s = false;   // or in x or z, which sound like it: "workers", "Marx"
  bool inner = false;       // begins inside a run of letters: "not" of "cannot"
  bool protected_ = false;  // belongs to the same web or mail address as the atom before, so must not be split from it
};

// The hash of a form for features: of its letters in lower case, with ASCII quotes and apostrophes, and "..." for "…".
std::uint64_t form_hash(std::string_view form);
// The same for the last three bytes of the form, or a few more in order not to split a code point.
std::uint64_t suffix_hash(std::string_view form);

// Words that consist of two ("cannot" is "can|not": data/lexicon/contractions.tsv), and the endings by which names of
// web sites and files are recognized (data/lexicon/address_endings.tsv). Immutable after construction.
class Contractions {
 public:
  Contractions();
  // Whether the word is such an ending, in any case: "com", "PDF".
  bool is_address_ending(std::string_view word) const;
  // After how many bytes of the word a second word begins; 0 if it is one word. For ASCII words, in any case.
  std::size_t second_word_offset(std::string_view word) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const;
  };
  std::unordered_map<std::string, std::uint8_t, Hash, std::equal_to<>> cuts_;
  std::vector<std::string> endings_;  // sorted
  std::size_t longest_ = 0;
};

// No atom has more bytes than this; longer runs are split.
inline constexpr std::uint32_t MaxAtom = 256;
// Replaces `atoms` by the atoms of text[block], in order. The text must be valid UTF-8.
void find_atoms(std::string_view text, Span block, const Contractions& contractions, std::vector<Atom>& atoms);

}  // namespace entente
