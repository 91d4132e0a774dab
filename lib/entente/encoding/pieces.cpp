#include <entente/encoding/pieces.hpp>

#include <algorithm>
#include <utility>

#include <utf8proc.h>

#include <entente/base/hash.hpp>
#include <entente/base/ids.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::size_t MaxPartLetters = 100;  // a longer part becomes the unknown piece
constexpr std::uint64_t InsideSeed = 21;     // of the hash of pieces inside a word
constexpr std::uint64_t BeginSeed = 22;      // of the hash of pieces that begin a word
constexpr std::string_view InsideMark = "##";

// Calls `visit` with every code point of UTF-8 text; bytes that are not UTF-8 are skipped.
template <typename Visit>
void each_code_point(std::string_view text, Visit visit) {
  for (std::size_t at = 0; at < text.size();) {
    utf8proc_int32_t code = -1;
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                       static_cast<utf8proc_ssize_t>(text.size() - at), &code);
    if (size <= 0) {
      ++at;
      continue;
    }
    visit(code);
    at += static_cast<std::size_t>(size);
  }
}

bool is_letter(utf8proc_category_t category) {
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

bool is_ascii_punctuation(utf8proc_int32_t code) {
  return (code >= 33 && code <= 47) || (code >= 58 && code <= 64) || (code >= 91 && code <= 96) ||
         (code >= 123 && code <= 126);
}

// What a code point is to the splitting of words: part of a run, a part of its own, a separator, or left out.
enum class CharRole : std::uint8_t { Letter, Mark, Space, Ignored };

CharRole char_role(utf8proc_int32_t code) {
  if (code < 128) {
    return is_ascii_punctuation(code) ? CharRole::Mark
           : code == ' '              ? CharRole::Space
           : code < 32 || code == 127 ? CharRole::Ignored
                                      : CharRole::Letter;
  }
  switch (utf8proc_category(code)) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_CS:
      return CharRole::Ignored;
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
      return CharRole::Mark;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return CharRole::Space;
    default:
      return CharRole::Letter;
  }
}

void append(std::string& out, utf8proc_int32_t code) {
  utf8proc_uint8_t bytes[4];
  const auto size = utf8proc_encode_char(code, bytes);
  out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

// Calls `visit` with each part of the word: every run of letters and every punctuation mark, in lower case without
// accents.
template <typename Visit>
void each_part(std::string_view word, Visit visit) {
  std::string run;
  const auto end_run = [&] {
    if (!run.empty()) {
      visit(std::string_view(run));
      run.clear();
    }
  };
  const auto add = [&](utf8proc_int32_t code) {
    code = utf8proc_tolower(code);
    const CharRole role = char_role(code);
    if (role == CharRole::Letter) {
      append(run, code);
    } else if (role != CharRole::Ignored) {
      end_run();
      if (role == CharRole::Mark) {
        append(run, code);
        end_run();
      }
    }
  };
  each_code_point(word, [&](utf8proc_int32_t code) {
    if (code < 128) {
      add(code);
      return;
    }
    utf8proc_int32_t parts[8] = {};
    int last_class = 0;
    const auto count = utf8proc_decompose_char(code, parts, 8, UTF8PROC_DECOMPOSE, &last_class);
    for (utf8proc_ssize_t i = 0; i < std::min<utf8proc_ssize_t>(count, 8); ++i) {
      add(parts[i]);
    }
  });
  end_run();
}

bool begins_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

}  // namespace

PieceShape shape_of(std::string_view word) {
  std::size_t letters = 0;
  std::size_t capitals = 0;
  bool first_is_capital = false;
  bool digits = false;
  each_code_point(word, [&](utf8proc_int32_t code) {
    const utf8proc_category_t category = utf8proc_category(code);
    digits = digits || category == UTF8PROC_CATEGORY_ND;
    if (is_letter(category)) {
      const bool capital = category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
      first_is_capital = first_is_capital || (letters == 0 && capital);
      ++letters;
      capitals += capital ? 1 : 0;
    }
  });
  if (letters == 0 || digits) {
    return letters > 0 ? PieceShape::LettersAndDigits : digits ? PieceShape::Digits : PieceShape::Absent;
  }
  if (capitals == 0) {
    return PieceShape::Lower;
  }
  if (letters == 1) {
    return PieceShape::Capital;
  }
  if (capitals == letters) {
    return PieceShape::Capitals;
  }
  return capitals == 1 && first_is_capital ? PieceShape::Title : PieceShape::Mixed;
}

PieceTable::PieceTable(std::vector<std::string> pieces) : pieces_(std::move(pieces)) {
  std::size_t size = 64;
  while (size < pieces_.size() * 2) {
    size *= 2;
  }
  slots_.assign(size, None);
  for (PieceId id = 0; id < pieces_.size(); ++id) {
    const std::string_view piece = pieces_[id];
    const bool inside = piece.starts_with(InsideMark);
    const std::string_view letters = inside ? piece.substr(InsideMark.size()) : piece;
    std::size_t at = hash_bytes(letters, inside ? InsideSeed : BeginSeed) & (size - 1);
    while (slots_[at] != None && pieces_[slots_[at]] != piece) {
      at = (at + 1) & (size - 1);
    }
    slots_[at] = std::min(slots_[at], id);  // the first of equal pieces counts
  }
}

PieceId PieceTable::find(std::string_view piece, bool inside) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash_bytes(piece, inside ? InsideSeed : BeginSeed) & mask; slots_[at] != None;
       at = (at + 1) & mask) {
    const std::string_view known = pieces_[slots_[at]];
    if (known.starts_with(InsideMark) == inside && known.substr(inside ? InsideMark.size() : 0) == piece) {
      return slots_[at];
    }
  }
  return None;
}

void PieceTable::append_pieces_of_part(std::string_view part, std::vector<PieceId>& out) const {
  const auto letters = std::count_if(part.begin(), part.end(), begins_code_point);
  const std::size_t before = out.size();
  for (std::size_t at = 0; at < part.size();) {
    std::size_t end = letters > static_cast<std::ptrdiff_t>(MaxPartLetters) ? at : part.size();
    PieceId found = None;
    while (end > at && (found = find(part.substr(at, end - at), at > 0)) == None) {
      --end;
      while (end > at && !begins_code_point(part[end])) {
        --end;
      }
    }
    if (end == at) {
      out.resize(before);
      out.push_back(Unknown);
      return;
    }
    out.push_back(found);
    at = end;
  }
}

void PieceTable::append_pieces(std::string_view word, std::size_t limit, std::vector<PieceId>& out) const {
  const std::size_t before = out.size();
  each_part(word, [&](std::string_view part) {
    if (out.size() - before < limit) {
      append_pieces_of_part(part, out);
    }
  });
  if (out.size() == before) {
    out.push_back(Unknown);
  }
  out.resize(std::min(out.size(), before + limit));
}

}  // namespace entente
