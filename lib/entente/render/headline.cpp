#include <entente/render/headline.hpp>

#include <algorithm>
#include <cctype>
#include <string>
#include <tuple>

#include <entente/render/forest.hpp>
#include <entente/render/under_names.hpp>

namespace entente::inline v0_1 {

namespace {

struct Place {
  std::size_t begin = 0;
  std::size_t end = 0;
  Vertex actor = 0;
};

// Letters of other scripts and accented ones count as part of a word.
bool in_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

// "the Chinese president" is no name; "EU" is.
bool is_name(std::string_view text) {
  const auto first = text.empty() ? '\0' : text.front();
  return text.size() > 1 &&
         (std::isupper(static_cast<unsigned char>(first)) != 0 || (static_cast<unsigned char>(first) & 0x80U) != 0);
}

void find(std::string_view title, std::string_view name, Vertex actor, std::vector<Place>& places) {
  for (auto at = title.find(name); is_name(name) && at != std::string_view::npos; at = title.find(name, at + 1)) {
    const auto end = at + name.size();
    const bool whole = (at == 0 || !in_word(title[at - 1])) && (end == title.size() || !in_word(title[end]));
    if (whole) {
      places.push_back({at, end, actor});
    }
  }
}

std::vector<Place> places_in(std::string_view title, const Network& network) {
  std::vector<Place> places;
  for (Vertex v = 0; v < boost::num_vertices(network); ++v) {
    find(title, network[v].name, v, places);
    for (const auto& alias : network[v].aliases) {
      find(title, alias, v, places);
    }
  }
  return places;
}

}  // namespace

std::vector<Vertex> named_in(std::string_view title, const Network& network) {
  auto places = places_in(title, network);
  std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
    return std::tuple(a.begin, b.end, a.actor) < std::tuple(b.begin, a.end, b.actor);
  });
  std::vector<Vertex> actors;
  std::size_t read = 0;  // all before it belongs to names that were found
  for (const auto& place : places) {
    if (place.begin >= read) {
      read = place.end;
      if (std::find(actors.begin(), actors.end(), place.actor) == actors.end()) {
        actors.push_back(place.actor);
      }
    }
  }
  return actors;
}

void mark_headline(const Network& network, std::vector<VertexLine>& lines) {
  const auto& articles = network[boost::graph_bundle].articles;
  if (articles.size() != 1) {
    return;
  }
  const auto in_title = [&](const Evidence& evidence) {
    return !evidence.text.empty() && articles.front().title.find(evidence.text) != std::string::npos;
  };
  bool news = false;
  for (auto& line : lines) {
    line.reported_in_headline = std::any_of(line.relations.begin(), line.relations.end(), [&](Edge edge) {
      const auto& evidence = network[edge].evidence;
      return std::any_of(evidence.begin(), evidence.end(), in_title);
    });
    news = news || (line.reported_in_headline && !tells_belonging(network, line));
  }
  for (auto& line : lines) {
    line.reported_in_headline = line.reported_in_headline && !(news && tells_belonging(network, line));
  }
}

void join_by_headline(const Network& network, std::vector<VertexLine>& lines) {
  constexpr std::size_t Most = 4;
  const auto& articles = network[boost::graph_bundle].articles;
  if (articles.size() != 1 || lines.empty()) {
    return;
  }
  Forest forest(boost::num_vertices(network));
  std::vector<bool> drawn(boost::num_vertices(network));
  for (const auto& line : lines) {
    forest.join(line.source, line.target);
    drawn[line.source] = drawn[line.target] = true;
  }
  const auto named = named_in(articles.front().title, network);
  const auto first = std::find_if(named.begin(), named.end(), [&](Vertex v) { return drawn[v]; });
  std::size_t joined = 0;
  for (const auto other : named) {
    if (first != named.end() && joined < Most && forest.join(*first, other)) {
      VertexLine line;
      line.source = *first;
      line.target = other;
      line.arrow_at_target = false;
      line.is_headline_link = true;
      line.labels.push_back({.text = "headline"});
      lines.push_back(std::move(line));
      ++joined;
    }
  }
}

}  // namespace entente
