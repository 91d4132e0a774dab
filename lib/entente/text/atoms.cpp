#include <entente/text/atoms.hpp>

#include <algorithm>
#include <cstddef>

#include <entente/base/hash.hpp>
#include <entente/base/rows.hpp>
#include <entente/model/resources.hpp>
#include <entente/text/characters.hpp>

namespace entente::inline v0_1 {

namespace {

// The hash of base/hash.hpp, computed byte by byte.
class FormHash {
 public:
  void add(char c) { state_ = (state_ ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL; }
  void add_code_point(char32_t c) {
    if (c < 128) {
      add(static_cast<char>(c));
      return;
    }
    for (; c != 0; c >>= 8U) {
      add(static_cast<char>(c & 0xFFU));
    }
  }
  std::uint64_t value() const {
    std::uint64_t h = state_ ^ (state_ >> 32U);
    h *= 0xd6e8feb86659fd93ULL;
    return h ^ (h >> 32U);
  }

 private:
  std::uint64_t state_ = 0xcbf29ce484222325ULL;
};

// The ASCII symbol for a typographic quote or apostrophe; other symbols as they are.
char32_t plain_symbol(char32_t c) {
  switch (c) {
    case U'‘':
    case U'’':
    case U'‛':
    case U'ʼ':
    case U'′':
    case U'`':
    case U'´':
      return '\'';
    case U'“':
    case U'”':
    case U'„':
    case U'‟':
    case U'«':
    case U'»':
    case U'″':
      return '"';
    default:
      return c;
  }
}

// The shape of a symbol: that of "-" for all dashes, that of a full stop for "…".
Shape symbol_shape(char32_t plain) {
  if (plain == U'–' || plain == U'—' || plain == U'‐' || plain == U'‑' || plain == U'−') {
    plain = '-';
  } else if (plain == U'…') {
    plain = '.';
  }
  return plain < 128 ? shape_of_symbol(static_cast<char>(plain)) : Shape{ShapeOther};
}

void add_plain(FormHash& hash, char32_t c) {
  if (c == U'…') {
    hash.add('.');
    hash.add('.');
    hash.add('.');
  } else if (c < 128) {
    hash.add(static_cast<char>(c == '`' ? '\'' : to_lower(c)));
  } else {
    hash.add_code_point(to_lower(plain_symbol(c)));
  }
}

bool is_apostrophe(char32_t c) { return plain_symbol(c) == '\''; }

// Appends the atoms of one block. A chunk is what is between white space.
class AtomFinder {
 public:
  AtomFinder(std::string_view text, Span block, const Contractions& contractions, std::vector<Atom>& atoms)
      : text_(text.substr(0, block.end)), at_(block.begin), contractions_(contractions), atoms_(atoms) {}

  void run() {
    bool space = false;
    std::size_t chunk = atoms_.size();
    while (at_ < text_.size()) {
      const CodePoint c = decode(text_, at_);
      switch (char_kind(c.value)) {
        case CharKind::Space:
          protect_addresses(chunk);
          chunk = atoms_.size();
          space = true;
          at_ += c.size;
          continue;
        case CharKind::Ignorable:
          at_ += c.size;
          continue;
        case CharKind::Letter:
          add_letters(space);
          break;
        case CharKind::Digit:
          add_digits(space);
          break;
        case CharKind::Symbol:
          add_symbol(space, c);
          break;
      }
      space = false;
    }
    protect_addresses(chunk);
  }

 private:
  // Consecutive characters of one kind.
  struct Run {
    std::size_t end = 0;
    std::size_t last = 0;  // where the last code point begins
    std::size_t count = 0;
    std::size_t upper = 0;
    bool first_upper = false;
  };

  Run scan(std::size_t at, CharKind kind) const {
    Run run;
    const std::size_t stop = std::min(text_.size(), at + MaxAtom - 4);
    while (at < stop) {
      const CodePoint c = decode(text_, at);
      if (char_kind(c.value) != kind) {
        break;
      }
      const bool upper = kind == CharKind::Letter && is_upper(c.value);
      run.first_upper = run.first_upper || (upper && run.count == 0);
      run.upper += upper ? 1 : 0;
      run.last = at;
      ++run.count;
      at += c.size;
    }
    run.end = at;
    return run;
  }

  static Shape letter_shape(const Run& run) {
    if (run.upper == 0) {
      return run.count == 1 ? ShapeLower1 : ShapeLower;
    }
    if (run.upper == run.count) {
      return run.count == 1 ? ShapeUpper1 : ShapeUpper;
    }
    return run.first_upper && run.upper == 1 ? ShapeTitle : ShapeMixed;
  }

