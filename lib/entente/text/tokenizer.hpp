// Words by the rules of Universal Dependencies, as its English treebanks EWT and GUM apply them: atoms are scored at
// each gap without white space, left to right, by a linear model that was trained on those treebanks.
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

// Walks over the gaps of one block's atoms and gives the features of each. What was decided before is a feature of
// what comes next, so gaps are taken in order. The atoms must outlive it.
class WordGaps {
 public:
  explicit WordGaps(const std::vector<Atom>& atoms) : atoms_(atoms) {}

  // Is there a gap to decide before atom `right`? White space always splits, addresses never.
  static bool open(const Atom& right) { return !right.space_before && !right.protected_; }
  // Goes to the gap before atom `right`; right grows by one from call to call, from 1.
  void move_to(std::size_t right);
  // The features of that gap, if it is open.
  void features(FeatureList& out) const;
  // What became of the gap.
  void decide(bool split);

 private:
  std::uint64_t hash(std::size_t atom) const { return atom < atoms_.size() ? atoms_[atom].hash : 0; }
  std::uint64_t shape(std::size_t atom) const;

  const std::vector<Atom>& atoms_;
  std::size_t right_ = 0;
  std::size_t chunk_begin_ = 0;
  std::size_t chunk_end_ = 0;
  std::uint64_t chunk_hash_ = 0;
  std::uint64_t chunk_signs_ = 0;  // which signs the chunk holds
  std::uint64_t word_hash_ = 0;    // of the word so far
  std::uint64_t word_shape_ = 0;
  bool last_split_ = true;
};

// No token has more bytes than this, whatever the model says.
inline constexpr std::uint32_t MaxToken = 1024;

// Is the word before the gap glued to the one after it: parts of one orthographic word ("do" "n't")?
bool is_glued(const Atom& left, const Atom& right, bool open_quote);

// Scratch memory and model of the word splitter. Const use only; one per call that may run in parallel.
class Tokenizer {
 public:
  Tokenizer(const SplitModel& model, const Contractions& contractions, const Abbreviations& abbreviations)
      : model_(model), contractions_(contractions), abbreviations_(abbreviations) {}

  // Appends the tokens of text[block]. space_after of the last one is true.
  void tokenize(std::string_view text, Span block, std::vector<Token>& tokens);

 private:
  const SplitModel& model_;
  // Is atom i the full stop of an abbreviation before a name: "Sen. Padilla"?
  bool belongs_to_title(std::string_view text, std::size_t i) const;
  // Is the gap before atom i at the hyphen of a given name of two syllables: "Park Ji-won"?
  bool is_in_given_name(std::string_view text, std::size_t i) const;
  // Is atom i the end of a name that begins with a number: "76ers"?
  bool ends_number(std::string_view text, std::size_t i) const;

  const Contractions& contractions_;
  const Abbreviations& abbreviations_;
  std::vector<Atom> atoms_;
  FeatureList features_;
};

}  // namespace entente
