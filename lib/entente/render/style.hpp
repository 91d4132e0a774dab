// The visual encoding of a picture: shapes, colors, lines and sizes (data/lexicon/picture_style.tsv).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <entente/actors/actors.hpp>
#include <entente/relations/relation_types.hpp>

namespace entente::inline v0_1 {

enum class NodeShape : std::uint8_t { Round, Square, DoubleRound, DoubleSquare, Oval, Note };
enum class Stroke : std::uint8_t { Solid, Dashed, Dotted, DashDotted };

struct Color {
  std::string light;  // "#rrggbb"
  std::string dark;
};

struct ActorStyle {
  NodeShape shape = NodeShape::Square;
  Color fill;
  Color line;
  Color text;
};

struct FamilyStyle {
  Color color;
  std::string meaning;  // for the legend: "meetings and visits"
};

// A relation type that may be written under the name of its source instead of as a line.
struct UnderName {
  std::string type;
  std::vector<ActorKind> sources;  // of what kinds the two can be
  std::vector<ActorKind> targets;
  bool only_one = false;  // nobody has two such targets at a time, unless one is in the other
};

struct Style {
  std::array<ActorStyle, ActorKindCount> actors;  // by ActorKind
  std::array<FamilyStyle, FamilyCount> families;  // by RelationFamily
  Color paper;
  Color ink;
  Color quiet;
  Color negated;
  Color ended;
  Color frame;  // the ground of groups
  Color rim;    // and the line around them
  std::vector<UnderName> under_name;
  std::vector<std::string> not_alone;   // words that are no caption by themselves: "rival"
  std::vector<std::string> no_caption;  // … even with a complement: "counterpart of Japan"

  const ActorStyle& of(ActorKind kind) const { return actors.at(static_cast<std::size_t>(kind)); }
  const FamilyStyle& of(RelationFamily family) const { return families.at(static_cast<std::size_t>(family)); }
};

// Throws Error (BadFormat) with the line that cannot be read.
Style load_style(std::string_view rows);
// The shipped style, read once.
const Style& picture_style();

// "plan": for legends.
std::string_view status_meaning(Status status);
Stroke stroke_of(Status status);
// The end of a line with an arrow or without, in the words of Graphviz: "normal", "none"; hollow for ended relations,
// crossed for negated ones, open for mere claims.
std::string_view tip_of(Status status, bool arrow, bool claim = false);

// The contrast of two colors as WCAG 2.1 defines it: 1 (the same) to 21 (black on white).
double contrast(std::string_view a, std::string_view b);

inline constexpr std::string_view FontList = "Helvetica,Arial,Liberation Sans,DejaVu Sans,sans-serif";

}  // namespace entente