  void push(std::size_t begin, std::size_t end, Shape shape, bool space) {
    Atom atom;
    atom.text = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    atom.shape = shape;
    atom.space_before = space;
    const std::string_view form = text_.substr(begin, end - begin);
    atom.hash = form_hash(form);
    atom.suffix = form.size() <= 3 ? atom.hash : suffix_hash(form);
    atom.ends_in_s = std::string_view("sSxXzZ").find(form.back()) != std::string_view::npos;
    atoms_.push_back(atom);
    at_ = end;
  }

  void add_letters(bool space) {
    const std::size_t begin = at_;
    Run run = scan(at_, CharKind::Letter);
    const Shape shape = letter_shape(run);
    const Clitic clitic = clitic_at(run.end);
    // "don't" is "do" and "n't"; "t" belongs to the "n" before the apostrophe.
    if (clitic.letter == 't' && run.count > 1 && (text_[run.last] == 'n' || text_[run.last] == 'N')) {
      push(begin, run.last, shape, space);
      push(run.last, clitic.end, ShapeClitic, false);
      atoms_.back().inner = true;
    } else {
      add_word(begin, run.end, shape, space);
    }
    add_clitics();
  }

  // Appends a run of letters: one atom, or two if it is in the list of contractions.
  void add_word(std::size_t begin, std::size_t end, Shape shape, bool space) {
    const std::size_t offset = contractions_.second_word_offset(text_.substr(begin, end - begin));
    if (offset == 0) {
      push(begin, end, shape, space);
      return;
    }
    push(begin, begin + offset, shape, space);
    push(begin + offset, end, shape == ShapeUpper ? ShapeUpper : ShapeLower, false);
    atoms_.back().inner = true;
  }

  struct Clitic {
    std::size_t end = 0;
    char letter = 0;  // the first letter after the apostrophe, in lower case; 0 if there is no clitic
  };

  // The clitic at that place: an apostrophe and s, t, d, m, re, ve or ll, not followed by another letter.
  Clitic clitic_at(std::size_t at) const {
    if (at >= text_.size()) {
      return {};
    }
    const CodePoint c = decode(text_, at);
    if (!is_apostrophe(c.value)) {
      return {};
    }
    std::array<char, 3> tail{};
    std::size_t size = 0;
    std::size_t end = at + c.size;
    while (end < text_.size() && size < 3 && char_kind(static_cast<unsigned char>(text_[end])) == CharKind::Letter) {
      tail[size++] = static_cast<char>(to_lower(static_cast<unsigned char>(text_[end++])));
    }
    const std::string_view word(tail.data(), size);
    static constexpr std::array<std::string_view, 7> Known = {"s", "t", "d", "m", "re", "ve", "ll"};
    const bool known = std::find(Known.begin(), Known.end(), word) != Known.end();
    return known ? Clitic{end, word[0]} : Clitic{};
  }

  void add_clitics() {
    for (Clitic clitic = clitic_at(at_); clitic.letter != 0 && clitic.letter != 't'; clitic = clitic_at(at_)) {
      push(at_, clitic.end, ShapeClitic, false);
    }
  }

  void add_digits(bool space) {
    const Run run = scan(at_, CharKind::Digit);
    const auto shape = static_cast<Shape>(ShapeDigits1 + std::min<std::size_t>(run.count, 5) - 1);
    push(at_, run.end, shape, space);
    add_clitics();
  }

  void add_symbol(bool space, CodePoint c) { push(at_, at_ + c.size, symbol_shape(plain_symbol(c.value)), space); }

  bool is(std::size_t atom, char symbol) const {
    return atom < atoms_.size() && atoms_[atom].shape == shape_of_symbol(symbol);
  }
  bool is_word(std::size_t atom) const { return atoms_[atom].shape > ShapeEdge && atoms_[atom].shape < ShapeOther; }
  std::string_view form(std::size_t atom) const {
    return text_.substr(atoms_[atom].text.begin, atoms_[atom].text.size());
  }

  // Marks the atoms as one address, unless it is too long.
  void protect(std::size_t first, std::size_t last) {
    constexpr std::uint32_t MaxAddress = 2048;
    for (std::size_t i = first + 1; i <= last; ++i) {
      atoms_[i].protected_ = atoms_[i].text.end - atoms_[first].text.begin <= MaxAddress;
    }
  }

  // Protects the web and mail addresses of a chunk, each of which is one word (RFC 3986 and 5322, as people write
  // them).
  void protect_addresses(std::size_t chunk) {
    const std::size_t end = atoms_.size();
    if (end - chunk < 3) {
      return;
    }
    for (std::size_t i = chunk; i + 1 < end; ++i) {
      const bool scheme = is(i + 1, ':') && is(i + 2, '/') && is(i + 3, '/') && i + 4 < end && is_word(i);
      const bool www = is(i + 1, '.') && i + 2 < end && equal_ignoring_case(form(i), "www");
      if (scheme || www) {
        protect(i, address_end(i, end));
        return;
      }
      if (is(i, '@') && i > chunk) {
        protect_mail(chunk, i, end);
      } else if (is(i, '.') && i > chunk && is_word(i - 1) && is_word(i + 1)) {
        protect_dotted_name(chunk, i, end);
      }
    }
  }

