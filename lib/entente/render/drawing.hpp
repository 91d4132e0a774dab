// The edited network: the actors and lines of a picture and their labels, without geometry.
#pragma once

#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

#include <entente/graph/network.hpp>
#include <entente/relations/relation_types.hpp>
#include <entente/render/render.hpp>

namespace entente::inline v0_1 {

// One label of a drawn line: "visits ×3".
struct LineLabel {
  std::string text;  // "visits", "does not support"
  Status status = Status::Asserted;
  std::size_t evidence = 0;             // different sentences that say so
  std::vector<std::string> speakers{};  // ids of those who alone say so; none where the text itself says it
  std::string years{};  // "2022", "until 2016": where the evidence speaks of another year than its articles
  std::vector<Edge> relations{};
};

// What a line shows: the relations of one pair, family and direction.
struct LineContent {
  RelationFamily family = RelationFamily::Other;
  bool arrow_at_source = false;      // said in both directions
  bool arrow_at_target = true;       // false for symmetric relations
  Status status = Status::Asserted;  // the firmest of its relations
  std::vector<LineLabel> labels;     // the best founded first
  std::size_t evidence = 0;
  bool claim = false;                 // somebody says so, and the text itself says nothing of it
  bool reported_in_headline = false;  // the headline of the one article says so
  bool is_headline_link = false;      // no relation: the headline names both, and no other line joins their parts
  std::vector<Edge> relations;        // in the order of labels
};

// A line of a network, of which it is not yet known who is drawn.
struct VertexLine : LineContent {
  Vertex source = 0;
  Vertex target = 0;
};

// A line of a drawing.
struct DrawnLine : LineContent {
  std::size_t source = 0;  // index into Drawing::actors
  std::size_t target = 0;
};

struct DrawnActor {
  Vertex vertex = 0;
  std::vector<std::string> offices;  // "President of China", "member of the Stimson Center"
  std::vector<Edge> told;            // relations that stand in `offices` instead of in a line
  std::size_t mentions = 0;          // shown where nothing else is known of anyone, else 0
  double prominence = 0.0;           // 0 to 1; the most salient actor of the drawing has 1

  // Of the letters of its name, in points.
  double name_size() const { return std::round(2.0 * (10.5 + 6.5 * prominence)) / 2.0; }
};

// Actors in a common frame.
struct DrawnGroup {
  std::string id;                   // of the country: "south-africa"
  std::string name;                 // "South Africa"
  std::vector<std::size_t> actors;  // indices into Drawing::actors, rising
};

struct Drawing {
  std::vector<DrawnActor> actors;  // the most salient first
  std::vector<DrawnLine> lines;    // the best founded first
  std::vector<DrawnGroup> groups;  // none unless the options ask for them
  // The number of actors left out, each counted once, by reason.
  std::size_t isolated = 0;    // without any relation
  std::size_t unasked = 0;     // only with relations that the options do not ask for
  std::size_t far = 0;         // further from the actor in the middle than the options say
  std::size_t minor = 0;       // others are more salient
  std::size_t background = 0;  // only offices and belonging are told of them
  std::size_t weak = 0;        // lines, because others are better founded
  // The most prominent actors without relations, at most three.
  std::vector<Vertex> isolated_first;
  // The options select relations.
  bool filtered = false;
};

// Chooses by `options`, folds offices, and merges lines. Throws Error as render() does.
Drawing edit(const Network& network, const RelationTypes& types, const RenderOptions& options);

}  // namespace entente
