#include <entente/text/block_kinds.hpp>

#include <algorithm>
#include <utility>

#include <entente/base/rows.hpp>
#include <entente/text/characters.hpp>
#include <entente/text/dateline.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::size_t LongestCredit = 160;
constexpr std::size_t LongestByline = 160;
constexpr std::size_t LongestCaption = 600;
constexpr std::size_t LongestHeading = 110;
constexpr std::size_t LongestTitle = 200;

// Whether the text ends with a punctuation mark that titles and captions rarely end with.
bool ends_like_prose(std::string_view text) {
  return text.ends_with('.') || text.ends_with(',') || text.ends_with(';') || text.ends_with(':') ||
         text.ends_with(".\"") || text.ends_with(".”") || text.ends_with("...") || text.ends_with("…");
}

bool has_letters(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || char_kind(static_cast<unsigned char>(c)) == CharKind::Letter;
  });
}

bool is_capitalized(std::string_view word) { return is_upper(decode(word, 0).value); }

// Whether the text lists at least one agency and at most as many other names: "AP", "Jane Roe/Reuters", "Getty Images".
bool lists_agencies(std::string_view text, const BlockMarks& marks) {
  std::size_t begin = 0;
  std::size_t agencies = 0;
  std::size_t others = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const bool separator = at == text.size() || text[at] == ',' || text[at] == '/' || text[at] == ';' ||
                           text[at] == '|' || text[at] == '&';
    if (separator) {
      const std::string_view part = trimmed(text.substr(begin, at - begin));
      (marks.is_agency(part) ? agencies : others) += part.empty() ? 0 : 1;
      begin = at + 1;
    }
  }
  return agencies > 0 && others <= agencies;
}

// Whether the text, without its brackets, is the source of a picture: "Source: Jane Roe/dpa", "Photo by Jane Roe".
bool is_credit(std::string_view text, const BlockMarks& marks) {
  return text.size() <= LongestCredit && (marks.credit_prefix(text) > 0 || lists_agencies(text, marks));
}

bool in_brackets(std::string_view text) {
  return text.size() > 2 &&
         ((text.front() == '(' && text.back() == ')') || (text.front() == '[' && text.back() == ']'));
}

// Where the credit at the end of a caption begins; npos if there is none.
std::size_t credit_at_end(std::string_view text, bool is_caption, const BlockMarks& marks) {
  constexpr std::size_t None = std::string_view::npos;
  if (text.size() > LongestCaption) {
    return None;
  }
  if (text.ends_with(')') || text.ends_with(']')) {
    const std::size_t open = text.find_last_of(text.back() == ')' ? '(' : '[');
    const bool credit = open != None && open > 0 && is_credit(text.substr(open + 1, text.size() - open - 2), marks);
    return credit ? open : None;
  }
  if (!is_caption) {
    return None;
  }
  // "… in Berlin. Photo: Jane Roe"
  for (std::size_t at = text.find(' '); at != None; at = text.find(' ', at + 1)) {
    const std::string_view rest = text.substr(at + 1);
    if (rest.size() <= LongestCredit && is_capitalized(rest.empty() ? " " : rest) && marks.credit_prefix(rest) > 0) {
      return at + 1;
    }
  }
  return None;
}

// The words of what may be a byline or a date line: how many may be names, and whether there are words that neither
// has, as in "By Monday evening the army had left."
struct LineWords {
  std::size_t names = 0;
  bool has_other_words = false;
};

LineWords count_names(const std::vector<std::string_view>& words, const BlockMarks& marks) {
  LineWords found;
  int other_words = 0;
  bool writers = false;
  for (const std::string_view word : words) {
    const bool digits = word[0] >= '0' && word[0] <= '9';
    const bool known = digits || marks.is_date_word(word) || marks.byline_prefix(word) > 0 ||
                       equal_ignoring_case(word, "reporting") || equal_ignoring_case(word, "editing");
    const bool name = is_capitalized(word) || marks.is_byline_word(word);
    writers = writers || marks.is_byline_noun(word);
    found.names += !known && name ? 1 : 0;
    other_words += known || name ? 0 : 1;
  }
  found.has_other_words = other_words > (writers ? 1 : 0);
  return found;
}

// Whether the text names its authors: "By Jane Roe and John Doe, London", "Reporting by Jane Roe; editing by John Doe".
bool is_named_byline(std::string_view text, const BlockMarks& marks) {
  const std::size_t prefix = marks.byline_prefix(text);
  if (prefix == 0 || text.size() > LongestByline) {
    return false;
  }
  const std::string_view names = text.substr(prefix);
  constexpr std::size_t MaxWords = 24;
  const std::vector<std::string_view> words = plain_words(names, MaxWords);
  if (words.empty() || words.size() == MaxWords) {
    return false;
  }
  return !count_names(words, marks).has_other_words && marks.month_number(words[0]) == 0 &&
         !marks.is_date_word(words[0]);
}

