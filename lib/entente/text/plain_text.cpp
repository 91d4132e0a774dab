// Plain text → prose. Empty lines separate blocks. Whether the next line belongs to the same paragraph is determined
// from the width at which the text was wrapped, if it was.
#include <algorithm>
#include <array>
#include <string>

#include <entente/text/characters.hpp>
#include <entente/text/prose.hpp>
#include <entente/text/syllables.hpp>

namespace entente::inline v0_1 {

namespace {

// A line of the source.
struct Line {
  std::uint32_t begin = 0;  // bytes, without white space at either end
  std::uint32_t end = 0;
  std::uint32_t indent = 0;      // code points
  std::uint32_t width = 0;       // code points, indent included
  std::uint32_t first_word = 0;  // code points
  bool blank() const { return begin == end; }
};

bool is_break(char c) { return c == '\n' || c == '\r' || c == '\f' || c == '\v'; }
// Whether the code point at that place is invisible; sets its size in bytes.
bool is_blank(std::string_view text, std::size_t at, std::size_t* size) {
  const CodePoint c = decode(text, at);
  *size = c.size;
  const CharKind kind = char_kind(c.value);
  return kind == CharKind::Space || kind == CharKind::Ignorable;
}

Line line_of(std::string_view source, std::size_t begin, std::size_t end) {
  Line line;
  std::size_t first = end;
  std::size_t last = begin;
  std::uint32_t width = 0;
  bool in_first_word = true;
  for (std::size_t at = begin; at < end; ++width) {
    std::size_t size = 1;
    if (is_blank(source, at, &size)) {
      in_first_word = in_first_word && first == end;
    } else {
      if (first == end) {
        first = at;
        line.indent = width;
      }
      last = at + size;
      line.first_word += in_first_word ? 1 : 0;
      line.width = width + 1;
    }
    at += size;
  }
  line.begin = static_cast<std::uint32_t>(std::min(first, last));
  line.end = static_cast<std::uint32_t>(first == end ? line.begin : last);
  return line;
}

std::vector<Line> lines_of(std::string_view source) {
  std::vector<Line> lines;
  for (std::size_t at = 0; at < source.size();) {
    std::size_t end = at;
    while (end < source.size() && !is_break(source[end])) {
      ++end;
    }
    lines.push_back(line_of(source, at, end));
    const bool two = end + 1 < source.size() && source[end] == '\r' && source[end + 1] == '\n';
    at = end + (two ? 2 : 1);
  }
  return lines;
}

// The widths at which texts are wrapped, in code points.
constexpr std::uint32_t MinWrap = 40;
constexpr std::uint32_t MaxWrap = 132;

// How a text was wrapped.
struct Wrapping {
  std::uint32_t width = 0;  // 0 where the text was not wrapped
  bool sure = false;        // seen too often for a coincidence
};

// The width at which the text was wrapped, if it was. A line that was broken at width w is at most w wide, and would be
// wider with the first word of the next line. The result is the w that explains the most line breaks, if it explains
// more than half of them.
Wrapping detect_wrapping(const std::vector<Line>& lines) {
  std::array<int, MaxWrap + 2> change{};
  int breaks = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].blank() || lines[i + 1].blank()) {
      continue;
    }
    ++breaks;
    const std::uint32_t from = std::max(lines[i].width, MinWrap);
    const std::uint32_t to = std::min(lines[i].width + lines[i + 1].first_word, MaxWrap);
    if (from <= to) {
      ++change[from];
      --change[to + 1];
    }
  }
  int explained = 0;
  int best = 0;
  std::uint32_t width = 0;
  for (std::uint32_t w = MinWrap; w <= MaxWrap; ++w) {
    explained += change[w];
    if (explained > best) {
      best = explained;
      width = w;
    }
  }
  constexpr int Often = 3;
  return best * 2 > breaks ? Wrapping{width, best >= Often} : Wrapping{};
}

bool is_list_item(std::string_view line) {
  for (const std::string_view mark : {"- ", "* ", "• ", "– ", "· ", "▪ ", "● "}) {
    if (line.starts_with(mark)) {
      return true;
    }
  }
  std::size_t digits = 0;
  while (digits < line.size() && digits < 3 && line[digits] >= '0' && line[digits] <= '9') {
    ++digits;
  }
  return digits > 0 && digits + 1 < line.size() && (line[digits] == '.' || line[digits] == ')') &&
         line[digits + 1] == ' ';
}

// Removes one closing quotation mark or bracket from the end; false if there is none.
bool remove_closing_mark(std::string_view& line) {
  for (const std::string_view closing : {"\"", "'", ")", "]", "”", "’"}) {
    if (line.ends_with(closing)) {
      line.remove_suffix(closing.size());
      return true;
    }
  }
  return false;
}

