#include <entente/actors/slip_index.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace entente::inline v0_1 {

namespace {

constexpr std::size_t Shortest = 6;
constexpr std::size_t Longest = 60;
constexpr std::size_t MostOfOnePart = 16;  // keeps hostile texts linear

// The word itself, and the word without each of its letters.
std::vector<std::string> parts_of(std::string_view word) {
  std::vector<std::string> parts;
  if (word.size() < Shortest || word.size() > Longest) {
    return parts;
  }
  parts.emplace_back(word);
  for (std::size_t i = 0; i < word.size(); ++i) {
    parts.push_back(std::string(word.substr(0, i)) + std::string(word.substr(i + 1)));
  }
  std::sort(parts.begin(), parts.end());
  parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
  return parts;
}

}  // namespace

bool is_slip(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) {
    std::swap(a, b);
  }
  if (a.size() < Shortest || b.size() > a.size() + 1 || a == b) {
    return false;
  }
  const auto at = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
  if (b.size() == a.size() + 1) {
    const bool plural = at == a.size() && b.back() == 's';
    return !plural && a.substr(at) == b.substr(at + 1);
  }
  return at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] && a.substr(at + 2) == b.substr(at + 2);
}

void SlipIndex::add(std::string_view word, std::uint32_t id) {
  for (std::string& part : parts_of(word)) {
    auto& list = by_part_[std::move(part)];
    if (list.size() < MostOfOnePart) {
      list.push_back(entries_.size());
    }
  }
  entries_.push_back({std::string(word), id});
}

std::vector<std::uint32_t> SlipIndex::find(std::string_view word) const {
  std::vector<std::size_t> found;
  for (const std::string& part : parts_of(word)) {
    if (const auto at = by_part_.find(part); at != by_part_.end()) {
      std::copy_if(at->second.begin(), at->second.end(), std::back_inserter(found),
                   [&](std::size_t entry) { return is_slip(word, entries_[entry].word); });
    }
  }
  std::sort(found.begin(), found.end());
  std::vector<std::uint32_t> ids;
  for (const std::size_t entry : found) {
    if (std::find(ids.begin(), ids.end(), entries_[entry].id) == ids.end()) {
      ids.push_back(entries_[entry].id);
    }
  }
  return ids;
}

}  // namespace entente
