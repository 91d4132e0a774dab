#include <entente/render/style.hpp>

#include <algorithm>
#include <cstdlib>
#include <span>

#include <fmt/format.h>

#include <entente/base/elementary.hpp>
#include <entente/base/rows.hpp>
#include <entente/model/resources.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::array<std::string_view, 6> ShapeWords = {"round",         "square", "double-round",
                                                        "double-square", "oval",   "note"};

template <std::size_t N>
std::size_t index_of(const std::array<std::string_view, N>& words, std::string_view word, const RowReader& rows) {
  const auto* const at = std::find(words.begin(), words.end(), word);
  if (at == words.end()) {
    rows.fail(fmt::format("the word \"{}\"", word), fmt::format("one of {}", fmt::join(words, ", ")));
  }
  return static_cast<std::size_t>(at - words.begin());
}

// The value of that name among the first `Count` of an enumeration.
template <std::size_t Count, typename Value>
Value value_of(std::string_view (*name_of)(Value), std::string_view word, const RowReader& rows) {
  std::array<std::string_view, Count> names;
  for (std::size_t i = 0; i < Count; ++i) {
    names.at(i) = name_of(static_cast<Value>(i));
  }
  return static_cast<Value>(index_of(names, word, rows));
}

ActorKind kind_of(std::string_view word, const RowReader& rows) {
  return value_of<ActorKindCount>(actor_kind_name, word, rows);
}

std::string color_at(std::span<const std::string_view> columns, std::size_t at, const RowReader& rows) {
  const auto word = at < columns.size() ? columns[at] : std::string_view();
  if (word.size() != 7 || word.front() != '#' ||
      word.find_first_not_of("0123456789abcdef", 1) != std::string_view::npos) {
    rows.fail(fmt::format("\"{}\" in column {}", word, at + 1), "a color like #1f5c8f");
  }
  return std::string(word);
}

ActorStyle actor_style(std::span<const std::string_view> columns, const RowReader& rows) {
  const auto color = [&](std::size_t at) {
    return Color{color_at(columns, at, rows), color_at(columns, at + 3, rows)};
  };
  return {static_cast<NodeShape>(index_of(ShapeWords, columns.size() > 2 ? columns[2] : "", rows)), color(3), color(4),
          color(5)};
}

std::vector<ActorKind> kinds_at(std::span<const std::string_view> columns, std::size_t at, const RowReader& rows) {
  std::vector<ActorKind> kinds;
  for (const auto word : split(at < columns.size() ? columns[at] : std::string_view(), ' ')) {
    kinds.push_back(kind_of(word, rows));
  }
  if (kinds.empty()) {
    rows.fail(fmt::format("no kind of actor in column {}", at + 1), "one or more, divided by spaces");
  }
  return kinds;
}

UnderName under_name(std::span<const std::string_view> columns, const RowReader& rows) {
  const auto last = columns.size() > 4 ? columns[4] : std::string_view();
  if (!last.empty() && last != "one") {
    rows.fail(fmt::format("\"{}\" in column 5", last), "one, or nothing");
  }
  return {std::string(columns.size() > 1 ? columns[1] : std::string_view()), kinds_at(columns, 2, rows),
          kinds_at(columns, 3, rows), last == "one"};
}

// The part of light that a channel of sRGB stands for.
double linear(std::string_view hex) {
  const double value = static_cast<double>(std::strtol(std::string(hex).c_str(), nullptr, 16)) / 255.0;
  return value <= 0.04045 ? value / 12.92 : exponential(2.4 * logarithm((value + 0.055) / 1.055));
}

double luminance(std::string_view color) {
  return 0.2126 * linear(color.substr(1, 2)) + 0.7152 * linear(color.substr(3, 2)) +
         0.0722 * linear(color.substr(5, 2));
}

}  // namespace

Style load_style(std::string_view rows) {
  Style style;
  RowReader reader("lexicon/picture_style.tsv", rows);
  const std::array<std::pair<std::string_view, Color*>, 7> page = {{{"paper", &style.paper},
                                                                    {"ink", &style.ink},
                                                                    {"quiet", &style.quiet},
                                                                    {"negated", &style.negated},
                                                                    {"ended", &style.ended},
                                                                    {"frame", &style.frame},
                                                                    {"rim", &style.rim}}};
  while (reader.next()) {
    const auto columns = reader.columns();
    const auto name = columns.size() > 1 ? columns[1] : std::string_view();
    const auto pair = [&](std::size_t at) {
      return Color{color_at(columns, at, reader), color_at(columns, at + 1, reader)};
    };
    if (columns[0] == "actor") {
      style.actors.at(static_cast<std::size_t>(kind_of(name, reader))) = actor_style(columns, reader);
    } else if (columns[0] == "family") {
      const auto family = value_of<FamilyCount>(family_name, name, reader);
      style.families.at(static_cast<std::size_t>(family)) = {pair(2),
                                                             std::string(columns.size() > 4 ? columns[4] : name)};
    } else if (columns[0] == "page") {
      const auto* const at = std::find_if(page.begin(), page.end(), [&](const auto& p) { return p.first == name; });
      if (at == page.end()) {
        reader.fail(fmt::format("the page color \"{}\"", name), "paper, ink, quiet, negated, ended, frame or rim");
      }
      *at->second = pair(2);
    } else if (columns[0] == "under-name") {
      style.under_name.push_back(under_name(columns, reader));
    } else if (columns[0] == "not-alone") {
      for (const auto word : split(name, ' ')) {
        style.not_alone.emplace_back(word);
      }
    } else if (columns[0] == "no-caption") {
      for (const auto word : split(name, ' ')) {
        style.no_caption.emplace_back(word);
      }
    } else {
      reader.fail(fmt::format("\"{}\"", columns[0]), "actor, family, page, under-name, not-alone or no-caption");
    }
  }
  return style;
}

const Style& picture_style() {
  static const Style style = load_style(resource("lexicon/picture_style.tsv"));
  return style;
}

std::string_view status_meaning(Status status) {
  constexpr std::array<std::string_view, StatusCount> Meanings = {"fact",    "plan",   "possibility",
                                                                  "request", "denial", "in the past"};
  return Meanings.at(static_cast<std::size_t>(status));
}

Stroke stroke_of(Status status) {
  switch (status) {
    case Status::Planned:
      return Stroke::Dashed;
    case Status::Possible:
    case Status::Requested:
      return Stroke::Dotted;
    case Status::Ended:
      return Stroke::DashDotted;
    default:
      return Stroke::Solid;
  }
}

std::string_view tip_of(Status status, bool arrow, bool claim) {
  if (status == Status::Negated) {
    return arrow ? "normaltee" : "tee";
  }
  return !arrow ? "none" : status == Status::Ended ? "onormal" : claim ? "vee" : "normal";
}

double contrast(std::string_view a, std::string_view b) {
  const double one = luminance(a);
  const double other = luminance(b);
  return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

}  // namespace entente