// Whether the text is the initials of editors: "hg/jd (AFP, dpa)", "mkb/rc (Reuters)".
bool is_initials(std::string_view text, const BlockMarks& marks) {
  constexpr std::size_t Longest = 80;
  if (text.size() > Longest) {
    return false;
  }
  const std::size_t open = text.find('(');
  const std::string_view initials = trimmed(text.substr(0, open));
  std::size_t run = 0;
  std::size_t runs = 0;
  for (const char c : initials) {
    const bool letter = char_kind(static_cast<unsigned char>(c)) == CharKind::Letter;
    if (!letter && c != '/' && c != ',' && c != ' ') {
      return false;
    }
    run = letter ? run + 1 : 0;
    runs += run == 1 ? 1 : 0;
    if (run > 4) {
      return false;
    }
  }
  if (open == std::string_view::npos) {
    return runs > 1 && initials.find('/') != std::string_view::npos && initials.find(' ') == std::string_view::npos;
  }
  const bool closed = text.ends_with(')');
  return runs > 0 && closed && lists_agencies(text.substr(open + 1, text.size() - open - 2), marks);
}

// Where the second half begins of a text that repeats itself ("Xi waves.Xi waves."); 0 for any other text.
std::size_t repetition(std::string_view text) {
  constexpr std::size_t Shortest = 24;
  if (text.size() < Shortest) {
    return 0;
  }
  const std::size_t space = text.size() % 2;
  const std::size_t half = text.size() / 2;
  if (space == 1 && text[half] != ' ') {
    return 0;
  }
  const std::size_t again = half + space;
  return text.substr(0, half) == text.substr(again) ? again : 0;
}

// The letters and digits of the text in lower case, to compare texts without regard to punctuation.
std::string letters_and_digits(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode(text, at);
    const CharKind kind = char_kind(c.value);
    if (kind == CharKind::Letter || kind == CharKind::Digit) {
      append_utf8(out, to_lower(c.value));
    }
    at += c.size;
  }
  return out;
}

// Classifies the blocks of one article.
class BlockClassifier {
 public:
  BlockClassifier(Prose& prose, std::string_view title, const BlockMarks& marks)
      : prose_(prose), given_title_(title), marks_(marks) {}

