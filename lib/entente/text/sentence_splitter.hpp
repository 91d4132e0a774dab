// Where sentences end: every gap between two tokens of a block is scored by a linear model, so that sentences without
// a full stop are found as well. The end of a block always ends one.
#pragma once

#include <array>
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

// A token as the sentence splitter sees it.
struct TokenView {
  std::uint64_t hash = 0;
  std::uint64_t suffix = 0;
  std::uint64_t word_class = 0;  // what part of speech the word mostly is, or its shape where it is unknown
  Shape shape = ShapeEdge;
  bool capital = false;  // begins with a capital letter
  bool ends = false;     // ".", "!", "?", "…" and the like
  bool space_after = true;
  std::int8_t quote = 0;    // of its sign: 1 opens, -1 closes, 2 either
  std::int8_t bracket = 0;  // likewise
};

// Views of a block's tokens.
void view_tokens(std::string_view text, const Token* begin, const Token* end, const SplitModel& model,
                 std::vector<TokenView>& views);
TokenView view_of(std::string_view form, bool space_after, const SplitModel& model);

// Walks over the gaps of one block's tokens and gives the features of each, as WordGaps does.
class SentenceGaps {
 public:
  explicit SentenceGaps(const std::vector<TokenView>& tokens);
  // Goes to the gap before token `right`; right grows by one from call to call, from 1.
  void move_to(std::size_t right);
  void features(FeatureList& out) const;
  void decide(bool ends_sentence);

 private:
  const TokenView& token(std::size_t i) const { return i < tokens_.size() ? tokens_[i] : edge_; }
  void look_ahead();

  const std::vector<TokenView>& tokens_;
  TokenView edge_;
  std::size_t right_ = 0;
  std::size_t begin_ = 0;     // of the sentence so far
  std::size_t next_end_ = 0;  // the next token at or after right_ that ends sentences
  bool first_ = true;         // no sentence of the block has ended yet
  bool quote_open_ = false;
  int brackets_open_ = 0;
  std::uint64_t verb_ = 0;    // has the sentence so far a verb?
  std::uint64_t block_ = 0;   // how the block is written: do capitals follow its full stops, does it end with one?
  std::size_t capitals_ = 0;  // in the last few words
  std::size_t words_ = 0;
};

// No sentence has more tokens than this; longer ones are cut where the model would best end one.
inline constexpr std::size_t MaxSentence = 250;

class SentenceSplitter {
 public:
  SentenceSplitter(const SplitModel& model, const Abbreviations& abbreviations)
      : model_(model), abbreviations_(abbreviations) {}
  // Indices, relative to begin, of the tokens that begin a sentence after the first; tokens of one block. A headline
  // ends its sentences by ".", "!", "?" or "|" only.
  const std::vector<std::uint32_t>& split(std::string_view text, const Token* begin, const Token* end,
                                          bool is_headline = false);

 private:
  void cut_long(std::size_t begin, std::size_t end);

  const SplitModel& model_;
  const Abbreviations& abbreviations_;
  std::vector<TokenView> views_;
  std::vector<std::int32_t> scores_;
  std::vector<std::uint32_t> starts_;
  FeatureList features_;
};

}  // namespace entente
