#include <entente/render/timeline_picture.hpp>

#include <algorithm>
#include <chrono>
#include <map>
#include <utility>

#include <fmt/format.h>

#include <entente/base/dates.hpp>
#include <entente/render/lettering.hpp>
#include <entente/render/style.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr double Width = 960.0;
constexpr double NameLeft = 16.0;
constexpr double NameWidth = 260.0;  // for the names of the rows
constexpr double FontSize = 13.0;
constexpr double Right = 24.0;
constexpr double RowHeight = 24.0;
constexpr double Top = 64.0;
constexpr double DotRadius = 5.0;

std::string escaped(std::string_view text) { return escaped_xml(cleaned(text)); }

double day_of(const std::string& date) {
  const auto day = calendar_day(date);
  return day ? static_cast<double>(std::chrono::sys_days(*day).time_since_epoch().count()) : 0.0;
}

// The two ends, the smaller vertex first.
std::pair<Vertex, Vertex> pair_of(const Network& network, Edge edge) {
  return std::minmax({boost::source(edge, network), boost::target(edge, network)});
}

using Row = std::pair<std::pair<Vertex, Vertex>, std::vector<const TimelineEntry*>>;

std::vector<Row> rows_of(const Network& network, const std::vector<TimelineEntry>& entries, std::size_t most) {
  std::map<std::pair<Vertex, Vertex>, std::vector<const TimelineEntry*>> by_pair;
  for (const TimelineEntry& entry : entries) {
    by_pair[pair_of(network, entry.edge)].push_back(&entry);
  }
  std::vector<Row> rows(by_pair.begin(), by_pair.end());
  std::stable_sort(rows.begin(), rows.end(),
                   [](const Row& a, const Row& b) { return a.second.size() > b.second.size(); });
  if (most > 0 && rows.size() > most) {
    rows.resize(most);
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const Row& a, const Row& b) { return a.second.front()->from < b.second.front()->from; });
  return rows;
}

class Picture {
 public:
  Picture(const Network& network, const RelationTypes& types, std::vector<Row> rows, const TimelineOptions& options)
      : network_(network), types_(types), rows_(std::move(rows)), options_(options) {
    for (const Row& row : rows_) {
      for (const TimelineEntry* entry : row.second) {
        first_ = first_ == 0.0 ? day_of(entry->from) : std::min(first_, day_of(entry->from));
        last_ = std::max(last_, day_of(entry->to));
      }
    }
    last_ = std::max(last_, first_ + 1.0);
  }

