#include <entente/graph/find_actor.hpp>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <entente/base/error.hpp>
#include <entente/base/spelling.hpp>
#include <entente/graph/search_key.hpp>

namespace entente::inline v0_1 {

namespace {

// Does the name contain the words, one after the other?
bool has_words(std::string_view key, std::string_view words) {
  for (std::size_t at = key.find(words); at != std::string_view::npos; at = key.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    if ((at == 0 || key[at - 1] == ' ') && (end == key.size() || key[end] == ' ')) {
      return true;
    }
  }
  return false;
}

// The distance of the typed key to the whole name or to a word of it.
std::size_t distance(std::string_view typed, const std::string& name) {
  constexpr std::size_t Longest = 64;  // longer names are not compared
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

// The names of an actor as keys.
struct Names {
  std::string whole;
  std::vector<std::string> aliases;
};

using KeyOf = std::string (*)(std::string_view);

std::string respelt_key(std::string_view name) { return american_spelling(search_key(name)); }

Names names_of(const Actor& actor, KeyOf key_of) {
  Names names{key_of(actor.name), {}};
  std::transform(actor.aliases.begin(), actor.aliases.end(), std::back_inserter(names.aliases), key_of);
  return names;
}

struct Candidate {
  Vertex actor = 0;
  double standing = 0.0;  // mentions, weighted by how the name matches
};

// The weight of a match of the typed words with the actor; 0 if no name matches. See the header.
double weight(const Actor& actor, const Names& names, std::string_view key, bool is_id) {
  constexpr double Certain = 16.0;
  constexpr double Usual = 1.0;
  constexpr double Doubtful = 0.25;
  const bool person = actor.kind == ActorKind::Person;
  if (names.whole == key || is_id) {
    return person && names.whole.find(' ') == std::string::npos ? Doubtful : Certain;
  }
  if (person && names.whole.ends_with(" " + std::string(key))) {
    return Usual;
  }
  const bool alias = std::find(names.aliases.begin(), names.aliases.end(), key) != names.aliases.end();
  return !alias ? 0.0 : person ? Usual : Doubtful;
}

bool holds(const Names& names, std::string_view key) {
  return has_words(names.whole, key) || std::any_of(names.aliases.begin(), names.aliases.end(),
                                                    [&](const std::string& alias) { return has_words(alias, key); });
}

// The actors with a positive weight, those of the highest standing first.
template <typename Weigh>
std::vector<Candidate> candidates(const Network& network, const Weigh& weigh) {
  std::vector<Candidate> found;
  for (Vertex v = 0; v < boost::num_vertices(network); ++v) {
    if (const double weight = weigh(network[v]); weight > 0.0) {
      found.push_back({v, weight * static_cast<double>(std::max<std::size_t>(network[v].mentions.size(), 1))});
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Candidate& a, const Candidate& b) { return a.standing > b.standing; });
  return found;
}

std::vector<Vertex> actors_of(const std::vector<Candidate>& found) {
  std::vector<Vertex> actors;
  std::transform(found.begin(), found.end(), std::back_inserter(actors), [](const Candidate& c) { return c.actor; });
  return actors;
}

[[noreturn]] void refuse(const Network& network, std::string_view name, const std::vector<Candidate>& found) {
  throw Error(ErrorCode::Usage, "",
              fmt::format("\"{}\" may be any of {}; name one of them in full, or its id as id:{}", name,
                          listed(network, actors_of(found)), network[found.front().actor].id));
}

// The actors with this name, or else the only one whose name contains these words; may be empty.
std::optional<ActorChoice> choose(const Network& network, std::string_view name, KeyOf key_of) {
  constexpr double Clearly = 2.0;  // and one mention more, so that three mentions win against one
  const std::string key = key_of(name);
  if (key.empty()) {
    return std::nullopt;
  }
  std::vector<Candidate> found = candidates(
      network, [&](const Actor& actor) { return weight(actor, names_of(actor, key_of), key, actor.id == name); });
  const bool called_so = !found.empty();
  if (!called_so) {
    found = candidates(network, [&](const Actor& actor) { return holds(names_of(actor, key_of), key) ? 1.0 : 0.0; });
  }
  if (found.empty()) {
    return std::nullopt;
  }
  if (found.size() > 1 && (!called_so || found[0].standing < Clearly * found[1].standing + 1.0)) {
    refuse(network, name, found);
  }
  ActorChoice choice{found.front().actor, actors_of(found)};
  choice.others.erase(choice.others.begin());
  return choice;
}

ActorChoice actor_of_id(const Network& network, std::string_view id) {
  for (Vertex v = 0; v < boost::num_vertices(network); ++v) {
    if (network[v].id == id) {
      return {v, {}};
    }
  }
  throw Error(ErrorCode::NotFound, "", fmt::format("the graph has no actor with the id \"{}\"", id));
}

}  // namespace

ActorChoice choose_actor(const Network& network, std::string_view name) {
  constexpr std::string_view ById = "id:";
  if (name.starts_with(ById)) {
    return actor_of_id(network, name.substr(ById.size()));
  }
  for (const KeyOf key_of : {KeyOf{search_key}, KeyOf{respelt_key}}) {
    if (std::optional<ActorChoice> choice = choose(network, name, key_of)) {
      return *std::move(choice);
    }
  }
  constexpr std::size_t Most = 5;
  const std::vector<Vertex> near = nearest_actors(network, name, Most);
  throw Error(ErrorCode::NotFound, "",
              fmt::format("the graph has no actor \"{}\"; {}", name,
                          boost::num_vertices(network) == 0 ? "it has none at all"
                          : near.empty()                    ? "nor one with a name like it"
                                                            : "the nearest are " + listed(network, near)));
}

Vertex find_actor(const Network& network, std::string_view name) { return choose_actor(network, name).actor; }

std::vector<Vertex> nearest_actors(const Network& network, std::string_view name, std::size_t most) {
  constexpr std::size_t Longest = 64;
  const std::string key = search_key(name).substr(0, Longest);
  std::vector<std::tuple<std::size_t, float, Vertex>> all;
  for (Vertex v = 0; v < boost::num_vertices(network); ++v) {
    std::size_t best = distance(key, network[v].name);
    for (const std::string& alias : network[v].aliases) {
      best = std::min(best, distance(key, alias));
    }
    if (best <= max_typing_errors(key)) {
      all.emplace_back(best, -network[v].salience, v);
    }
  }
  const auto end = all.begin() + static_cast<std::ptrdiff_t>(std::min(most, all.size()));
  std::partial_sort(all.begin(), end, all.end());
  std::vector<Vertex> nearest;
  std::transform(all.begin(), end, std::back_inserter(nearest), [](const auto& entry) { return std::get<2>(entry); });
  return nearest;
}

}  // namespace entente
