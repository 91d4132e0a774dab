#include <entente/render/layout.hpp>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <mutex>

#include <locale.h>

#include <fmt/format.h>
#include <graphviz/gvc.h>

#include <entente/base/error.hpp>
#include <entente/render/fonts.hpp>
#include <entente/render/graphviz_plugins.hpp>
#include <entente/render/graphviz_reader.hpp>

namespace entente::inline v0_1 {

namespace {

// libgvc keeps its state in globals: one layout at a time in this process.
std::mutex& graphviz_mutex() {
  static std::mutex mutex;
  return mutex;
}

// One for the whole process, never freed: Graphviz's Pango plugin remembers the name of the font that it measured last
// and looks at it again in the next layout, when the context that owned it must still be there.
GVC_t* graphviz_context() {
  static GVC_t* const context = [] {
    offer_fonts();  // before Pango asks for the first one: it does not look again
    return open_graphviz();
  }();
  return context;
}

// Graphviz reads and writes numbers as the locale of the thread has them: with a decimal comma a width of "0.75" would
// be 0. While one of these lives, this thread has the plain ones.
class PlainNumbers {
 public:
  PlainNumbers() : plain_(newlocale(LC_ALL_MASK, "C", nullptr)), before_(uselocale(plain_)) {}
  PlainNumbers(const PlainNumbers&) = delete;
  PlainNumbers& operator=(const PlainNumbers&) = delete;
  ~PlainNumbers() {
    uselocale(before_);
    freelocale(plain_);
  }

 private:
  locale_t plain_;
  locale_t before_;
};

// What Graphviz would have printed; it calls back without a context of ours.
std::string& graphviz_talk() {
  static std::string talk;
  return talk;
}

int keep_talk(char* text) {
  constexpr std::size_t Enough = 2000;
  if (graphviz_talk().size() < Enough) {
    graphviz_talk() += text;
  }
  return 0;
}

[[noreturn]] void fail(const std::string& what) {
  throw Error(ErrorCode::Internal, "Graphviz", what + (graphviz_talk().empty() ? "" : ": " + graphviz_talk()));
}

struct GraphCloser {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};

using Graph = std::unique_ptr<Agraph_t, GraphCloser>;

// Circo keeps the attributes of the graph that it laid out last, and takes them for those of the next one if that has
// the same address (circular.c, initGraphAttrs). So the last one lives until the next one is there.
Graph& last_of_circo() {
  static Graph graph;
  return graph;
}

// One graph, laid out by an engine.
class Session {
 public:
  Session(const std::string& dot, const char* engine)
      : lock_(graphviz_mutex()), context_(graphviz_context()), circo_(std::string_view(engine) == "circo") {
    graphviz_talk().clear();
    agseterrf(keep_talk);
    if (context_ == nullptr) {
      fail("no context");
    }
    graph_.reset(read_graph(dot));
    if (!graph_) {
      fail("cannot read the graph that was written for it");
    }
    // Of the C library's generators that the engines draw from, the attribute "start" seeds only one.
    std::srand(Seed);
    srand48(Seed);
    if (gvLayout(context_, graph_.get(), engine) != 0) {
      fail(std::string("no layout by ") + engine);
    }
    laid_out_ = true;
  }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
  ~Session() {
    if (laid_out_) {
      gvFreeLayout(context_, graph_.get());
    }
    if (circo_) {
      last_of_circo() = std::move(graph_);
    }
  }

  Agraph_t* graph() const { return graph_.get(); }

  std::string drawn(const std::string& format) const {
    char* bytes = nullptr;
    unsigned length = 0;
    const int failed = gvRenderData(context_, graph_.get(), format.c_str(), &bytes, &length);
    std::string result;
    if (bytes != nullptr) {
      result.assign(bytes, length);
      gvFreeRenderData(bytes);
    }
    if (failed != 0 || result.empty()) {
      fail("no drawing as " + format);
    }
    return result;
  }

