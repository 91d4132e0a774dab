#include "drawing_options.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <entente/base/error.hpp>
#include <entente/graph/query.hpp>
#include <entente/render/letters.hpp>
#include <entente/render/page.hpp>

#include "graph_input.hpp"
#include "listing.hpp"
#include "output.hpp"
#include "usage.hpp"

namespace entente::cli {

namespace {

bool is_picture(const Target& target) { return render_format(target.format).has_value(); }

RenderOptions render_options(const DrawingOptions& options, const RelationFilter& filter) {
  RenderOptions picture;
  picture.theme = *render_theme(options.theme);
  picture.page = *render_page(options.page);
  picture.engine = *render_engine(options.engine);
  picture.grouping = *render_grouping(options.group);
  picture.top = options.top.value_or(picture.top);
  picture.depth = options.depth;
  picture.families = filter.families;
  picture.types = filter.types;
  picture.statuses = filter.statuses;
  picture.min_confidence = filter.min_confidence;
  picture.lines = options.lines;
  picture.heading = options.heading;
  return picture;
}

// The actors that the user asks for, but for how many and around whom.
std::vector<Vertex> wanted_actors(const Network& network, const ActorFilter& filter, const RelationMatcher& matcher) {
  std::vector<Vertex> wanted;
  for (Vertex v = 0; v < boost::num_vertices(network); ++v) {
    if (filter.takes(network, v, matcher)) {
      wanted.push_back(v);
    }
  }
  return wanted;
}

// Only those within so many relations of the center.
void keep_near(std::vector<Vertex>& actors, const Network& network, Vertex center, unsigned depth,
               const RelationMatcher& matcher) {
  std::vector<bool> near(boost::num_vertices(network));
  near[center] = true;
  for (const Neighbor& neighbor : neighbors(network, center, {.depth = depth}, matcher)) {
    near[neighbor.actor] = true;
  }
  std::erase_if(actors, [&](Vertex v) { return !near[v]; });
}

void keep_most_salient(std::vector<Vertex>& actors, const Network& network, std::size_t most) {
  if (most == 0 || most >= actors.size()) {
    return;
  }
  std::stable_sort(actors.begin(), actors.end(),
                   [&](Vertex a, Vertex b) { return network[a].salience > network[b].salience; });
  actors.resize(most);
  std::sort(actors.begin(), actors.end());
}

// subgraph() takes all actors where none is named, which is another thing than nobody.
Network part_of(const Network& network, const std::vector<Vertex>& actors, const RelationMatcher& matcher) {
  if (!actors.empty()) {
    return subgraph(network, actors, matcher);
  }
  Network none;
  none[boost::graph_bundle] = network[boost::graph_bundle];
  none.set_relation_types(network.shared_relation_types());
  return none;
}

// The part for formats that hold all of a graph: what pictures leave to render() is cut out here as well.
Network whole_part(const Network& network, const DrawingOptions& options, std::optional<Vertex> center,
                   const RelationMatcher& matcher) {
  std::vector<Vertex> actors = wanted_actors(network, options.actors, matcher);
  if (center) {
    keep_near(actors, network, *center, options.depth, matcher);
  }
  keep_most_salient(actors, network, options.top.value_or(0));
  return part_of(network, actors, matcher);
}

bool asks_of_evidence(const RelationFilter& filter) {
  return !(filter.speaker.empty() && filter.article.empty() && filter.since.empty() && filter.until.empty() &&
           filter.source.empty() && filter.min_articles + filter.min_evidence == 0);
}

bool asks(const FilterOptions& filter) {
  return !(filter.types.empty() && filter.families.empty() && filter.statuses.empty() && filter.speaker.empty() &&
           filter.since.empty() && filter.until.empty() && filter.article.empty() && filter.min_confidence == 0.0F &&
           filter.source.empty() && filter.min_articles + filter.min_evidence == 0);
}

// The font that is compiled in has neither Chinese letters nor emoji.
void tell_of_letters(const Network& network, const RelationTypes& types, const RenderOptions& picture) {
  const bool drawn_here = picture.format == RenderFormat::Png || picture.format == RenderFormat::Pdf;
  if (const auto letters = drawn_here ? letters_of_other_fonts(network, types, picture) : ""; !letters.empty()) {
    tell(fmt::format("the font for PNG and PDF lacks {}: other fonts of this machine draw them, where it has any",
                     letters));
  }
}

void draw(const Network& network, const RelationTypes& types, const std::vector<Document>& documents,
          RenderOptions picture, const Target& target) {
  picture.format = *render_format(target.format);
  tell_of_letters(network, types, picture);
  deliver(picture.format == RenderFormat::Html ? render_page(network, types, documents, picture)
                                               : render(network, types, picture),
          target.path, target.format);
}

}  // namespace

void add_drawing_options(CLI::App& verb, DrawingOptions& options) {
  constexpr const char* Part = "Which part of the graph";
  constexpr const char* Look = "How pictures look";
  const std::size_t before = verb.get_options().size();
  add_number(verb, "-n,--top", options.top, "At most N actors, the most salient; 0 for all. Pictures: 25");
  verb.add_option("--around", options.around, "Only this actor and those near it")->type_name("ACTOR");
  add_number(verb, "--depth", options.depth, "With --around, within N relations", 1);
  add_actor_filter(verb, options.actors);
  add_filter_options(verb, options.relations);
  const std::size_t part = verb.get_options().size();
  add_number(verb, verb.get_name() == "draw" ? "--max-lines,--lines" : "--max-lines", options.lines,
             "At most N lines, the most certain; 0 for all");
  const auto engines = render_engine_names();
  add_choice(verb, "--engine", options.engine, std::vector<std::string>(engines.begin(), engines.end()), "The layout");
  add_choice(verb, "--theme", options.theme, {"auto", "light", "dark"}, "auto follows the reader's screen");
  add_choice(verb, "--page,--size", options.page, {"auto", "portrait", "landscape"}, "The shape");
  add_choice(verb, "--group", options.group, {"none", "country"},
             "country: the actors of one country stand in one frame (engine dot)");
  verb.add_option("--heading", options.heading, "Above the picture, instead of the article's title")->type_name("TEXT");
  const auto all = verb.get_options();
  for (std::size_t i = before; i < all.size(); ++i) {
    all[i]->group(i < part ? Part : Look);
    if (i >= part) {
      options.of_pictures.push_back(all[i]);
    }
  }
}

bool shows_documents(std::span<const Target> targets) {
  return std::any_of(targets.begin(), targets.end(), [](const Target& target) { return target.format == "html"; });
}

void expect_pictures(const DrawingOptions& options, std::span<const Target> targets) {
  const auto given = std::find_if(options.of_pictures.begin(), options.of_pictures.end(),
                                  [](const CLI::Option* option) { return option->count() > 0; });
  if (given != options.of_pictures.end() && std::none_of(targets.begin(), targets.end(), is_picture)) {
    throw Error(ErrorCode::Usage, (*given)->get_name(),
                fmt::format("is for pictures and pages, not for {}", targets.front().format));
  }
}

bool asks_for_part(const DrawingOptions& options) {
  return options.actors.asks() || asks(options.relations) || !options.around.empty() || options.top.has_value();
}

void deliver(const Reading& reading, const RelationTypes& types, const DrawingOptions& options,
             std::span<const Target> targets) {
  const Network& network = *reading.network;
  const RelationFilter filter = filter_of(options.relations, network, types);
  const RelationMatcher matcher(network, filter, types);
  const std::optional<Vertex> center =
      options.around.empty() ? std::nullopt : std::optional(chosen_actor(network, options.around));
  RenderOptions picture = render_options(options, filter);
  picture.around = center ? "id:" + network[*center].id : "";  // that actor and no other
  // render() asks neither for kinds of actors nor for what evidence says.
  const bool cut = options.actors.asks() || asks_of_evidence(filter);
  const bool part = asks_for_part(options);
  const auto is_drawn = [&](bool drawn) {
    return std::any_of(targets.begin(), targets.end(), [&](const Target& t) { return is_picture(t) == drawn; });
  };
  const std::optional<Network> drawn =
      cut && is_drawn(true) ? std::optional(part_of(network, wanted_actors(network, options.actors, matcher), matcher))
                            : std::nullopt;
  const std::optional<Network> written =
      part && is_drawn(false) ? std::optional(whole_part(network, options, center, matcher)) : std::nullopt;
  for (const Target& target : targets) {
    if (is_picture(target)) {
      draw(drawn ? *drawn : network, types, reading.documents, picture, target);
    } else {
      deliver(written ? *written : network, types, target.path, target.format);
    }
  }
}

}  // namespace entente::cli