bool ends_sentence(std::string_view line) {
  while (remove_closing_mark(line)) {
  }
  return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') || line.ends_with(':') ||
         line.ends_with("…");
}

bool begins_in_lower_case(std::string_view line) {
  const CodePoint c = decode(line, 0);
  return char_kind(c.value) == CharKind::Letter && !is_upper(c.value);
}

// Whether the paragraph of `line` continues in the next line.
bool continues_paragraph(std::string_view source, const Line& line, const Line& next, Wrapping wrap) {
  const std::string_view text = source.substr(line.begin, line.end - line.begin);
  const std::string_view next_text = source.substr(next.begin, next.end - next.begin);
  if (is_list_item(next_text) && (ends_sentence(text) || is_list_item(text))) {
    return false;
  }
  if (next_text.starts_with(text)) {
    return false;  // a caption that is repeated
  }
  const bool full = wrap.width != 0 && line.width <= wrap.width && line.width + next.first_word >= wrap.width;
  if (full && (wrap.sure || !ends_sentence(text))) {
    return next.indent <= line.indent + 1 || !ends_sentence(text);
  }
  constexpr std::uint32_t Long = 30;
  return line.width >= Long && line.width <= MaxWrap && begins_in_lower_case(next_text) && !ends_sentence(text);
}

// What to do with a hyphen at the end of a line; No means that there is none.
enum class LineHyphen : std::uint8_t { No, Drop, Keep };

// Decides whether a hyphen at the end of a line splits a word ("Zelen-" and "sky") or is part of it ("US-" and "led").
// The spelling in the text nearby decides, if the word is there; otherwise a hyphen after or before a capital is kept.
class LineHyphens {
 public:
  explicit LineHyphens(std::string_view source) : source_(source) {}

  LineHyphen between(const Line& line, const Line& next) {
    const std::string_view text = source_.substr(line.begin, line.end - line.begin);
    if (next.blank() || !text.ends_with('-') || text.size() < 3) {
      return LineHyphen::No;
    }
    const std::string_view first = last_letters(text.substr(0, text.size() - 1));
    const std::string_view second = first_letters(source_.substr(next.begin, next.end - next.begin));
    if (first.empty() || second.size() < 2) {
      return LineHyphen::No;
    }
    if (is_written_near(line, std::string(first) + std::string(second))) {
      return LineHyphen::Drop;
    }
    const bool keep = is_written_near(line, std::string(first) + "-" + std::string(second)) ||
                      is_upper(decode(second, 0).value) || are_syllables(first, second) ||
                      is_upper(decode(first, code_point_begin(first, first.size() - 1)).value);
    return keep ? LineHyphen::Keep : LineHyphen::Drop;
  }

 private:
  static std::string_view first_letters(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && char_kind(decode(text, at).value) == CharKind::Letter) {
      at += decode(text, at).size;
    }
    return text.substr(0, at);
  }
  static std::string_view last_letters(std::string_view text) {
    std::size_t begin = text.size();
    while (begin > 0) {
      const std::size_t before = code_point_begin(text, begin - 1);
      if (char_kind(decode(text, before).value) != CharKind::Letter) {
        break;
      }
      begin = before;
    }
    return text.substr(begin);
  }

  // Whether the word is in the text near the line.
  bool is_written_near(const Line& line, const std::string& word) {
    constexpr std::size_t Reach = std::size_t{1} << 15U;  // bytes
    if (searches_left_ == 0) {
      return false;
    }
    --searches_left_;
    const std::size_t begin = line.begin - std::min<std::size_t>(line.begin, Reach);
    return source_.substr(begin, 2 * Reach).find(word) != std::string_view::npos;
  }

  std::string_view source_;
  int searches_left_ = 1000;  // bounds the work for hostile texts
};

}  // namespace

Prose read_plain_text(std::string_view source) {
  ProseBuilder builder(source);
  const std::vector<Line> lines = lines_of(source);
  const Wrapping wrap = detect_wrapping(lines);
  LineHyphens hyphens(source);
  LineHyphen before = LineHyphen::No;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    if (line.blank()) {
      continue;
    }
    const std::string_view text = source.substr(line.begin, line.end - line.begin);
    const bool joined = before != LineHyphen::No ||
                        (i > 0 && !lines[i - 1].blank() && continues_paragraph(source, lines[i - 1], line, wrap));
    if (!joined) {
      const bool item = is_list_item(text);
      builder.begin_block(item ? BlockKind::ListItem : BlockKind::Paragraph, item);
    } else if (before == LineHyphen::No) {
      builder.space();
    }
    before = i + 1 < lines.size() ? hyphens.between(line, lines[i + 1]) : LineHyphen::No;
    builder.copy(line.begin, before == LineHyphen::Drop ? line.end - 1 : line.end);
  }
  return builder.finish();
}

}  // namespace entente
