#include <entente/relations/words.hpp>

#include <array>
#include <limits>
#include <utility>

#include <entente/base/error.hpp>
#include <entente/base/hash.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::size_t LongestWord = 40;  // no word of a lexicon is longer

constexpr std::size_t ShortestWord = 6;  // of the endings those that are words too

struct Spelling {
  std::string_view british, american;
};
constexpr std::array<Spelling, 8> Endings = {{{"ise", "ize"},
                                              {"yse", "yze"},
                                              {"isation", "ization"},
                                              {"our", "or"},
                                              {"defence", "defense"},
                                              {"offence", "offense"},
                                              {"centre", "center"},
                                              {"programme", "program"}}};

}  // namespace

Words::Words() : cells_(std::size_t{1} << 14U) { texts_.emplace_back(); }

std::size_t Words::cell_of(std::string_view word) const {
  auto at = hash_bytes(word) & (cells_.size() - 1);
  while (!cells_[at].key.empty() && cells_[at].key != word) {
    at = (at + 1) & (cells_.size() - 1);
  }
  return at;
}

void Words::put(std::string_view key, WordId id) {
  if (2 * ++used_ > cells_.size()) {
    auto old = std::exchange(cells_, std::vector<Cell>(cells_.size() * 2));
    for (const auto& cell : old) {
      if (!cell.key.empty()) {
        cells_[cell_of(cell.key)] = cell;
      }
    }
  }
  cells_[cell_of(key)] = {key, id};
}

WordId Words::add(std::string_view word) {
  if (const auto& cell = cells_[cell_of(word)]; !cell.key.empty()) {
    return cell.id;
  }
  if (texts_.size() > std::numeric_limits<WordId>::max()) {
    throw Error(ErrorCode::BadFormat, "relations lexicon", "more than 65535 different words; remove some");
  }
  const auto id = static_cast<WordId>(texts_.size());
  put(texts_.emplace_back(word), id);
  for (const auto& [british, american] : Endings) {
    const bool is_word = word == british && british.size() >= ShortestWord;  // "defence", but not "our"
    if (is_word || (word.size() > british.size() + 1 && word.ends_with(british))) {
      auto other = std::string(word.substr(0, word.size() - british.size())).append(american);
      if (cells_[cell_of(other)].key.empty()) {
        put(spellings_.emplace_back(std::move(other)), id);
      }
    }
  }
  return id;
}

WordId Words::find(std::string_view word) const {
  if (word.empty() || word.size() > LongestWord) {
    return NoWord;
  }
  if (word.front() < 'A' || word.front() > 'Z') {
    return cells_[cell_of(word)].id;
  }
  std::array<char, LongestWord> lower;
  for (std::size_t i = 0; i < word.size(); ++i) {
    lower[i] = word[i] >= 'A' && word[i] <= 'Z' ? static_cast<char>(word[i] + ('a' - 'A')) : word[i];
  }
  return cells_[cell_of({lower.data(), word.size()})].id;
}

}  // namespace entente