  std::string draw() {
    const double height = Top + RowHeight * static_cast<double>(std::max<std::size_t>(rows_.size(), 1)) + 24.0;
    out_ = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" font-family=\"{}\" "
        "font-size=\"13\">\n<title>{}</title>\n<style>{}</style>\n"
        "<rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n",
        Width, height, FontList, escaped(options_.heading.empty() ? "Timeline" : options_.heading), css());
    if (!options_.heading.empty()) {
      out_ += fmt::format("<text class=\"ink\" x=\"16\" y=\"26\" font-size=\"17\" font-weight=\"bold\">{}</text>\n",
                          escaped(options_.heading));
    }
    if (rows_.empty()) {
      out_ += fmt::format("<text class=\"quiet\" x=\"16\" y=\"{}\">No dated relations.</text>\n", Top);
    } else {
      draw_axis(height);
      draw_rows();
    }
    return out_ + "</svg>\n";
  }

 private:
  static std::string css() {
    const Style& style = picture_style();
    std::string light;
    std::string dark;
    const auto add = [&](const std::string& rule, const Color& color) {
      light += fmt::format(fmt::runtime(rule), color.light);
      dark += fmt::format(fmt::runtime(rule), color.dark);
    };
    add(".paper{{fill:{}}}", style.paper);
    add(".ink{{fill:{}}}", style.ink);
    add(".quiet{{fill:{}}}", style.quiet);
    add(".grid{{stroke:{}}}", style.rim);
    for (std::size_t family = 0; family < style.families.size(); ++family) {
      add(fmt::format(".f{}{{{{fill:{{0}};stroke:{{0}}}}}}", family), style.families.at(family).color);
    }
    add(".hollow{{fill:{}}}", style.paper);
    return light + "@media(prefers-color-scheme:dark){" + dark + "}";
  }

  double x_of(double day) const { return NameWidth + (day - first_) / (last_ - first_) * (Width - NameWidth - Right); }

  // A line for each year, or for each month where there are few.
  void draw_axis(double height) {
    constexpr double FewDays = 800.0;
    const std::chrono::year_month_day begin{std::chrono::sys_days(std::chrono::days(static_cast<int>(first_)))};
    const int step = last_ - first_ > FewDays ? std::max(1, static_cast<int>((last_ - first_) / 365.0 / 12.0)) * 12 : 1;
    std::chrono::year_month month(begin.year(), step == 1 ? begin.month() : std::chrono::January);
    double free_from = 0.0;
    for (; day_number(month) <= last_; month += std::chrono::months(step)) {
      const double x = x_of(std::max(day_number(month), first_));
      out_ += fmt::format("<line class=\"grid\" x1=\"{0:.1f}\" x2=\"{0:.1f}\" y1=\"{1}\" y2=\"{2:.1f}\"/>\n", x,
                          Top - 12.0, height - 16.0);
      if (x >= free_from && x < Width - 40.0) {
        const std::string label =
            step == 1 ? fmt::format("{}-{:02}", static_cast<int>(month.year()), static_cast<unsigned>(month.month()))
                      : fmt::format("{}", static_cast<int>(month.year()));
        out_ += fmt::format("<text class=\"quiet\" x=\"{:.1f}\" y=\"{}\" font-size=\"11\">{}</text>\n", x, Top - 18.0,
                            label);
        free_from = x + 60.0;
      }
    }
  }

  static double day_number(std::chrono::year_month month) {
    return static_cast<double>(std::chrono::sys_days(month / std::chrono::day(1)).time_since_epoch().count());
  }

  void draw_rows() {
    double y = Top + RowHeight / 2.0;
    for (const auto& [ends, entries] : rows_) {
      const std::string name = network_[ends.first].name + " – " + network_[ends.second].name;
      const Wrapped line = wrapped(cleaned(name), {.width = NameWidth - NameLeft, .size = FontSize, .lines = 1});
      out_ += fmt::format("<text class=\"ink\" x=\"16\" y=\"{:.1f}\">{}<title>{}</title></text>\n", y + 4.0,
                          escaped_xml(line.lines.front()), escaped(name));
      for (const TimelineEntry* entry : entries) {
        draw_dot(*entry, y);
      }
      y += RowHeight;
    }
  }

  void draw_dot(const TimelineEntry& entry, double y) {
    const Relation& relation = network_[entry.edge];
    const auto family = static_cast<std::size_t>(types_.named(relation.type).family);
    const double x = x_of(day_of(entry.from));
    const double end = x_of(day_of(entry.to));
    const bool fact = relation.status == Status::Asserted;
    if (end - x > 1.0) {
      out_ += fmt::format(
          "<line class=\"f{0}\" stroke-width=\"2\" x1=\"{1:.1f}\" x2=\"{2:.1f}\" y1=\"{3:.1f}\" y2=\"{3:.1f}\"/>\n",
          family, x, end, y);
    }
    out_ += fmt::format(
        "<circle class=\"f{}{}\" stroke-width=\"1.5\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{}\"><title>{} {} {} {}{}: {}"
        "</title></circle>\n",
        family, fact ? "" : " hollow", x, y, DotRadius, entry.from,
        escaped(network_[boost::source(entry.edge, network_)].name), escaped(relation.type),
        escaped(network_[boost::target(entry.edge, network_)].name),
        fact ? "" : fmt::format(" ({})", status_name(relation.status)),
        escaped(relation.evidence[entry.evidence].text));
  }

  const Network& network_;
  const RelationTypes& types_;
  std::vector<Row> rows_;
  const TimelineOptions& options_;
  double first_ = 0.0;
  double last_ = 0.0;
  std::string out_;
};

}  // namespace

std::string render_timeline(const Network& network, const RelationTypes& types,
                            const std::vector<TimelineEntry>& entries, const TimelineOptions& options) {
  return Picture(network, types, rows_of(network, entries, options.rows), options).draw();
}

}  // namespace entente
