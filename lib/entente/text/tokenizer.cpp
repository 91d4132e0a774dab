#include <entente/text/tokenizer.hpp>

#include <algorithm>

#include <entente/text/characters.hpp>
#include <entente/text/syllables.hpp>

namespace entente::inline v0_1 {

namespace {

// The signs that a chunk may have, as bits.
enum Sign : std::uint8_t { At = 1, Slash = 2, Colon = 4, Hyphen = 8, Dots = 16, Digits = 32, Underscore = 64 };

// The bit of the sign that the atom is; 0 for other atoms.
std::uint64_t sign_of(const Atom& atom) {
  switch (atom.shape) {
    case shape_of_symbol('@'):
      return At;
    case shape_of_symbol('/'):
      return Slash;
    case shape_of_symbol(':'):
      return Colon;
    case shape_of_symbol('-'):
      return Hyphen;
    case shape_of_symbol('_'):
      return Underscore;
    default:
      return atom.shape >= ShapeDigits1 && atom.shape <= ShapeDigits ? Digits : 0;
  }
}

// The shape without the distinctions among numbers and among words.
std::uint64_t coarse_shape(std::uint64_t shape) {
  const std::uint64_t inside = shape & 255U;
  std::uint64_t coarse = inside;
  if (inside >= ShapeDigits1 && inside <= ShapeDigits) {
    coarse = ShapeDigits;
  } else if (inside >= ShapeLower && inside <= ShapeMixed) {
    coarse = ShapeLower;
  }
  return coarse + (shape - inside);
}

bool is_symbol(const Atom& atom, char c) { return atom.shape == shape_of_symbol(c); }

}  // namespace

std::uint64_t WordGaps::shape(std::size_t atom) const {
  if (atom >= atoms_.size()) {
    return ShapeEdge;
  }
  const std::uint64_t outside = atom < chunk_begin_ || atom >= chunk_end_ ? 256 : 0;
  return atoms_[atom].shape + outside;
}

void WordGaps::move_to(std::size_t right) {
  constexpr std::size_t LongChunk = 12;
  right_ = right;
  if (right < chunk_end_) {
    return;
  }
  chunk_begin_ = right == 1 ? 0 : right;
  if (right == 1 && atoms_[1].space_before) {
    chunk_begin_ = 1;
  }
  chunk_end_ = chunk_begin_ + 1;
  while (chunk_end_ < atoms_.size() && !atoms_[chunk_end_].space_before) {
    ++chunk_end_;
  }
  chunk_signs_ = 0;
  chunk_hash_ = 0;
  std::size_t dots = 0;
  for (std::size_t i = chunk_begin_; i < std::min(chunk_end_, chunk_begin_ + LongChunk); ++i) {
    chunk_signs_ |= sign_of(atoms_[i]);
    dots += is_symbol(atoms_[i], '.') ? 1 : 0;
    chunk_hash_ = feature(1, chunk_hash_, atoms_[i].hash);
  }
  chunk_signs_ |= dots > 1 ? std::uint64_t{Dots} : 0U;
  chunk_hash_ = chunk_end_ - chunk_begin_ > LongChunk ? 0 : chunk_hash_;
  word_hash_ = atoms_[chunk_begin_].hash;
  word_shape_ = atoms_[chunk_begin_].shape;
  last_gap_split_ = true;
}

void WordGaps::features(FeatureList& out) const {
  const std::size_t a = right_ - 1;
  const std::size_t b = right_;
  const std::uint64_t ha = hash(a);
  const std::uint64_t hb = hash(b);
  const std::uint64_t sa = shape(a);
  const std::uint64_t sb = shape(b);
  const std::uint64_t ha2 = a > chunk_begin_ ? hash(a - 1) : 0;
  const std::uint64_t hb2 = b + 1 < chunk_end_ ? hash(b + 1) : 0;
  const std::uint64_t sa2 = shape(a - 1);
  const std::uint64_t sb2 = shape(b + 1);
  const std::uint64_t sa3 = shape(a - 2);
  const std::uint64_t sb3 = shape(b + 2);
  const std::uint64_t next = chunk_end_;
  const std::uint64_t inner = atoms_[b].inner ? 1 : 0;
  const std::uint64_t from_begin = std::min<std::size_t>(b - chunk_begin_, 4);
  const std::uint64_t to_end = std::min<std::size_t>(chunk_end_ - b, 4);
  const std::uint64_t split = last_gap_split_ ? 1 : 0;
  out.clear();
  out.add(feature(100, inner));
  out.add(feature(101, ha, hb));
  out.add(feature(102, ha, sb, inner));
  out.add(feature(103, sa, hb, inner));
  out.add(feature(104, sa | (sb << 16U), sa2 | (sb2 << 16U)));
  out.add(feature(105, sa | (sb << 16U), sa2 | (sb2 << 16U), sa3 | (sb3 << 16U)));
  out.add(feature(106, ha2, ha, hb));
  out.add(feature(107, ha, hb, hb2));
  out.add(feature(108, sa, hb, hb2));
  out.add(feature(109, ha2, ha, sb));
  out.add(feature(110, ha, hb, sb2));
  out.add(feature(111, sa2, ha, hb));
  out.add(feature(112, chunk_hash_, b - chunk_begin_));
  out.add(feature(113, split, ha, sb));
  out.add(feature(114, split, sa, hb));
  out.add(feature(115, split, sa | (sb << 16U), sa2 | (sb2 << 16U)));
  out.add(feature(116, chunk_signs_, sa | (sb << 16U), sb2));
  out.add(feature(117, atoms_[a].suffix, hb));
  out.add(feature(118, ha, atoms_[b].suffix));
  out.add(feature(119, ha, hb, hash(next)));
  out.add(feature(120, ha, hb, shape(next) | (to_end << 16U)));
  out.add(feature(121, sa, hb, shape(next) | (to_end << 16U)));
  out.add(feature(122, word_hash_, hb));
  out.add(feature(123, word_hash_, hb, shape(next) | (to_end << 16U)));
  out.add(feature(124, word_shape_, sb | (shape(next) << 16U), to_end));
  out.add(feature(125, from_begin | (to_end << 8U), sa, hb));
  out.add(feature(126, from_begin | (to_end << 8U), ha, sb));
  out.add(feature(127, chunk_begin_ == 0 ? 1 : hash(chunk_begin_ - 1), sa | (sb << 16U), from_begin | (to_end << 8U)));
  // The same for coarse shapes, so that what is rare for one shape is learned from the others.
  const std::uint64_t ka = coarse_shape(sa);
  const std::uint64_t kb = coarse_shape(sb);
  const std::uint64_t kinds = ka | (kb << 16U) | (coarse_shape(sa2) << 32U) | (coarse_shape(sb2) << 48U);
  out.add(feature(130, ka, hb, inner));
  out.add(feature(131, ka, hb, coarse_shape(sa2)));
  out.add(feature(132, ka, hb, coarse_shape(sb2)));
  out.add(feature(133, kinds, coarse_shape(sa3) | (coarse_shape(sb3) << 16U)));
  out.add(feature(134, kinds));
  out.add(feature(135, ha, kb, coarse_shape(sb2)));
  out.add(feature(136, kinds, split, chunk_signs_));
  out.add(feature(137, kinds, coarse_shape(shape(next)), from_begin | (to_end << 8U)));
  out.add(feature(128, inner, hash(chunk_begin_ - 1), hb));
  out.add(feature(129, ha, chunk_begin_ == 0 ? 1 : shape(chunk_begin_ - 1), hb));
}

void WordGaps::decide(bool split) {
  const Atom& atom = atoms_[right_];
  if (atom.space_before) {
    return;
  }
  last_gap_split_ = split;
  word_hash_ = split ? atom.hash : feature(2, word_hash_, atom.hash);
  word_shape_ = split ? atom.shape : feature(3, word_shape_, atom.shape);
}

bool is_glued(const Atom& left, const Atom& right, bool open_quote) {
  if (right.space_before) {
    return false;
  }
  // "the workers' rights": an apostrophe after s that does not close a quotation is glued as well.
  const bool word = left.shape > ShapeEdge && left.shape < ShapeOther;
  return word &&
         (right.inner || right.shape == ShapeClitic || (is_symbol(right, '\'') && left.ends_in_s && !open_quote));
}

bool Tokenizer::belongs_to_title(std::string_view text, std::size_t i) const {
  if (!is_symbol(atoms_[i], '.') || atoms_[i].space_before || i + 1 >= atoms_.size() || !atoms_[i + 1].space_before) {
    return false;
  }
  const auto form = [&](std::size_t k) { return text.substr(atoms_[k].text.begin, atoms_[k].text.size()); };
  return is_upper(decode(form(i + 1), 0).value) && abbreviations_.is_before_name(form(i - 1));
}

bool Tokenizer::is_in_given_name(std::string_view text, std::size_t i) const {
  const std::size_t hyphen = is_symbol(atoms_[i], '-') ? i : i - 1;
  if (hyphen < 2 || hyphen + 1 >= atoms_.size() || !is_symbol(atoms_[hyphen], '-') || atoms_[hyphen].space_before ||
      atoms_[hyphen + 1].space_before || !atoms_[hyphen - 1].space_before) {
    return false;
  }
  const bool joined_on = hyphen + 2 < atoms_.size() && is_symbol(atoms_[hyphen + 2], '-');
  const auto form = [&](std::size_t k) { return text.substr(atoms_[k].text.begin, atoms_[k].text.size()); };
  return !joined_on && atoms_[hyphen - 2].shape == ShapeTitle && atoms_[hyphen - 1].shape == ShapeTitle &&
         (atoms_[hyphen + 1].shape == ShapeLower || atoms_[hyphen + 1].shape == ShapeTitle) &&
         are_syllables(form(hyphen - 1), form(hyphen + 1));
}

void Tokenizer::tokenize(std::string_view text, Span block, std::vector<Token>& tokens) {
  find_atoms(text, block, contractions_, atoms_);
  if (atoms_.empty()) {
    return;
  }
  WordGaps gaps(atoms_);
  bool open_quote = false;
  tokens.push_back({atoms_[0].text, true, false});
  for (std::size_t i = 0; i < atoms_.size(); ++i) {
    const Atom& atom = atoms_[i];
    if (i > 0) {
      gaps.move_to(i);
      bool split = atom.space_before;
      if (WordGaps::is_open(atom)) {
        gaps.features(features_);
        split = model_.score(features_.view()) > model_.word_threshold() && !belongs_to_title(text, i) &&
                !is_in_given_name(text, i);
      }
      split = split || atom.text.end - tokens.back().text.begin > MaxToken;
      gaps.decide(split);
      if (split) {
        tokens.back().space_after = atom.space_before;
        tokens.push_back({atom.text, true, is_glued(atoms_[i - 1], atom, open_quote)});
      } else {
        tokens.back().text.end = atom.text.end;
      }
    }
    if (is_symbol(atom, '\'')) {
      open_quote = i == 0 || atom.space_before || (atoms_[i - 1].shape >= ShapeOther && !open_quote);
    }
  }
}

}  // namespace entente