 private:
  static constexpr int Seed = 7;
  std::lock_guard<std::mutex> lock_;
  PlainNumbers numbers_;
  GVC_t* context_;
  bool circo_;
  Graph graph_;
  bool laid_out_ = false;
};

std::string engine_name(RenderEngine engine) {
  return std::string(render_engine_names()[static_cast<std::size_t>(engine)]);
}

std::string empty_box(double width, double height) {
  return fmt::format(
      "<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLPADDING=\"0\" CELLSPACING=\"0\"><TR><TD FIXEDSIZE=\"TRUE\" "
      "WIDTH=\"{:.0f}\" HEIGHT=\"{:.0f}\"></TD></TR></TABLE>>",
      width, height);
}

std::string group_name(std::size_t index) { return fmt::format("cluster_{}", index); }

// Names are numbers and labels are empty boxes: no font is asked for, no text can break the DOT. Nodes whose places are
// given, as Graphviz writes them, are not moved apart.
std::string layout_dot(const LayoutRequest& request, const std::vector<std::string>& places = {}) {
  std::string dot = fmt::format(
      "digraph {{ graph [nodesep={:.3f} ranksep={:.3f} splines=true overlap={} sep=\"+46,24\" "
      "esep=\"+6\" "
      "mindist=1.4 K=1.2 overlap_scaling=2 start=7 outputorder=edgesfirst newrank={}]\nnode [label=\"\" shape=box "
      "fixedsize=true]\n",
      request.node_gap / 72, request.rank_gap / 72, places.empty() ? "prism" : "true", request.ranks_over_groups);
  for (std::size_t i = 0; i < request.nodes.size(); ++i) {
    const auto& node = request.nodes[i];
    dot += fmt::format("{} [width={:.4f} height={:.4f}{}", i, node.width / 72, node.height / 72,
                       node.oval ? " shape=ellipse" : "");
    dot += places.empty() ? "]\n" : fmt::format(" pos=\"{}\"]\n", places[i]);
  }
  for (const auto& edge : request.edges) {
    // A line that is to run upward is handed over turned round, with its tips exchanged.
    const auto tail = edge.upward ? edge.target : edge.source;
    const auto head = edge.upward ? edge.source : edge.target;
    dot += fmt::format("{} -> {} [dir=both arrowtail={} arrowhead={} arrowsize={:.2f} weight={:.0f} minlen={}", tail,
                       head, edge.upward ? edge.target_tip : edge.source_tip,
                       edge.upward ? edge.source_tip : edge.target_tip, edge.tip_size, edge.weight, edge.ranks);
    if (edge.label_width > 0.0) {
      dot += " label=" + empty_box(edge.label_width, edge.label_height);
    }
    dot += "]\n";
  }
  for (std::size_t i = 0; i < request.groups.size(); ++i) {
    const auto& group = request.groups[i];
    dot += fmt::format("subgraph {} {{ margin=10 labeljust=l label={}; {} }}\n", group_name(i),
                       empty_box(group.title_width, group.title_height), fmt::join(group.nodes, "; "));
  }
  return dot + "}\n";
}

PlacedEdge placed(Agedge_t* edge, bool turned, Point corner) {
  PlacedEdge result;
  const auto point = [&](pointf p) { return Point{p.x - corner.x, corner.y - p.y}; };
  if (const auto* splines = ED_spl(edge); splines != nullptr) {
    for (int i = 0; i < splines->size; ++i) {
      const bezier& piece = splines->list[i];
      for (int k = i == 0 ? 0 : 1; k < piece.size; ++k) {
        result.curve.push_back(point(piece.list[k]));
      }
      if (piece.sflag != 0) {
        result.source_tip = point(piece.sp);
      }
      if (piece.eflag != 0) {
        result.target_tip = point(piece.ep);
      }
    }
  }
  if (const auto* label = ED_label(edge); label != nullptr) {
    result.label = point(label->pos);
  } else if (!result.curve.empty()) {
    result.label = result.curve[result.curve.size() / 2];
  }
  if (turned) {
    std::reverse(result.curve.begin(), result.curve.end());
    std::swap(result.source_tip, result.target_tip);
  }
  return result;
}

Layout read(const LayoutRequest& request, const Session& session) {
  auto* const graph = session.graph();
  const boxf bounds = GD_bb(graph);
  Layout layout;
  layout.width = bounds.UR.x - bounds.LL.x;
  layout.height = bounds.UR.y - bounds.LL.y;
  layout.nodes.resize(request.nodes.size());
  layout.edges.resize(request.edges.size());
  // Edges of a node come in the order in which they were written, but not over nodes: AGSEQ is the order of writing.
  for (auto* node = agfstnode(graph); node != nullptr; node = agnxtnode(graph, node)) {
    layout.nodes.at(static_cast<std::size_t>(AGSEQ(node)) - 1) = {ND_coord(node).x - bounds.LL.x,
                                                                  bounds.UR.y - ND_coord(node).y};
    for (auto* edge = agfstout(graph, node); edge != nullptr; edge = agnxtout(graph, edge)) {
      const auto at = static_cast<std::size_t>(AGSEQ(edge)) - 1;
      layout.edges.at(at) = placed(edge, request.edges.at(at).upward, {bounds.LL.x, bounds.UR.y});
    }
  }
  for (std::size_t i = 0; i < request.groups.size(); ++i) {
    if (auto* const group = agsubg(graph, group_name(i).data(), 0); group != nullptr) {
      const boxf box = GD_bb(group);
      layout.groups.push_back({{(box.LL.x + box.UR.x) / 2 - bounds.LL.x, bounds.UR.y - (box.LL.y + box.UR.y) / 2},
                               box.UR.x - box.LL.x,
                               box.UR.y - box.LL.y});
    }
  }
  return layout;
}

// Where the nodes are, to a hundredth of a point. The engines but dot take apart what overlaps along a triangulation
// whose parts they visit in the order in which they lie in memory (libgts keeps them in tables of addresses), so that
// the last digits differ from run to run; the routes of lines and the places of labels, which are found next, would
// magnify that.
std::vector<std::string> settled_places(const LayoutRequest& request, const Session& session) {
  std::vector<std::string> places(request.nodes.size());
  for (auto* node = agfstnode(session.graph()); node != nullptr; node = agnxtnode(session.graph(), node)) {
    const pointf at = ND_coord(node);
    places.at(static_cast<std::size_t>(AGSEQ(node)) - 1) = fmt::format("{:.2f},{:.2f}", at.x, at.y);
  }
  return places;
}

void shift(Point& point, Point by) {
  point.x += by.x;
  point.y += by.y;
}

}  // namespace

Box title_box(const Box& group, double width, double height) {
  constexpr double Inset = 6.0;
  return {{group.left() + Inset + width / 2, group.top() + Inset / 2 + height / 2}, width, height};
}

void shift(PlacedEdge& edge, Point by) {
  for (auto& point : edge.curve) {
    shift(point, by);
  }
  for (auto* tip : {&edge.source_tip, &edge.target_tip}) {
    if (*tip) {
      shift(**tip, by);
    }
  }
  shift(edge.label, by);
}

void shift(Layout& layout, Point by) {
  for (auto& node : layout.nodes) {
    shift(node, by);
  }
  for (auto& edge : layout.edges) {
    shift(edge, by);
  }
  for (auto& group : layout.groups) {
    shift(group.center, by);
  }
}

Layout lay_out(const LayoutRequest& request) {
  if (request.engine == RenderEngine::Dot) {
    return read(request, Session(layout_dot(request), "dot"));
  }
  const auto places = settled_places(request, Session(layout_dot(request), engine_name(request.engine).c_str()));
  return read(request, Session(layout_dot(request, places), "nop"));
}

std::string draw_with_graphviz(const std::string& dot, const std::string& format) {
  return Session(dot, "nop2").drawn(format);
}

}  // namespace entente
