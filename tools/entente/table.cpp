#include "table.hpp"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include <entente/formats/csv_text.hpp>
#include <entente/formats/json_text.hpp>

#include "listing.hpp"

namespace entente::cli {

namespace {

constexpr std::size_t WidestCell = 36;  // on a terminal, but for the last
constexpr std::size_t LeastForLast = 20;
constexpr std::size_t Unlimited = std::numeric_limits<std::size_t>::max();

std::string quoted(std::string_view text) {
  std::string json;
  append_json_string(json, text);
  return json;
}

// Lays cells out in columns: their widths, and 0 for those without any value.
class Layout {
 public:
  Layout(std::size_t columns, const Terminal& terminal) : widths_(columns), terminal_(terminal) {}

  void measure(std::size_t column, std::string_view shown) {
    const std::size_t widest = terminal_.columns == 0 ? Unlimited : WidestCell;
    widths_[column] = std::max(widths_[column], std::min(columns_of(shown), widest));
  }
  // A column is as wide as its name where there is any value in it.
  void name(std::size_t column, std::string_view name) {
    widths_[column] = widths_[column] == 0 ? 0 : std::max(widths_[column], columns_of(name));
  }

  template <typename Shown>
  std::string line(const Shown& shown) const {
    std::string text;
    std::size_t used = 0;
    for (std::size_t c = 0; c < widths_.size(); ++c) {
      if (widths_[c] == 0) {
        continue;
      }
      const bool last = c + 1 == widths_.size();
      const std::string cell = shortened(shown(c), last ? room_after(used) : widths_[c]);
      text += last ? cell : padded(cell, widths_[c]) + "  ";
      used += widths_[c] + 2;
    }
    text.erase(text.find_last_not_of(' ') + 1);
    return text + "\n";
  }

 private:
  std::size_t room_after(std::size_t used) const {
    const std::size_t page = terminal_.columns;
    return page == 0 ? Unlimited : std::max(LeastForLast, page - std::min(page, used));
  }

  std::vector<std::size_t> widths_;
  const Terminal& terminal_;
};

}  // namespace

Cell text_cell(std::string_view text) {
  return {std::string(text), text.empty() ? "null" : quoted(text), std::string(text)};
}

Cell named_cell(std::string_view name, std::string_view id) { return {std::string(name), quoted(id), std::string(id)}; }

Cell whole_cell(std::uint64_t value) {
  const std::string text = fmt::format("{}", value);
  return {text, text, text};
}

Cell number_cell(double value, int digits) {
  Cell cell{fmt::format("{:.{}f}", value, digits), {}, {}};
  append_json_number(cell.json, value, digits);
  cell.plain = cell.json;
  return cell;
}

Cell list_cell(const std::vector<std::string>& shown, const std::vector<std::string>& written) {
  Cell cell{fmt::format("{}", fmt::join(shown, ", ")), "[", {}};
  for (const std::string& text : written) {
    cell.json += &text == &written.front() ? "" : ", ";
    append_json_string(cell.json, text);
  }
  cell.json += ']';
  cell.plain = written.empty() ? "" : cell.json;
  return cell;
}

Cell json_cell(std::string json) {
  Cell cell{{}, std::move(json), {}};
  cell.plain = cell.json;
  return cell;
}

void Table::keep(std::size_t most) {
  if (most != 0 && most < rows_.size()) {
    rows_.resize(most);
  }
}

std::vector<std::size_t> Table::columns_for(Reader reader, bool lists) const {
  std::vector<std::size_t> columns;
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    const Reader wanted = columns_[c].reader;
    if (wanted == Reader::All || wanted == reader || (wanted == Reader::Json && lists)) {
      columns.push_back(c);
    }
  }
  return columns;
}

std::string Table::text(const Terminal& terminal) const {
  if (rows_.empty()) {
    return none_ + "\n";
  }
  const std::vector<std::size_t> columns = columns_for(Reader::People, false);
  Layout layout(columns.size(), terminal);
  for (const std::vector<Cell>& row : rows_) {
    for (std::size_t c = 0; c < columns.size(); ++c) {
      layout.measure(c, row[columns[c]].shown);
    }
  }
  for (std::size_t c = 0; c < columns.size(); ++c) {
    layout.name(c, columns_[columns[c]].name);
  }
  const auto name = [&](std::size_t c) { return std::string_view(columns_[columns[c]].name); };
  std::string text = inked(layout.line(name), Ink::Strong, terminal);
  for (const std::vector<Cell>& row : rows_) {
    text += layout.line([&](std::size_t c) { return std::string_view(row[columns[c]].shown); });
  }
  return text;
}

std::string Table::json() const {
  const std::vector<std::size_t> columns = columns_for(Reader::Programs, true);
  std::string text = "[";
  for (const std::vector<Cell>& row : rows_) {
    text += &row == &rows_.front() ? "\n " : ",\n ";
    JsonObject object(text);
    for (const std::size_t c : columns) {
      object.key(columns_[c].name);
      text += row[c].json;
    }
  }
  return text + "]\n";
}

std::string Table::csv() const {
  const std::vector<std::size_t> columns = columns_for(Reader::Programs, false);
  std::string text;
  for (const std::size_t c : columns) {
    text += c == columns.front() ? "" : ",";
    append_csv_cell(text, columns_[c].name);
  }
  text += '\n';
  for (const std::vector<Cell>& row : rows_) {
    for (const std::size_t c : columns) {
      text += c == columns.front() ? "" : ",";
      append_csv_text(text, row[c].plain);
    }
    text += '\n';
  }
  return text;
}

std::string Table::tsv() const {
  const std::vector<std::size_t> columns = columns_for(Reader::Programs, false);
  std::string text;
  const auto add = [&](std::size_t c, const std::string& field) {
    text += c == columns.front() ? "" : "\t";
    text += on_one_line(field);
  };
  for (const std::size_t c : columns) {
    add(c, columns_[c].name);
  }
  text += '\n';
  for (const std::vector<Cell>& row : rows_) {
    for (const std::size_t c : columns) {
      add(c, row[c].plain);
    }
    text += '\n';
  }
  return text;
}

}  // namespace entente::cli
