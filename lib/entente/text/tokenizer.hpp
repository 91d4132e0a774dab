// Splits blocks into words by the rules of Universal Dependencies, as its English treebanks EWT and GUM apply them: a
// linear model that was trained on them scores each gap between atoms that has no white space, from left to right.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <entente/base/span.hpp>
#include <entente/text/abbreviations.hpp>
#include <entente/text/atoms.hpp>
#include <entente/text/document.hpp>
#include <entente/text/split_model.hpp>

namespace entente::inline v0_1 {

// Visits the gaps between the atoms of one block and computes the features of each. Earlier decisions are features of
// later gaps, so gaps are visited in order. The atoms must outlive it.
class WordGaps {
 public:
  explicit WordGaps(const std::vector<Atom>& atoms) : atoms_(atoms) {}

  // Whether the gap before atom `right` needs a decision: white space always splits, addresses are never split.
  static bool is_open(const Atom& right) { return !right.space_before && !right.protected_; }
  // Moves to the gap before atom `right`, which must be 1 in the first call and grow by one from call to call.
  void move_to(std::size_t right);
  // Replaces `out` by the features of that gap, which must be open.
  void features(FeatureList& out) const;
  // Records the decision about that gap.
  void decide(bool split);

 private:
  std::uint64_t hash(std::size_t atom) const { return atom < atoms_.size() ? atoms_[atom].hash : 0; }
  std::uint64_t shape(std::size_t atom) const;

  const std::vector<Atom>& atoms_;
  std::size_t right_ = 0;
  std::size_t chunk_begin_ = 0;  // a chunk is what is between white space
  std::size_t chunk_end_ = 0;
  std::uint64_t chunk_hash_ = 0;
  std::uint64_t chunk_signs_ = 0;  // which signs are in the chunk, as bits
  std::uint64_t word_hash_ = 0;    // of the current word so far
  std::uint64_t word_shape_ = 0;
  bool last_gap_split_ = true;
};

// No token has more bytes than this, whatever the model says.
inline constexpr std::uint32_t MaxToken = 1024;

// Whether the words on both sides of a split gap are glued, that is parts of one orthographic word ("do" "n't"), by the
// atoms next to the gap. open_quote: whether a single quotation mark is open.
bool is_glued(const Atom& left, const Atom& right, bool open_quote);

// Splits blocks with the trained model and the rules for abbreviations. Has buffers that it reuses, so each thread
// needs its own. What the constructor takes must outlive it.
class Tokenizer {
 public:
  Tokenizer(const SplitModel& model, const Contractions& contractions, const Abbreviations& abbreviations)
      : model_(model), contractions_(contractions), abbreviations_(abbreviations) {}

  // Appends the tokens of text[block]; space_after of the last one is true.
  void tokenize(std::string_view text, Span block, std::vector<Token>& tokens);

 private:
  const SplitModel& model_;
  // Whether atom i is the full stop of an abbreviation before a name: "Sen. Padilla".
  bool belongs_to_title(std::string_view text, std::size_t i) const;
  // Whether the gap before atom i is at the hyphen of a given name of two syllables: "Park Ji-won".
  bool is_in_given_name(std::string_view text, std::size_t i) const;

  const Contractions& contractions_;
  const Abbreviations& abbreviations_;
  std::vector<Atom> atoms_;
  FeatureList features_;
};

}  // namespace entente
