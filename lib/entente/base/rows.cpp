#include <entente/base/rows.hpp>

#include <algorithm>
#include <utility>

#include <entente/base/error.hpp>

namespace entente::inline v0_1 {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view White = " \t\r\n";
  const auto begin = text.find_first_not_of(White);
  if (begin == std::string_view::npos) {
    return {};
  }
  return text.substr(begin, text.find_last_not_of(White) - begin + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const auto end = std::min(text.find(separator), text.size());
    if (const auto part = trimmed(text.substr(0, end)); !part.empty()) {
      parts.push_back(part);
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

bool RowReader::next() {
  while (!rest_.empty()) {
    const auto end = std::min(rest_.find('\n'), rest_.size());
    const auto raw = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    ++line_number_;
    line_ = trimmed(raw);
    if (line_.empty() || line_.front() == '#') {
      continue;
    }
    columns_.clear();
    for (auto row = raw; true;) {
      const auto tab = row.find('\t');
      columns_.push_back(trimmed(row.substr(0, tab)));
      if (tab == std::string_view::npos) {
        return true;
      }
      row.remove_prefix(tab + 1);
    }
  }
  return false;
}

void RowReader::fail(const std::string& found, std::string expected) const {
  throw Error(ErrorCode::BadFormat,
              {.file = where_, .line = line_number_, .problem = "found " + found, .expected = std::move(expected)});
}

}  // namespace entente
