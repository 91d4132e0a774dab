#include <render/faults.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <sstream>

#include <fmt/format.h>

#include <render/fonts.hpp>
#include <render/xml.hpp>

namespace entente::test {

namespace {

struct Point {
  double x = 0.0;
  double y = 0.0;
};

struct Box {
  double left = std::numeric_limits<double>::max();
  double top = std::numeric_limits<double>::max();
  double right = std::numeric_limits<double>::lowest();
  double bottom = std::numeric_limits<double>::lowest();

  void add(Point p) {
    left = std::min(left, p.x);
    right = std::max(right, p.x);
    top = std::min(top, p.y);
    bottom = std::max(bottom, p.y);
  }
  bool overlaps(const Box& other) const {
    constexpr double Touch = 0.2;  // numbers in the file have one digit
    return std::min(right, other.right) - std::max(left, other.left) > Touch &&
           std::min(bottom, other.bottom) - std::max(top, other.top) > Touch;
  }
  bool holds(const Box& other) const {
    return left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom;
  }
  double distance(Point p) const {
    return std::hypot(std::max({left - p.x, 0.0, p.x - right}), std::max({top - p.y, 0.0, p.y - bottom}));
  }
};

std::vector<double> numbers(const std::string& text) {
  std::string plain;
  for (const char c : text) {
    plain += std::string_view("0123456789.-").find(c) == std::string_view::npos ? ' ' : c;
  }
  std::istringstream in(plain);
  std::vector<double> result;
  for (double n = 0; in >> n;) {
    result.push_back(n);
  }
  return result;
}

// Points along a path of cubic Béziers.
std::vector<Point> along(const std::string& data) {
  const auto n = numbers(data);
  std::vector<Point> result;
  for (std::size_t i = 0; i + 7 < n.size(); i += 6) {
    for (int k = 0; k <= 12; ++k) {
      const double t = k / 12.0;
      const double s = 1 - t;
      const auto mix = [&](std::size_t at) {
        return s * s * s * n[at] + 3 * s * s * t * n[at + 2] + 3 * s * t * t * n[at + 4] + t * t * t * n[at + 6];
      };
      result.push_back({mix(i), mix(i + 1)});
    }
  }
  return result;
}

struct Text {
  std::string words;
  Box box;  // in the widest of the fonts
};

double widest(const std::string& words, double size, bool bold) {
  double width = 0.0;
  for (const auto& font : usual_fonts()) {
    width = std::max(width, (bold ? font.bold : font.regular).width(words, size).value_or(0.0));
  }
  return width;
}

Text text_of(const Element& element) {
  const double size = element.number("font-size");
  const double width = widest(element.text, size, element.attribute("font-weight") == "bold");
  const double x = element.number("x") - (element.attribute("text-anchor") == "middle" ? width / 2 : 0.0);
  const double base = element.number("y");
  Text text{element.text, {}};
  text.box.add({x, base - 0.76 * size});
  text.box.add({x + width, base + 0.22 * size});
  return text;
}

struct Actor {
  std::string name;
  Box box;
  bool oval = false;
  std::vector<Text> rows;
};

struct Line {
  std::string name;
  std::set<std::string> ends;
  std::vector<Point> path;
  std::vector<Text> rows;
  Box label;
};

std::set<std::string> words_with(const std::string& classes, const std::string& beginning) {
  std::istringstream in(classes);
  std::set<std::string> result;
  for (std::string word; in >> word;) {
    if (word.starts_with(beginning)) {
      result.insert(word);
    }
  }
  return result;
}

Box box_of_shape(const Element& shape) {
  Box box;
  if (shape.name == "rect") {
    box.add({shape.number("x"), shape.number("y")});
    box.add({shape.number("x") + shape.number("width"), shape.number("y") + shape.number("height")});
  } else if (shape.name == "ellipse") {
    box.add({shape.number("cx") - shape.number("rx"), shape.number("cy") - shape.number("ry")});
    box.add({shape.number("cx") + shape.number("rx"), shape.number("cy") + shape.number("ry")});
  } else {
    // A sheet: M left top H right-fold L right top+fold V bottom H left …
    const auto n = numbers(shape.attribute("d"));
    box.add({n.at(0), n.at(1)});
    box.add({n.at(3), n.at(5)});
  }
  return box;
}

std::vector<Text> rows_of(const Element& group) {
  std::vector<Text> rows;
  for (const auto* text : all_named(group, "text")) {
    rows.push_back(text_of(*text));
  }
  return rows;
}

struct Frame {
  std::string name;
  Box box;
  Text title;
};

struct Picture {
  Box page;
  std::vector<Frame> frames;
  std::vector<Actor> actors;
  std::vector<Line> lines;
  std::vector<Text> texts;  // title, legend, notes
};

Picture read(std::string_view svg) {
  const auto root = parse_xml(svg);
  const auto view = numbers(root.attribute("viewBox"));
  Picture picture;
  picture.page.add({view.at(0), view.at(1)});
  picture.page.add({view.at(2), view.at(3)});
  for (const auto* group : all_of_class(root, "actor")) {
    Actor actor;
    actor.name = group->attribute("aria-label");
    const auto* const shape = all_of_class(*group, "shape").front();
    actor.box = box_of_shape(*shape);
    actor.oval = shape->name == "ellipse";
    actor.rows = rows_of(*group);
    picture.actors.push_back(actor);
  }
  for (const auto* groups : all_of_class(root, "groups")) {
    for (const auto* group : all_of_class(*groups, "frame")) {
      picture.frames.push_back({group->attribute("aria-label"), box_of_shape(*all_of_class(*group, "shape").front()),
                                rows_of(*group).front()});
    }
  }
  for (const auto* group : all_of_class(root, "relation")) {
    Line line;
    line.name = group->attribute("aria-label");
    line.ends = words_with(group->attribute("class"), "at-");
    line.path = along(all_of_class(*group, "line").front()->attribute("d"));
    line.rows = rows_of(*group);
    for (const auto& row : line.rows) {
      line.label.add({row.box.left, row.box.top});
      line.label.add({row.box.right, row.box.bottom});
    }
    picture.lines.push_back(line);
  }
  for (const auto* group : all_of_class(root, "page")) {
    picture.texts = rows_of(*group);
  }
  return picture;
}

void check_actors(const Picture& picture, std::vector<std::string>& out) {
  for (std::size_t i = 0; i < picture.actors.size(); ++i) {
    const auto& actor = picture.actors[i];
    if (!picture.page.holds(actor.box)) {
      out.push_back(fmt::format("actor {} leaves the page", actor.name));
    }
    for (std::size_t k = i + 1; k < picture.actors.size(); ++k) {
      if (actor.box.overlaps(picture.actors[k].box)) {
        out.push_back(fmt::format("actor {} lies on actor {}", actor.name, picture.actors[k].name));
      }
    }
    for (const auto& row : actor.rows) {
      // In an oval a row has less room the further it is from the middle.
      const double ry = (actor.box.bottom - actor.box.top) / 2;
      const double away =
          std::max(std::abs(row.box.top - actor.box.top - ry), std::abs(row.box.bottom - actor.box.top - ry));
      const double room = (actor.box.right - actor.box.left) *
                          (actor.oval ? std::sqrt(std::max(0.0, 1 - away * away / (ry * ry))) : 1.0);
      if (row.box.right - row.box.left > room + 0.2 || row.box.top < actor.box.top ||
          row.box.bottom > actor.box.bottom) {
        out.push_back(
            fmt::format("\"{}\" is {:.0f} wide in a box of {:.0f}", row.words, row.box.right - row.box.left, room));
      }
    }
  }
}

// Deeper than the rounding of a corner.
bool runs_under(const std::vector<Point>& path, const Box& box) {
  constexpr double Deep = 4.0;
  return std::any_of(path.begin(), path.end(), [&](Point p) {
    return std::min({p.x - box.left, box.right - p.x, p.y - box.top, box.bottom - p.y}) > Deep;
  });
}

void check_labels(const Picture& picture, std::vector<std::string>& out) {
  constexpr double Far = 20.0;
  constexpr double Doubt = 4.0;
  for (std::size_t i = 0; i < picture.lines.size(); ++i) {
    const auto& line = picture.lines[i];
    if (!picture.page.holds(line.label)) {
      out.push_back(fmt::format("the label of {} leaves the page", line.name));
    }
    for (const auto& actor : picture.actors) {
      if (line.label.overlaps(actor.box)) {
        out.push_back(fmt::format("the label of {} lies on {}", line.name, actor.name));
      }
    }
    for (std::size_t k = i + 1; k < picture.lines.size(); ++k) {
      if (line.label.overlaps(picture.lines[k].label)) {
        out.push_back(fmt::format("the label of {} lies on that of {}", line.name, picture.lines[k].name));
      }
    }
    for (std::size_t k = 0; k < picture.actors.size(); ++k) {
      if (!line.ends.contains(fmt::format("at-{}", k)) && runs_under(line.path, picture.actors[k].box)) {
        out.push_back(fmt::format("the line of {} runs under {}", line.name, picture.actors[k].name));
      }
    }
    double away = std::numeric_limits<double>::max();
    for (const auto& point : line.path) {
      away = std::min(away, line.label.distance(point));
    }
    if (away > Far) {
      out.push_back(fmt::format("the label of {} is {:.0f} points from its line", line.name, away));
    }
    for (std::size_t k = 0; k < picture.lines.size(); ++k) {
      double other = std::numeric_limits<double>::max();
      for (const auto& point : picture.lines[k].path) {
        other = std::min(other, line.label.distance(point));
      }
      if (k != i && other + Doubt < away) {
        out.push_back(fmt::format("the label of {} is {:.0f} points from its line and {:.0f} from that of {}",
                                  line.name, away, other, picture.lines[k].name));
      }
    }
  }
}

// An actor is in a frame as a whole or not at all, and nothing stands on the title.
void check_frames(const Picture& picture, std::vector<std::string>& out) {
  for (std::size_t i = 0; i < picture.frames.size(); ++i) {
    const auto& frame = picture.frames[i];
    if (!picture.page.holds(frame.box) || !frame.box.holds(frame.title.box)) {
      out.push_back(fmt::format("the frame of {} leaves the page, or its title the frame", frame.name));
    }
    for (const auto& actor : picture.actors) {
      if (frame.box.overlaps(actor.box) && !frame.box.holds(actor.box)) {
        out.push_back(fmt::format("the frame of {} cuts {}", frame.name, actor.name));
      }
      if (frame.title.box.overlaps(actor.box)) {
        out.push_back(fmt::format("{} lies on the title of the frame of {}", actor.name, frame.name));
      }
    }
    for (const auto& line : picture.lines) {
      if (frame.title.box.overlaps(line.label)) {
        out.push_back(fmt::format("the label of {} lies on the title of the frame of {}", line.name, frame.name));
      }
    }
    for (std::size_t k = i + 1; k < picture.frames.size(); ++k) {
      if (frame.box.overlaps(picture.frames[k].box)) {
        out.push_back(fmt::format("the frames of {} and {} overlap", frame.name, picture.frames[k].name));
      }
    }
  }
}

void check_texts(const Picture& picture, std::vector<std::string>& out) {
  for (std::size_t i = 0; i < picture.texts.size(); ++i) {
    const auto& text = picture.texts[i];
    if (!picture.page.holds(text.box)) {
      out.push_back(fmt::format("\"{}\" leaves the page", text.words));
    }
    for (std::size_t k = i + 1; k < picture.texts.size(); ++k) {
      if (text.box.overlaps(picture.texts[k].box)) {
        out.push_back(fmt::format("\"{}\" lies on \"{}\"", text.words, picture.texts[k].words));
      }
    }
  }
}

double side(Point a, Point b, Point p) { return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x); }

bool cross(const std::vector<Point>& a, const std::vector<Point>& b) {
  for (std::size_t i = 0; i + 1 < a.size(); ++i) {
    for (std::size_t k = 0; k + 1 < b.size(); ++k) {
      if (side(a[i], a[i + 1], b[k]) * side(a[i], a[i + 1], b[k + 1]) < 0 &&
          side(b[k], b[k + 1], a[i]) * side(b[k], b[k + 1], a[i + 1]) < 0) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace

std::vector<std::string> faults(std::string_view svg) {
  const auto picture = read(svg);
  std::vector<std::string> out;
  check_actors(picture, out);
  check_labels(picture, out);
  check_frames(picture, out);
  check_texts(picture, out);
  return out;
}

std::size_t crossings(std::string_view svg) {
  const auto lines = read(svg).lines;
  std::size_t count = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (std::size_t k = i + 1; k < lines.size(); ++k) {
      count += lines[i].ends != lines[k].ends && cross(lines[i].path, lines[k].path) ? 1 : 0;
    }
  }
  return count;
}

}  // namespace entente::test
