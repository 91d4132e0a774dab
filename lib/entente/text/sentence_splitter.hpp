// Splits blocks into sentences: a linear model scores every gap between two tokens, so that sentences without a full
// stop are found as well. The end of a block always ends a sentence.
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
  std::uint64_t word_class = 0;  // the most frequent parts of speech of the word, or its shape if it is unknown
  Shape shape = ShapeEdge;
  bool capital = false;  // begins with a capital letter
  bool ends = false;     // ".", "!", "?", "…" and the like
  bool space_after = true;
  std::int8_t quote = 0;    // 1 for an opening quotation mark, -1 for a closing one, 2 for one that may be either
  std::int8_t bracket = 0;  // 1 for an opening bracket, -1 for a closing one
};

// Replaces `views` by the views of the tokens of a block.
void view_tokens(std::string_view text, const Token* begin, const Token* end, const SplitModel& model,
                 std::vector<TokenView>& views);
// The view of one token.
TokenView view_of(std::string_view form, bool space_after, const SplitModel& model);

// Visits the gaps between the tokens of one block and computes the features of each, as WordGaps does for words. The
// tokens must outlive it.
class SentenceGaps {
 public:
  explicit SentenceGaps(const std::vector<TokenView>& tokens);
  // Moves to the gap before token `right`, which must be 1 in the first call and grow by one from call to call.
  void move_to(std::size_t right);
  // Replaces `out` by the features of that gap.
  void features(FeatureList& out) const;
  // Records the decision about that gap, which is a feature of the next ones.
  void decide(bool ends_sentence);

 private:
  const TokenView& token(std::size_t i) const { return i < tokens_.size() ? tokens_[i] : edge_; }
  void look_ahead();

  const std::vector<TokenView>& tokens_;
  TokenView edge_;
  std::size_t right_ = 0;
  std::size_t begin_ = 0;     // of the current sentence
  std::size_t next_end_ = 0;  // the next token at or after right_ that ends sentences
  bool in_first_sentence_ = true;
  bool quote_open_ = false;
  int brackets_open_ = 0;
  std::uint64_t has_verb_ = 0;     // 1 if the current sentence has a verb so far
  std::uint64_t block_style_ = 0;  // whether capitals follow the full stops of the block, and whether it ends with one
  std::size_t capitals_ = 0;       // among the last few tokens
  std::size_t words_ = 0;          // likewise
};

// No sentence has more tokens than this; longer ones are cut where the model would best end one.
inline constexpr std::size_t MaxSentence = 250;

// Splits blocks with the trained model and the rules for abbreviations. Has buffers that it reuses, so each thread
// needs its own. The model and the abbreviations must outlive it.
class SentenceSplitter {
 public:
  SentenceSplitter(const SplitModel& model, const Abbreviations& abbreviations)
      : model_(model), abbreviations_(abbreviations) {}
  // The indices, relative to `begin`, of the tokens that begin a sentence, without the first one. Takes the tokens of
  // one block. Sentences of a headline end only with ".", "!", "?" or "|". The result is valid until the next call.
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
