#include <entente/base/spelling.hpp>

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

namespace entente::inline v0_1 {

namespace {

constexpr std::size_t MaxCompared = 64;  // bytes of a name; bounds the work

// British endings and their American counterparts. The first match counts, so longer endings come first.
constexpr std::array<std::pair<std::string_view, std::string_view>, 21> Endings = {{
    {"isations", "izations"}, {"isation", "ization"}, {"ourable", "orable"}, {"ouring", "oring"}, {"elling", "eling"},
    {"oured", "ored"},        {"ourite", "orite"},    {"ising", "izing"},    {"elled", "eled"},   {"eller", "eler"},
    {"ammes", "ams"},         {"amme", "am"},         {"ised", "ized"},      {"ises", "izes"},    {"ours", "ors"},
    {"ogue", "og"},           {"ence", "ense"},       {"ise", "ize"},        {"our", "or"},       {"tre", "ter"},
    {"yse", "yze"},
}};

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

std::string american_word(std::string_view word) {
  constexpr std::size_t Shortest = 6;  // "colour", but not "four"
  for (const auto& [british, american] : Endings) {
    if (word.size() >= Shortest && word.ends_with(british)) {
      return std::string(word.substr(0, word.size() - british.size())) + std::string(american);
    }
  }
  return std::string(word);
}

}  // namespace

std::size_t max_typing_errors(std::string_view typed) { return 1 + std::min(typed.size(), MaxCompared) / 4; }

std::string american_spelling(std::string_view words) {
  std::string respelled;
  while (!words.empty()) {
    const auto end = std::find_if_not(words.begin(), words.end(), is_letter);
    const auto size = static_cast<std::size_t>(end - words.begin());
    respelled += american_word(words.substr(0, size));
    respelled += words.substr(size, 1);
    words.remove_prefix(std::min(size + 1, words.size()));
  }
  return respelled;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    std::swap(before, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

std::vector<std::string> nearest_spellings(std::vector<std::string> names, std::string_view typed, std::size_t limit) {
  const std::string_view wanted = typed.substr(0, MaxCompared);
  std::vector<std::pair<std::size_t, std::string>> all;
  for (std::string& name : names) {
    const bool contains_it = !wanted.empty() && name.find(wanted) != std::string::npos;
    const std::size_t distance = contains_it ? 1 : edit_distance(std::string_view(name).substr(0, MaxCompared), wanted);
    if (distance <= max_typing_errors(wanted)) {
      all.emplace_back(name == typed ? 0 : distance, std::move(name));
    }
  }
  std::sort(all.begin(), all.end());
  std::vector<std::string> nearest;
  for (std::size_t i = 0; i < std::min(limit, all.size()); ++i) {
    nearest.push_back(std::move(all[i].second));
  }
  return nearest;
}

}  // namespace entente
