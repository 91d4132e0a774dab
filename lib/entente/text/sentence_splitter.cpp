#include <entente/text/sentence_splitter.hpp>

#include <algorithm>
#include <limits>

#include <entente/text/characters.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::uint64_t UnknownClass = 1U << 12U;  // above all known word classes

Shape token_shape(std::string_view form) {
  const CodePoint first = decode(form, 0);
  const CharKind kind = char_kind(first.value);
  std::size_t letters = 0;
  std::size_t upper = 0;
  std::size_t digits = 0;
  for (std::size_t at = 0; at < form.size() && at < 32;) {
    const CodePoint c = decode(form, at);
    const CharKind k = char_kind(c.value);
    letters += k == CharKind::Letter ? 1 : 0;
    upper += k == CharKind::Letter && is_upper(c.value) ? 1 : 0;
    digits += k == CharKind::Digit ? 1 : 0;
    at += c.size;
  }
  if (kind == CharKind::Letter) {
    if (upper == 0) {
      return letters == 1 ? ShapeLower1 : ShapeLower;
    }
    if (upper == letters) {
      return letters == 1 ? ShapeUpper1 : ShapeUpper;
    }
    return upper == 1 && is_upper(first.value) ? ShapeTitle : ShapeMixed;
  }
  if (kind == CharKind::Digit) {
    return letters > 0 ? Shape{ShapeMixed} : static_cast<Shape>(ShapeDigits1 + std::min<std::size_t>(digits, 5) - 1);
  }
  if (letters > 0) {
    return ShapeClitic;
  }
  return first.value < 128 ? shape_of_symbol(static_cast<char>(first.value)) : Shape{ShapeOther};
}

// See TokenView::quote.
std::int8_t quote_of(std::string_view form) {
  if (form == "\"" || form == "''" || form == "'") {
    return 2;
  }
  if (form == "“" || form == "``" || form == "‘" || form == "«" || form == "„") {
    return 1;
  }
  return form == "”" || form == "»" || form == "’" ? std::int8_t{-1} : std::int8_t{0};
}

// See TokenView::bracket.
std::int8_t bracket_of(std::string_view form) {
  if (form == "(" || form == "[" || form == "<") {
    return 1;
  }
  return form == ")" || form == "]" || form == ">" ? std::int8_t{-1} : std::int8_t{0};
}

bool ends_sentences(std::string_view form) {
  const char last = form.back();
  const bool run = form.find_first_not_of(".!?") == std::string_view::npos;
  return (run && (last == '.' || last == '!' || last == '?')) || form == "…";
}

// A length as one of eleven ranges.
std::uint64_t bucket(std::size_t n) { return n < 6 ? n : n < 9 ? 6 : n < 14 ? 7 : n < 22 ? 8 : n < 40 ? 9 : 10; }

// A word class has the most frequent part of speech in its low five bits (1 + the index in Upos), and a second one
// above them.
bool may_be_verb(std::uint64_t word_class) {
  constexpr std::uint64_t Aux = 1 + 3;
  constexpr std::uint64_t Verb = 1 + 15;
  const std::uint64_t first = word_class & 31U;
  return word_class < UnknownClass && (first == Aux || first == Verb);
}

// Whether a capitalized word rather begins a sentence than a name: "Later", "The", "But".
bool opens_sentence(const TokenView& word) {
  constexpr std::uint64_t Openers = (1U << 1U) | (1U << 2U) | (1U << 4U) | (1U << 5U) | (1U << 10U) | (1U << 13U);
  const std::uint64_t first = word.word_class & 31U;  // adpositions, adverbs, conjunctions, determiners, pronouns
  const bool written = word.shape == ShapeTitle || word.shape == ShapeUpper1;  // "A", but not "US"
  return written && word.word_class < UnknownClass && first > 0 && (Openers >> (first - 1U) & 1U) != 0;
}

}  // namespace

TokenView view_of(std::string_view form, bool space_after, const SplitModel& model) {
  TokenView view;
  if (form.empty()) {
    return view;
  }
  view.hash = form_hash(form);
  view.suffix = form.size() <= 3 ? view.hash : suffix_hash(form);
  view.shape = token_shape(form);
  view.capital = is_upper(decode(form, 0).value);
  view.space_after = space_after;
  view.ends = ends_sentences(form);
  view.quote = quote_of(form);
  view.bracket = bracket_of(form);
  view.word_class = model.word_class(view.hash);
  if (view.word_class == 0) {
    view.word_class = model.word_class(feature(4, view.suffix));
    view.word_class = view.word_class == 0 || view.shape > ShapeMixed ? UnknownClass + view.shape
                                                                      : view.word_class + 2 * UnknownClass;
  }
  return view;
}

