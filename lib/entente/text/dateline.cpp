#include <entente/text/dateline.hpp>

#include <algorithm>
#include <optional>

#include <entente/base/rows.hpp>
#include <entente/text/characters.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::size_t Longest = 80;
constexpr std::size_t MinLetters = 3;  // of the name of a place in capitals
constexpr std::size_t MaxAcronym = 4;  // bytes: "NATO - a history" does not begin with a dateline, "PARIS - " does

// What may be a dateline: the text before a separator, and where the sentence after it begins.
struct Head {
  std::string_view place;
  std::string_view separator;
  std::size_t size = 0;
};

// Splits at the first separator; nothing if there is none near the beginning.
std::optional<Head> split_off(std::string_view text) {
  const std::string_view head = text.substr(0, Longest);
  std::optional<Head> found;
  for (const std::string_view sign : {" - ", " – ", " — ", " -- ", "-- ", "— ", ": "}) {
    const std::size_t at = head.find(sign);
    if (at != std::string_view::npos && (!found || at < found->place.size())) {
      found = Head{head.substr(0, at), sign, at + sign.size()};
    }
  }
  return found;
}

// Whether the text is in capitals and has enough of them for the name of a place.
bool is_all_caps(std::string_view text) {
  const auto is_in = [](char low, char high) { return [low, high](char c) { return c >= low && c <= high; }; };
  return std::none_of(text.begin(), text.end(), is_in('a', 'z')) &&
         static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_in('A', 'Z'))) >= MinLetters;
}

// Whether all non-empty parts between the separators meet the condition.
template <typename Condition>
bool all_parts(std::string_view text, std::string_view separators, Condition condition) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(separators), text.size());
    const std::string_view part = trimmed(text.substr(0, end));
    if (!part.empty() && !condition(part)) {
      return false;
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return true;
}

// Whether the text consists of names and dates: "Turkey, March 3".
bool is_names_and_dates(std::string_view text, const BlockMarks& marks) {
  return all_parts(text, " ,.", [&](std::string_view word) {
    return is_upper(decode(word, 0).value) || (word[0] >= '0' && word[0] <= '9') || marks.is_date_word(word);
  });
}

bool names_an_agency(std::string_view text, const BlockMarks& marks) {
  return !all_parts(text, "/,;&", [&](std::string_view part) { return !marks.is_agency(part); });
}

}  // namespace

std::size_t dateline_size(std::string_view paragraph, const BlockMarks& marks) {
  std::optional<Head> head = split_off(paragraph);
  // "Bogota, March 8 (IANS) The rebels …": an agency in brackets needs no separator.
  const std::size_t open = paragraph.substr(0, Longest).find('(');
  const std::size_t close = paragraph.substr(0, Longest).find(')');
  const bool has_brackets =
      open != std::string_view::npos && open > 0 && close != std::string_view::npos && open < close;
  const bool agency = has_brackets && names_an_agency(paragraph.substr(open + 1, close - open - 1), marks);
  if (agency && paragraph.substr(close).starts_with(") ") && (!head || head->size < close)) {
    head = Head{paragraph.substr(0, close + 1), "", close + 2};
  } else if (!head) {
    return 0;
  }
  const bool bracket = has_brackets && trimmed(head->place).ends_with(')');
  const std::string_view place = trimmed(bracket ? head->place.substr(0, open) : head->place);
  const std::string_view town = trimmed(place.substr(0, place.find(',')));
  const std::string_view rest = place.substr(town.size());
  if (town.empty() || !is_names_and_dates(rest, marks)) {
    return 0;
  }
  const bool plain = head->separator == ": " || head->separator == " - ";
  const bool in_capitals = is_all_caps(town) && (bracket || !rest.empty() || !plain || town.size() > MaxAcronym);
  return in_capitals || (agency && bracket && is_names_and_dates(town, marks)) ? head->size : 0;
}

}  // namespace entente
