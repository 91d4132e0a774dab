#include <entente/graph/find_actor.hpp>

#include <algorithm>
#include <functional>
#include <string>
#include <tuple>

#include <fmt/format.h>

#include <entente/base/error.hpp>
#include <entente/base/spelling.hpp>
#include <entente/graph/search_key.hpp>

namespace entente {

namespace {

// Whether the words stand in the name, one after the other.
bool has_words(std::string_view key, std::string_view words) {
  for (std::size_t at = key.find(words); at != std::string_view::npos; at = key.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    if ((at == 0 || key[at - 1] == ' ') && (end == key.size() || key[end] == ' ')) {
      return true;
    }
  }
  return false;
}

// How near the typed key comes to one name: to the whole, or to one word of it.
std::size_t distance(std::string_view typed, const std::string& name) {
  constexpr std::size_t Longest = 64;  // more says nothing about a typing error
  const std::string key = search_key(name).substr(0, Longest);
  std::size_t best = edit_distance(typed, key);
  for (std::size_t begin = 0; begin < key.size();) {
    const std::size_t end = std::min(key.find(' ', begin), key.size());
    best = std::min(best, edit_distance(typed, std::string_view(key).substr(begin, end - begin)) + 1);
    begin = end + 1;
  }
  return best;
}

std::string listed(const Network& network, const std::vector<Vertex>& actors) {
  constexpr std::size_t Most = 5;
  std::string text;
  for (std::size_t i = 0; i < std::min(actors.size(), Most); ++i) {
    text += fmt::format("{}{} ({})", i == 0 ? "" : ", ", network[actors[i]].name, network[actors[i]].id);
  }
  return actors.size() > Most ? text + " …" : text;
}

template <typename Fits>
std::vector<Vertex> matching(const Network& network, const Fits& fits) {
  std::vector<Vertex> found;
  for (Vertex v = 0; v < boost::num_vertices(network); ++v) {
    if (fits(network[v])) {
      found.push_back(v);
    }
  }
  return found;
}

}  // namespace

Vertex find_actor(const Network& network, std::string_view name) {
  const std::string key = search_key(name);
  const auto alias_is = [](const Actor& actor, const auto& fits) {
    return std::any_of(actor.aliases.begin(), actor.aliases.end(),
                       [&](const std::string& alias) { return fits(search_key(alias)); });
  };
  const auto same = [&](const std::string& other) { return other == key; };
  const auto within = [&](const std::string& other) { return has_words(other, key); };
  const std::vector<std::function<bool(const Actor&)>> ways = {
      [&](const Actor& actor) { return actor.id == name; },
      [&](const Actor& actor) { return same(search_key(actor.name)); },
      [&](const Actor& actor) { return alias_is(actor, same); },
      [&](const Actor& actor) { return within(search_key(actor.name)) || alias_is(actor, within); },
  };
  for (const auto& way : ways) {
    const std::vector<Vertex> found = key.empty() ? std::vector<Vertex>() : matching(network, way);
    if (found.size() == 1) {
      return found.front();
    }
    if (found.size() > 1) {
      throw Error(ErrorCode::Usage, "",
                  fmt::format("\"{}\" may be any of {}; name one of them, or its id", name, listed(network, found)));
    }
  }
  const std::vector<Vertex> near = nearest_actors(network, name, 5);
  throw Error(ErrorCode::NotFound, "",
              fmt::format("the graph has no actor \"{}\"; {}", name,
                          near.empty() ? "it has none at all" : "the nearest are " + listed(network, near)));
}

std::vector<Vertex> namesakes(const Network& network, std::string_view name) {
  const std::string key = search_key(name);
  if (key.empty()) {
    return {};
  }
  return matching(network, [&](const Actor& actor) {
    return actor.id == name || search_key(actor.name) == key ||
           std::any_of(actor.aliases.begin(), actor.aliases.end(),
                       [&](const std::string& alias) { return search_key(alias) == key; });
  });
}

std::vector<Vertex> nearest_actors(const Network& network, std::string_view name, std::size_t most) {
  constexpr std::size_t Longest = 64;
  const std::string key = search_key(name).substr(0, Longest);
  std::vector<std::tuple<std::size_t, float, Vertex>> all;
  for (Vertex v = 0; v < boost::num_vertices(network); ++v) {
    std::size_t best = distance(key, network[v].name);
    for (const std::string& alias : network[v].aliases) {
      best = std::min(best, distance(key, alias));
    }
    all.emplace_back(best, -network[v].salience, v);
  }
  const auto end = all.begin() + static_cast<std::ptrdiff_t>(std::min(most, all.size()));
  std::partial_sort(all.begin(), end, all.end());
  std::vector<Vertex> nearest;
  std::transform(all.begin(), end, std::back_inserter(nearest), [](const auto& entry) { return std::get<2>(entry); });
  return nearest;
}

}  // namespace entente
