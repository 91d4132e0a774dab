#include <entente/text/block_marks.hpp>

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include <entente/base/rows.hpp>
#include <entente/model/resources.hpp>
#include <entente/text/characters.hpp>

namespace entente::inline v0_1 {

namespace {

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Whether the text begins with the whole word (or words), in any case.
bool begins_with(std::string_view text, std::string_view word) {
  return text.size() >= word.size() && equal_ignoring_case(text.substr(0, word.size()), word) &&
         (text.size() == word.size() || !is_letter_or_digit(text[word.size()]));
}

}  // namespace

BlockMarks::BlockMarks() {
  RowReader rows("lexicon/block_marks.tsv", resource("lexicon/block_marks.tsv"));
  while (rows.next()) {
    const auto columns = rows.columns();
    if (columns.size() < 2) {
      rows.fail("'" + std::string(rows.line()) + "'", "a mark and a word, with a tab between them");
    }
    const std::string word(columns[1]);
    if (columns[0] == "credit") {
      credits_.push_back(word);
    } else if (columns[0] == "agency") {
      agencies_.push_back(word);
    } else if (columns[0] == "byline") {
      bylines_.push_back(word);
    } else if (columns[0] == "byline-word") {
      byline_words_.push_back(word);
    } else if (columns[0] == "byline-noun") {
      byline_words_.push_back(word);
      byline_nouns_.push_back(word);
    } else if (columns[0] == "date-word") {
      date_words_.push_back(word);
    } else if (columns[0] == "month" && columns.size() > 2) {
      int number = 0;
      std::from_chars(columns[2].data(), columns[2].data() + columns[2].size(), number);
      months_.emplace_back(word, number);
    } else {
      rows.fail(fmt::format("\"{}\"", columns[0]), "a mark that the head of the file describes");
    }
  }
  for (Words* words : {&agencies_, &byline_words_, &byline_nouns_, &date_words_}) {
    std::sort(words->begin(), words->end());
  }
  // Longer ones come first: "image credit" before "image".
  for (Words* words : {&credits_, &bylines_}) {
    std::sort(words->begin(), words->end(),
              [](const auto& a, const auto& b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
  }
}

bool BlockMarks::contains(const Words& words, std::string_view word) {
  return std::binary_search(words.begin(), words.end(), ascii_lower(word));
}

int BlockMarks::month_number(std::string_view word) const {
  const auto found = std::find_if(months_.begin(), months_.end(),
                                  [word](const auto& month) { return equal_ignoring_case(month.first, word); });
  return found == months_.end() ? 0 : found->second;
}

std::size_t BlockMarks::credit_prefix(std::string_view text) const {
  for (const std::string_view sign : {"©", "(c)", "(C)"}) {
    if (text.starts_with(sign)) {
      return sign.size();
    }
  }
  for (const std::string& word : credits_) {
    if (!begins_with(text, word)) {
      continue;
    }
    std::size_t at = word.size();
    while (at < text.size() && text[at] == ' ') {
      ++at;
    }
    if (at < text.size() && text[at] == ':') {
      return at + 1;
    }
    if (begins_with(text.substr(at), "by")) {
      return at + 2;
    }
  }
  return 0;
}

std::size_t BlockMarks::byline_prefix(std::string_view text) const {
  for (const std::string& word : bylines_) {
    if (begins_with(text, word)) {
      const bool colon = text.size() > word.size() && text[word.size()] == ':';
      const bool by = word.ends_with("by");
      return by || colon ? word.size() + (colon ? 1 : 0) : 0;
    }
  }
  return 0;
}

std::vector<std::string_view> plain_words(std::string_view text, std::size_t limit) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size() && words.size() < limit;) {
    std::size_t end = at;
    while (end < text.size() && is_letter_or_digit(text[end])) {
      ++end;
    }
    if (end > at) {
      words.push_back(text.substr(at, end - at));
    }
    at = end + 1;
  }
  return words;
}

namespace {

// The number at the beginning of a word of digits, which may be an ordinal ("13th"); -1 for any other word.
int number_of(std::string_view word, std::size_t digits_at_most) {
  int value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  const auto used = static_cast<std::size_t>(end - word.data());
  const std::string_view rest = word.substr(used);
  const bool ordinal = rest.empty() || rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
  return error == std::errc() && used <= digits_at_most && ordinal ? value : -1;
}

int year_of(std::string_view word) {
  // "2023-10-13T16:40" is one word up to the minutes where letters follow digits.
  const int year = word.size() >= 4 ? number_of(word.substr(0, 4), 4) : -1;
  return year >= 1900 && year < 2100 && word.size() == 4 ? year : -1;
}

int day_of(std::string_view word) {
  const int day = number_of(word, 2);
  return day >= 1 && day <= 31 ? day : -1;
}

// The parts of a date; -1 for a missing one.
struct DateParts {
  int year = -1;
  int month = -1;
  int day = -1;
  bool valid() const {
    constexpr int Days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= Days[month - 1];
  }
};

// The date that three consecutive words are; not valid if they are not one.
DateParts date_parts(std::string_view a, std::string_view b, std::string_view c, const BlockMarks& marks) {
  if (const int month = marks.month_number(b); month != 0) {
    return {year_of(c), month, day_of(a)};  // 13 October 2023
  }
  if (const int month = marks.month_number(a); month != 0) {
    return {year_of(c), month, day_of(b)};  // October 13th, 2023
  }
  if (const int year = year_of(a); year > 0) {
    return {year, day_of(b), day_of(c.substr(0, c.find('T')))};  // 2023-10-13T16
  }
  const int first = day_of(a);
  const int second = day_of(b);
  const int year = year_of(c);
  if (first > 12) {
    return {year, second, first};  // 13.10.2023
  }
  return second > 12 || first == second ? DateParts{year, first, second} : DateParts{};  // 10/13/2023
}

}  // namespace

std::optional<FoundDate> find_date(std::string_view text, const BlockMarks& marks) {
  constexpr std::size_t MaxWords = 64;
  std::vector<std::string_view> words = plain_words(text, MaxWords);
  std::erase_if(words, [](std::string_view word) { return equal_ignoring_case(word, "of"); });
  for (std::size_t i = 0; i + 2 < words.size(); ++i) {
    const auto begin = static_cast<std::size_t>(words[i].data() - text.data());
    const auto end = static_cast<std::size_t>(words[i + 2].data() - text.data()) + words[i + 2].size();
    constexpr std::size_t Longest = 30;
    const DateParts date = date_parts(words[i], words[i + 1], words[i + 2], marks);
    if (date.valid() && end - begin <= Longest) {
      return FoundDate{fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day), begin, end};
    }
  }
  return std::nullopt;
}

}  // namespace entente
