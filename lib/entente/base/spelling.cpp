#include <entente/base/spelling.hpp>

#include <algorithm>
#include <numeric>
#include <utility>

namespace entente {

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

std::vector<std::string> nearest_spellings(std::vector<std::string> names, std::string_view typed, std::size_t most) {
  constexpr std::size_t Longest = 64;  // more says nothing about a typing error
  const std::string_view wanted = typed.substr(0, Longest);
  std::vector<std::pair<std::size_t, std::string>> all;
  for (std::string& name : names) {
    const bool holds = !wanted.empty() && name.find(wanted) != std::string::npos;
    const std::size_t far = holds ? 1 : edit_distance(std::string_view(name).substr(0, Longest), wanted);
    all.emplace_back(name == typed ? 0 : far, std::move(name));
  }
  std::sort(all.begin(), all.end());
  std::vector<std::string> nearest;
  for (std::size_t i = 0; i < std::min(most, all.size()); ++i) {
    nearest.push_back(std::move(all[i].second));
  }
  return nearest;
}

}  // namespace entente
