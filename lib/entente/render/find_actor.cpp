#include <entente/render/find_actor.hpp>

#include <algorithm>
#include <functional>

#include <fmt/format.h>

#include <entente/base/error.hpp>
#include <entente/render/lettering.hpp>

namespace entente {

namespace {

std::vector<Vertex> matching(const Network& network, const std::function<bool(const Actor&)>& fits) {
  std::vector<Vertex> found;
  for (Vertex v = 0; v < boost::num_vertices(network); ++v) {
    if (fits(network[v])) {
      found.push_back(v);
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [&](Vertex a, Vertex b) { return network[a].salience > network[b].salience; });
  return found;
}

// " xi jinping ": so that whole words can be looked for.
std::string padded(std::string_view text) { return fmt::format(" {} ", folded(text)); }

std::string listed(const Network& network, const std::vector<Vertex>& actors) {
  std::string text;
  for (std::size_t i = 0; i < std::min<std::size_t>(actors.size(), 5); ++i) {
    text += fmt::format("{}\"{}\"", i == 0 ? "" : ", ", network[actors[i]].name);
  }
  return text;
}

}  // namespace

Vertex find_actor(const Network& network, const std::string& name) {
  const auto wanted = folded(name);
  const std::vector<std::function<bool(const Actor&)>> ways = {
      [&](const Actor& a) { return a.id == name; }, [&](const Actor& a) { return folded(a.name) == wanted; },
      [&](const Actor& a) {
        return std::any_of(a.aliases.begin(), a.aliases.end(),
                           [&](const auto& alias) { return folded(alias) == wanted; });
      },
      [&](const Actor& a) { return padded(a.name).find(padded(wanted)) != std::string::npos; }};
  for (const auto& way : ways) {
    const auto found = matching(network, way);
    if (found.size() == 1) {
      return found.front();
    }
    if (found.size() > 1) {
      throw Error(ErrorCode::Usage, "", fmt::format("\"{}\" could be {}; say which", name, listed(network, found)));
    }
  }
  const auto near = matching(network, [&](const Actor& a) { return folded(a.name).find(wanted) != std::string::npos; });
  const auto main = matching(network, [](const Actor&) { return true; });
  throw Error(ErrorCode::NotFound, "",
              fmt::format("there is no actor \"{}\" in the graph{}{}", name, main.empty() ? "" : "; there are ",
                          listed(network, near.empty() ? main : near)));
}

}  // namespace entente