void view_tokens(std::string_view text, const Token* begin, const Token* end, const SplitModel& model,
                 std::vector<TokenView>& views) {
  views.clear();
  for (const Token* token = begin; token != end; ++token) {
    views.push_back(view_of(text.substr(token->text.begin, token->text.size()), token->space_after, model));
  }
}

SentenceGaps::SentenceGaps(const std::vector<TokenView>& tokens) : tokens_(tokens) {
  edge_.shape = ShapeEdge;
  edge_.word_class = UnknownClass;
  // Lower case after full stops suggests abbreviations, or a writer who does not use capitals.
  std::size_t capital = 0;
  std::size_t small = 0;
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    if (tokens[i].ends) {
      capital += tokens[i + 1].capital ? 1 : 0;
      small += tokens[i + 1].shape == ShapeLower || tokens[i + 1].shape == ShapeLower1 ? 1 : 0;
    }
  }
  const std::uint64_t stops = capital + small == 0 ? 0 : small == 0 ? 1 : small < capital ? 2 : 3;
  const std::size_t n = tokens.size();
  const bool closed = n > 0 && (tokens[n - 1].ends || (n > 1 && tokens[n - 2].ends));
  block_style_ = stops * 2 + (closed ? 1 : 0);
}

void SentenceGaps::look_ahead() {
  next_end_ = std::max(next_end_, right_);
  while (next_end_ < tokens_.size() && !tokens_[next_end_].ends && next_end_ < right_ + 40) {
    ++next_end_;
  }
}

void SentenceGaps::move_to(std::size_t right) {
  right_ = right;
  const TokenView& left = tokens_[right - 1];
  if (left.quote != 0 && left.shape != ShapeSymbol + '\'') {
    quote_open_ = left.quote == 1 || (left.quote == 2 && !quote_open_);
  }
  brackets_open_ = std::clamp(brackets_open_ + left.bracket, 0, 3);
  has_verb_ |= may_be_verb(left.word_class) ? 1U : 0U;
  constexpr std::size_t Window = 8;
  const auto is_word = [](const TokenView& t) { return t.shape >= ShapeLower && t.shape <= ShapeMixed; };
  words_ += is_word(left) ? 1 : 0;
  capitals_ += left.capital ? 1 : 0;
  if (right > Window) {
    const TokenView& leaving = tokens_[right - 1 - Window];
    words_ -= is_word(leaving) ? 1 : 0;
    capitals_ -= leaving.capital ? 1 : 0;
  }
  look_ahead();
}

void SentenceGaps::decide(bool ends_sentence) {
  if (ends_sentence) {
    begin_ = right_;
    in_first_sentence_ = false;
    has_verb_ = 0;
  }
}