  // The last atom of a web address: the chunk without closing brackets and final punctuation.
  std::size_t address_end(std::size_t first, std::size_t end) const {
    std::size_t open = 0;
    std::size_t close = 0;
    for (std::size_t i = first; i < end; ++i) {
      if (is(i, '>') || is(i, '<') || is(i, '"')) {
        end = i;
        break;
      }
      open += is(i, '(') ? 1 : 0;
      close += is(i, ')') ? 1 : 0;
    }
    while (end - 1 > first + 1) {
      const std::size_t last = end - 1;
      const bool unmatched = is(last, ')') && close > open;
      const bool final = is(last, '.') || is(last, ',') || is(last, ';') || is(last, ':') || is(last, '!') ||
                         is(last, '?') || is(last, '\'') || is(last, ']') || is(last, '*');
      if (!unmatched && !final) {
        break;
      }
      close -= unmatched ? 1 : 0;
      --end;
    }
    return end - 1;
  }

  // Protects the name of a site or a file, whose parts are joined by dots, hyphens and underscores and end with a known
  // ending: "news.example.org", "cover_letter.doc".
  void protect_dotted_name(std::size_t chunk, std::size_t dot, std::size_t end) {
    const bool ends = dot + 2 == end || !(is(dot + 2, '.') || is(dot + 2, '-') || is_word(dot + 2)) ||
                      (is(dot + 2, '.') && (dot + 3 == end || !is_word(dot + 3)));
    if (!ends || !contractions_.is_address_ending(form(dot + 1))) {
      return;
    }
    std::size_t first = dot;
    while (first > chunk && (is_word(first - 1) || ((is(first - 1, '.') || is(first - 1, '_') || is(first - 1, '-')) &&
                                                    first - 1 > chunk && is_word(first - 2)))) {
      --first;
    }
    protect(first, dot + 1);
  }

  // Protects a mail address, by the place of its "@".
  void protect_mail(std::size_t chunk, std::size_t at, std::size_t end) {
    std::size_t first = at;
    while (first > chunk && (is_word(first - 1) || is(first - 1, '.') || is(first - 1, '_') || is(first - 1, '-') ||
                             is(first - 1, '+') || is(first - 1, '%'))) {
      --first;
    }
    std::size_t last = at;
    bool dot = false;
    while (last + 1 < end && (is_word(last + 1) || is(last + 1, '.') || is(last + 1, '-'))) {
      ++last;
      dot = dot || (is(last, '.') && last + 1 < end && is_word(last + 1));
    }
    while (last > at && !is_word(last)) {
      --last;
    }
    if (first < at && last > at && dot) {
      protect(first, last);
    }
  }

  std::string_view text_;
  std::size_t at_;
  const Contractions& contractions_;
  std::vector<Atom>& atoms_;
};

}  // namespace

std::uint64_t form_hash(std::string_view form) {
  FormHash hash;
  for (std::size_t at = 0; at < form.size();) {
    const CodePoint c = decode(form, at);
    add_plain(hash, c.value);
    at += c.size;
  }
  return hash.value();
}

std::uint64_t suffix_hash(std::string_view form) {
  return form_hash(form.size() <= 3 ? form : form.substr(code_point_begin(form, form.size() - 3)));
}

void find_atoms(std::string_view text, Span block, const Contractions& contractions, std::vector<Atom>& atoms) {
  atoms.clear();
  AtomFinder(text, block, contractions, atoms).run();
}

std::size_t Contractions::Hash::operator()(std::string_view word) const { return hash_bytes(word); }

bool Contractions::is_address_ending(std::string_view word) const {
  return std::binary_search(endings_.begin(), endings_.end(), ascii_lower(word));
}

Contractions::Contractions() {
  RowReader rows("lexicon/address_endings.tsv", resource("lexicon/address_endings.tsv"));
  while (rows.next()) {
    endings_.emplace_back(rows.columns()[0]);
  }
  std::sort(endings_.begin(), endings_.end());
  std::string_view rest = resource("lexicon/contractions.tsv");
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    const std::size_t bar = line.find('|');
    if (line.starts_with('#') || bar == std::string_view::npos) {
      continue;
    }
    std::string word(line);
    word.erase(bar, 1);
    longest_ = std::max(longest_, word.size());
    cuts_.emplace(std::move(word), static_cast<std::uint8_t>(bar));
  }
}

std::size_t Contractions::second_word_offset(std::string_view word) const {
  if (word.size() > longest_ || word.size() < 2) {
    return 0;
  }
  std::array<char, 32> lower{};
  if (word.size() > lower.size()) {
    return 0;
  }
  std::transform(word.begin(), word.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const auto found = cuts_.find(std::string_view(lower.data(), word.size()));
  return found == cuts_.end() ? 0 : found->second;
}

}  // namespace entente