  void run() {
    split_blocks();
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!blocks_[i].certain) {
        classify_by_form(i);
      } else if (blocks_[i].kind == BlockKind::Byline || blocks_[i].kind == BlockKind::Paragraph) {
        read_date(i);
      }
    }
    find_captions();
    find_title();
    find_headings();
    prose_.blocks = std::move(blocks_);
  }

 private:
  std::string_view text(std::size_t i) const { return text(blocks_[i].text); }
  std::string_view text(Span span) const { return std::string_view(prose_.text).substr(span.begin, span.size()); }
  bool is_open(std::size_t i) const { return !blocks_[i].certain && blocks_[i].kind == BlockKind::Paragraph; }

  void push(const ProseBlock& block, BlockKind kind, bool certain, std::size_t begin, std::size_t end) {
    const std::string_view whole = text(block.text);
    while (end > begin && whole[end - 1] == ' ') {
      --end;
    }
    if (end > begin) {
      const auto from = block.text.begin;
      blocks_.push_back(
          {kind, certain, {from + static_cast<std::uint32_t>(begin), from + static_cast<std::uint32_t>(end)}});
    }
  }

  void split_blocks() {
    for (const ProseBlock& block : prose_.blocks) {
      const std::string_view whole = text(block.text);
      const std::size_t again = repetition(whole);
      if (again > 0) {
        split_credit(
            {block.kind, block.certain, {block.text.begin, block.text.begin + static_cast<std::uint32_t>(again)}});
      }
      split_credit({block.kind, block.certain, {block.text.begin + static_cast<std::uint32_t>(again), block.text.end}});
    }
  }

  void split_credit(const ProseBlock& block) {
    const std::string_view whole = text(block.text);
    const bool open = !block.certain && block.kind == BlockKind::Paragraph;
    const bool is_caption = block.kind == BlockKind::Caption;
    if (open && in_brackets(whole) && is_credit(whole.substr(1, whole.size() - 2), marks_)) {
      push(block, BlockKind::Credit, true, 0, whole.size());
      return;
    }
    const std::size_t credit = open || is_caption ? credit_at_end(whole, is_caption, marks_) : std::string_view::npos;
    if (credit != std::string_view::npos && !is_initials(whole, marks_)) {
      push(block, BlockKind::Caption, true, 0, credit);
      push(block, BlockKind::Credit, true, credit, whole.size());
      return;
    }
    // "OSLO: The minister left." has a dateline, but the headline "UPDATED: Oslo wins" does not.
    const bool prose = ends_like_prose(whole) || whole.size() > LongestTitle;
    const std::size_t line = open && prose ? dateline_size(whole, marks_) : 0;
    if (line > 0 && line < whole.size()) {
      push(block, BlockKind::Byline, true, 0, line);
      push(block, BlockKind::Paragraph, true, line, whole.size());
      return;
    }
    push(block, block.kind, block.certain, 0, whole.size());
  }

  void set_kind(std::size_t i, BlockKind kind) {
    blocks_[i].kind = kind;
    blocks_[i].certain = true;
  }

  void read_date(std::size_t i) {
    if (!prose_.date) {
      prose_.date = date_of_line(text(i), marks_);
    }
  }

  void classify_by_form(std::size_t i) {
    if (blocks_[i].kind != BlockKind::Paragraph) {
      return;
    }
    const std::string_view block = text(i);
    if (const std::optional<std::string> date = date_of_line(block, marks_)) {
      prose_.date = prose_.date ? prose_.date : date;
      set_kind(i, BlockKind::Byline);
    } else if (is_named_byline(block, marks_) || is_initials(block, marks_)) {
      set_kind(i, BlockKind::Byline);
    } else if (is_credit(block, marks_) && !ends_like_prose(block)) {
      set_kind(i, BlockKind::Credit);
    }
  }

  // A block is a caption if a credit follows it, or if the next block, which is a caption, repeats it.
  void find_captions() {
    for (std::size_t i = blocks_.size(); i-- > 1;) {
      if (!is_open(i - 1) || text(i - 1).size() > LongestCaption) {
        continue;
      }
      const bool credited = blocks_[i].kind == BlockKind::Credit && i > 1 && i + 1 < blocks_.size() &&
                            text(i - 1).size() <= LongestCaption / 2;
      const bool repeated =
          blocks_[i].kind == BlockKind::Caption && letters_and_digits(text(i - 1)) == letters_and_digits(text(i));
      if (credited || repeated) {
        set_kind(i - 1, BlockKind::Caption);
      }
    }
  }

  bool looks_like_title(std::size_t i) const {
    const std::string_view block = text(i);
    return is_open(i) && block.size() <= LongestTitle && !ends_like_prose(block) && has_letters(block);
  }

  // Whether the block may be the name of a section above the title: "Newsletter", "World news".
  bool looks_like_kicker(std::size_t i) const { return text(i).size() <= 24 && plain_words(text(i), 3).size() <= 2; }

  void find_title() {
    const auto marked =
        std::find_if(blocks_.begin(), blocks_.end(), [](const auto& b) { return b.kind == BlockKind::Title; });
    const std::string known = letters_and_digits(prose_.title.empty() ? given_title_ : prose_.title);
    std::size_t title = blocks_.size();
    if (marked != blocks_.end()) {
      title = static_cast<std::size_t>(marked - blocks_.begin());
    } else if (!known.empty()) {
      constexpr std::size_t Looked = 12;
      for (std::size_t i = 0; i < std::min(blocks_.size(), Looked) && title == blocks_.size(); ++i) {
        const bool same = text(i).size() <= LongestTitle && letters_and_digits(text(i)) == known;
        title = same ? i : title;
      }
    } else if (blocks_.size() > 1 && looks_like_title(0)) {
      const bool kicker = looks_like_kicker(0) && blocks_.size() > 2 && looks_like_title(1) && !looks_like_kicker(1);
      title = kicker ? 1 : 0;
      if (kicker) {
        set_kind(0, BlockKind::Heading);
      }
    }
    if (title < blocks_.size()) {
      set_kind(title, BlockKind::Title);
      if (prose_.title.empty()) {
        prose_.title = text(title);
      }
    }
  }

  // A short block without a full stop before a longer one is a heading.
  void find_headings() {
    for (std::size_t i = 0; i + 1 < blocks_.size(); ++i) {
      const bool before_prose = blocks_[i + 1].kind == BlockKind::Paragraph ||
                                blocks_[i + 1].kind == BlockKind::Quote || blocks_[i + 1].kind == BlockKind::ListItem;
      const std::string_view block = text(i);
      if (is_open(i) && before_prose && block.size() <= LongestHeading && !ends_like_prose(block) &&
          has_letters(block) && text(i + 1).size() > block.size() && ends_like_prose(text(i + 1))) {
        blocks_[i].kind = BlockKind::Heading;
      }
    }
  }

  Prose& prose_;
  std::string_view given_title_;
  const BlockMarks& marks_;
  std::vector<ProseBlock> blocks_;
};

}  // namespace

std::optional<std::string> date_of_line(std::string_view line, const BlockMarks& marks) {
  constexpr std::size_t Longest = 100;
  if (line.size() > Longest) {
    return std::nullopt;
  }
  const std::optional<FoundDate> found = find_date(line, marks);
  if (!found) {
    return std::nullopt;
  }
  std::string rest(line.substr(0, found->begin));
  rest += ' ';
  rest += line.substr(found->end);
  constexpr std::size_t MaxNames = 6;
  const LineWords words = count_names(plain_words(rest, 32), marks);
  return words.has_other_words || words.names > MaxNames ? std::nullopt : std::optional(found->iso);
}

void classify_blocks(Prose& prose, std::string_view title, const BlockMarks& marks) {
  BlockClassifier(prose, title, marks).run();
}

}  // namespace entente