void SentenceGaps::features(FeatureList& out) const {
  const TokenView& l1 = token(right_ - 1);
  const TokenView& l2 = token(right_ - 2);
  const TokenView& l3 = token(right_ - 3);
  const TokenView& r1 = token(right_);
  const TokenView& r2 = token(right_ + 1);
  const TokenView& r3 = token(right_ + 2);
  const std::uint64_t space = l1.space_after ? 1 : 0;
  const std::uint64_t length = bucket(right_ - begin_);
  const std::uint64_t ahead = next_end_ < tokens_.size() && tokens_[next_end_].ends
                                  ? bucket(next_end_ - right_) + 1 + (tokens_[next_end_].hash & 0xFFU) * 16
                                  : 0;
  const std::uint64_t to_end = bucket(tokens_.size() - right_);
  const std::uint64_t state = (quote_open_ ? 1U : 0U) + 2U * static_cast<unsigned>(std::min(brackets_open_, 1));
  const std::uint64_t capitals = words_ == 0 ? 0 : 1 + capitals_ * 3 / words_;
  const std::uint64_t s11 = l1.shape | (static_cast<std::uint64_t>(r1.shape) << 8U) | (space << 16U);
  const std::uint64_t s22 = l2.shape | (static_cast<std::uint64_t>(r2.shape) << 8U);
  const std::uint64_t s33 = l3.shape | (static_cast<std::uint64_t>(r3.shape) << 8U);
  const std::uint64_t capital = r1.capital ? 1 : 0;
  const std::uint64_t end = (l1.ends ? 2U : 0U) + (l2.ends ? 1U : 0U);
  const std::uint64_t c11 = l1.word_class | (r1.word_class << 16U) | (capital << 32U);
  const std::uint64_t first = in_first_sentence_ ? 1 : 0;
  out.clear();
  out.add(feature(200, 1));
  out.add(feature(201, l1.hash, capital, space));
  out.add(feature(202, r1.hash, r1.shape));
  out.add(feature(203, l1.hash, r1.hash));
  out.add(feature(204, l1.hash, r1.shape, space));
  out.add(feature(205, l1.shape, r1.hash, r1.shape));
  out.add(feature(206, l2.hash, l1.hash, capital));
  out.add(feature(207, r1.hash, r2.hash));
  out.add(feature(208, s11));
  out.add(feature(209, s11, s22));
  out.add(feature(210, s11, s22, s33));
  out.add(feature(211, c11));
  out.add(feature(212, c11, l2.word_class));
  out.add(feature(213, c11, r2.word_class));
  out.add(feature(214, c11, l2.word_class, r2.word_class));
  out.add(feature(215, r1.word_class | (capital << 32U), r2.word_class, r3.word_class));
  out.add(feature(216, l1.word_class | (capital << 32U), l2.word_class, l3.word_class));
  out.add(feature(217, l1.hash, length, capital));
  out.add(feature(218, s11, length));
  out.add(feature(219, l2.hash, l1.hash, r1.shape));
  out.add(feature(220, l1.hash, r1.shape | (static_cast<std::uint64_t>(r2.shape) << 8U)));
  out.add(feature(221, state, l1.hash, r1.shape));
  out.add(feature(222, state, s11, r1.hash));
  out.add(feature(223, ahead, s11));
  out.add(feature(224, ahead, length, end * 2 + capital));
  out.add(feature(225, capitals, c11));
  out.add(feature(226, capitals, s11, length));
  out.add(feature(227, has_verb_ + 2 * capital, length, end));
  out.add(feature(228, has_verb_ + 2 * capital, l1.shape, r1.word_class));
  out.add(feature(229, l1.suffix, r1.shape));
  out.add(feature(230, l1.shape, r1.suffix, r1.shape));
  out.add(feature(231, to_end, l1.hash, capital));
  out.add(feature(232, to_end, length, s11));
  out.add(feature(233, first, l1.hash, r1.shape));
  out.add(feature(234, first, length, s11));
  out.add(feature(235, block_style_, s11));
  out.add(feature(236, block_style_, l1.hash, capital));
  out.add(feature(237, end, r1.hash, r1.shape));
  out.add(feature(238, end, r1.word_class | (capital << 32U), r2.word_class));
  out.add(feature(239, l2.word_class, l1.hash, r1.word_class | (capital << 32U)));
  out.add(feature(240, l1.word_class, r1.hash, r2.word_class | (capital << 32U)));
  out.add(feature(241, block_style_, length, capital));
  out.add(feature(242, l1.hash, r2.hash, space));
  out.add(feature(243, l1.word_class | (capital << 32U), r1.hash));
}

const std::vector<std::uint32_t>& SentenceSplitter::split(std::string_view text, const Token* begin, const Token* end,
                                                          bool is_headline) {
  starts_.clear();
  view_tokens(text, begin, end, model_, views_);
  scores_.assign(views_.size(), std::numeric_limits<std::int32_t>::min());
  SentenceGaps gaps(views_);
  std::size_t sentence = 0;
  for (std::size_t i = 1; i < views_.size(); ++i) {
    gaps.move_to(i);
    bool ends = false;
    const bool stop =
        views_[i - 1].ends || (i > 1 && views_[i - 2].ends) || views_[i - 1].shape == shape_of_symbol('|');
    if (!begin[i].glued && (stop || !is_headline)) {
      gaps.features(features_);
      scores_[i] = model_.score(features_.view());
      const auto left = text.substr(begin[i - 1].text.begin, begin[i - 1].text.size());
      ends = scores_[i] > model_.sentence_threshold() && !(views_[i].capital && abbreviations_.is_before_name(left));
      ends = ends || (abbreviations_.ends_company_name(left) && opens_sentence(views_[i]));
      ends = ends && (stop || (left != "'" && left != "’"));  // not in "the Raptors' Jane Roe"
    }
    gaps.decide(ends);
    if (ends) {
      cut_long(sentence, i);
      starts_.push_back(static_cast<std::uint32_t>(i));
      sentence = i;
    }
  }
  cut_long(sentence, views_.size());
  return starts_;
}

// Cuts from the front, each time at the best gap in the second half of the longest sentence that is allowed. Linear in
// the number of tokens.
void SentenceSplitter::cut_long(std::size_t begin, std::size_t end) {
  while (end - begin > MaxSentence) {
    const auto from = scores_.begin() + static_cast<std::ptrdiff_t>(begin + MaxSentence / 2);
    const auto best = std::max_element(from, scores_.begin() + static_cast<std::ptrdiff_t>(begin + MaxSentence));
    begin = static_cast<std::size_t>(best - scores_.begin());
    starts_.push_back(static_cast<std::uint32_t>(begin));
  }
}

}  // namespace entente
