#include "table.hpp"

#include <algorithm>

#include <fmt/format.h>

#include <entente/formats/json_text.hpp>

#include "listing.hpp"

namespace entente::cli {

namespace {

constexpr std::size_t Page = 120;       // columns where there is no terminal
constexpr std::size_t WidestCell = 36;  // but for the last
constexpr std::size_t LeastForLast = 40;
constexpr std::size_t LeastOnTerminal = 20;  // where a line that is broken hurts more than one that is cut

std::string quoted(std::string_view text) {
  std::string json;
  append_json_string(json, text);
  return json;
}

}  // namespace

Cell text_cell(std::string_view text) { return {std::string(text), text.empty() ? "null" : quoted(text)}; }

Cell named_cell(std::string_view name, std::string_view id) { return {std::string(name), quoted(id)}; }

Cell whole_cell(std::uint64_t value) { return {fmt::format("{}", value), fmt::format("{}", value)}; }

Cell number_cell(double value, int digits) {
  Cell cell{fmt::format("{:.{}f}", value, digits), {}};
  append_json_number(cell.json, value, digits);
  return cell;
}

Cell list_cell(const std::vector<std::string>& shown, const std::vector<std::string>& written) {
  Cell cell{fmt::format("{}", fmt::join(shown, ", ")), "["};
  for (const std::string& text : written) {
    cell.json += &text == &written.front() ? "" : ", ";
    append_json_string(cell.json, text);
  }
  cell.json += ']';
  return cell;
}

void Table::keep(std::size_t most) {
  if (most != 0 && most < rows_.size()) {
    rows_.resize(most);
  }
}

std::string Table::text(const Terminal& terminal) const {
  if (rows_.empty()) {
    return none_ + "\n";
  }
  std::vector<std::size_t> widths(columns_.size());
  for (const std::vector<Cell>& row : rows_) {
    for (std::size_t c = 0; c < row.size(); ++c) {
      widths[c] = std::max(widths[c], std::min(columns_of(row[c].shown), WidestCell));
    }
  }
  for (std::size_t c = 0; c < widths.size(); ++c) {
    widths[c] = widths[c] == 0 ? 0 : std::max(widths[c], columns_of(columns_[c]));
  }
  const std::size_t page = terminal.columns_or(Page);
  const std::size_t least = terminal.columns == 0 ? LeastForLast : LeastOnTerminal;
  const auto line = [&](const auto& shown) {
    std::string text;
    std::size_t used = 0;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (widths[c] == 0) {
        continue;
      }
      const bool last = c + 1 == columns_.size();
      const std::size_t room = last ? std::max(least, page - std::min(page, used)) : widths[c];
      const std::string cell = shortened(shown(c), room);
      text += last ? cell : padded(cell, widths[c]) + "  ";
      used += widths[c] + 2;
    }
    text.erase(text.find_last_not_of(' ') + 1);
    return text + "\n";
  };
  std::string text = inked(line([&](std::size_t c) { return std::string_view(columns_[c]); }), Ink::Strong, terminal);
  for (const std::vector<Cell>& row : rows_) {
    text += line([&](std::size_t c) { return std::string_view(row[c].shown); });
  }
  return text;
}

std::string Table::json() const {
  std::string text = "[";
  for (const std::vector<Cell>& row : rows_) {
    text += &row == &rows_.front() ? "\n " : ",\n ";
    JsonObject object(text);
    for (std::size_t c = 0; c < row.size(); ++c) {
      object.key(columns_[c]);
      text += row[c].json;
    }
  }
  return text + "]\n";
}

}  // namespace entente::cli
