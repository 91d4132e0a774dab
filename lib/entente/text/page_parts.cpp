#include <entente/text/page_parts.hpp>

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include <entente/base/rows.hpp>
#include <entente/model/resources.hpp>
#include <entente/text/characters.hpp>

namespace entente::inline v0_1 {

namespace {

std::optional<PagePart> part_named(std::string_view mark) {
  constexpr std::array<std::pair<std::string_view, PagePart>, 6> Marks = {{{"part", PagePart::Furniture},
                                                                           {"foreign", PagePart::Foreign},
                                                                           {"body", PagePart::Body},
                                                                           {"byline", PagePart::Byline},
                                                                           {"caption", PagePart::Caption},
                                                                           {"credit", PagePart::Credit}}};
  const auto* const found =
      std::find_if(Marks.begin(), Marks.end(), [mark](const auto& known) { return known.first == mark; });
  return found == Marks.end() ? std::nullopt : std::optional(found->second);
}

// The words of a name in lower case: "shareBar", "share-bar" and "share_bar" are two words.
std::vector<std::string> words_of(std::string_view name) {
  constexpr std::size_t LongestWord = 24;
  constexpr std::size_t MostWords = 12;
  std::vector<std::string> words;
  std::string word;
  const auto finish = [&] {
    if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  };
  bool small = false;
  for (const char c : name) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool lower = c >= 'a' && c <= 'z';
    if ((!upper && !lower) || (upper && small)) {
      finish();
    }
    if (words.size() == MostWords) {
      return words;
    }
    if ((upper || lower) && word.size() < LongestWord) {
      word += static_cast<char>(upper ? c + 32 : c);
    }
    small = lower;
  }
  finish();
  return words;
}

bool begins_with(std::string_view text, std::string_view start) {
  return text.size() >= start.size() && equal_ignoring_case(text.substr(0, start.size()), start);
}

bool begins_with_one_of(std::string_view text, const std::vector<std::string>& starts) {
  return std::any_of(starts.begin(), starts.end(), [text](const auto& start) { return begins_with(text, start); });
}

// The line in lower case without the digits and signs around it: "share" for "1. Share…".
std::string bare_line(std::string_view text) {
  const auto is_letter = [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || char_kind(static_cast<unsigned char>(c)) == CharKind::Letter;
  };
  while (!text.empty() && !is_letter(text.front())) {
    text.remove_prefix(1);
  }
  while (!text.empty() && !is_letter(text.back())) {
    text.remove_suffix(1);
  }
  if (text.ends_with("…")) {
    text.remove_suffix(std::string_view("…").size());
  }
  return ascii_lower(trimmed(text));
}

}  // namespace

PageParts::PageParts() {
  RowReader rows("lexicon/page_furniture.tsv", resource("lexicon/page_furniture.tsv"));
  while (rows.next()) {
    const auto columns = rows.columns();
    if (columns.size() < 2) {
      rows.fail("'" + std::string(rows.line()) + "'", "a mark and a word, with a tab between them");
    }
    const std::string_view mark = columns[0];
    const std::string word(columns[1]);
    if (const std::optional<PagePart> part = part_named(mark)) {
      parts_.emplace_back(word, *part);
    } else if (mark == "form") {
      forms_.push_back(word);
    } else if (mark == "line") {
      whole_lines_.push_back(word);
    } else if (mark == "line-start") {
      line_starts_.push_back(word);
    } else if (mark == "line-part") {
      line_parts_.push_back(word);
    } else if (mark == "end") {
      end_starts_.push_back(word);
    } else {
      rows.fail(fmt::format("\"{}\"", mark), "a part of a page that the head of the file describes");
    }
  }
  std::sort(parts_.begin(), parts_.end());
  std::sort(forms_.begin(), forms_.end());
  std::sort(whole_lines_.begin(), whole_lines_.end());
}

PagePart PageParts::part_of_words(std::string_view words) const {
  const auto at = std::lower_bound(parts_.begin(), parts_.end(), words,
                                   [](const auto& row, std::string_view wanted) { return row.first < wanted; });
  return at != parts_.end() && at->first == words ? at->second : PagePart::Text;
}

PagePart PageParts::part_of_name(std::string_view name) const {
  const std::vector<std::string> words = words_of(name);
  const bool form = std::any_of(words.begin(), words.end(), [this](const auto& word) {
    return std::binary_search(forms_.begin(), forms_.end(), word);
  });
  if (form) {
    return PagePart::Text;
  }
  PagePart found = PagePart::Text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    found = std::max(found, part_of_words(words[i]));
    if (i + 1 < words.size()) {
      found = std::max(found, part_of_words(words[i] + " " + words[i + 1]));
    }
  }
  return found;
}

PagePart PageParts::part_of_attribute(std::string_view attribute) const {
  constexpr std::string_view Blank = " \t\n\r\f";
  PagePart found = PagePart::Text;
  while (!attribute.empty()) {
    const std::size_t end = std::min(attribute.find_first_of(Blank), attribute.size());
    found = std::max(found, part_of_name(attribute.substr(0, end)));
    attribute.remove_prefix(std::min(end + 1, attribute.size()));
  }
  return found;
}

PageLine PageParts::line_kind(std::string_view text) const {
  constexpr std::size_t LongestLine = 300;
  constexpr std::size_t LongestEnd = 60;
  if (text.size() > LongestLine) {
    return PageLine::Text;
  }
  const std::string bare = bare_line(text);
  if (bare.size() <= LongestEnd && begins_with_one_of(bare, end_starts_)) {
    return PageLine::End;
  }
  const bool furniture = std::binary_search(whole_lines_.begin(), whole_lines_.end(), bare) ||
                         begins_with_one_of(bare, line_starts_) ||
                         std::any_of(line_parts_.begin(), line_parts_.end(),
                                     [&bare](const auto& part) { return bare.find(part) != std::string::npos; });
  return furniture ? PageLine::Furniture : PageLine::Text;
}

}  // namespace entente
