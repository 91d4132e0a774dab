#include <entente/render/descriptions.hpp>

#include <algorithm>
#include <map>

#include <entente/graph/search_key.hpp>
#include <entente/render/lettering.hpp>
#include <entente/render/sayings.hpp>
#include <entente/render/style.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::string_view Former = "former ";

// "rival", "former ally"; "counterpart of Japan".
bool says_little(const std::string& key) {
  const auto words = key.starts_with(Former) ? key.substr(Former.size()) : key;
  const auto has = [](const std::vector<std::string>& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
  };
  return has(picture_style().not_alone, words) || has(picture_style().no_caption, words.substr(0, words.find(' ')));
}

// The sentences that say that somebody leads whom the description names.
std::size_t leading(const Network& network, Vertex actor, const std::string& key) {
  std::vector<Edge> relations;
  for (auto [edge, end] = boost::out_edges(actor, network); edge != end; ++edge) {
    const bool leads = network[*edge].type == "leads" && network[*edge].status == Status::Asserted;
    if (leads && key.find(search_key(network[boost::target(*edge, network)].name)) != std::string::npos) {
      relations.push_back(*edge);
    }
  }
  return relations.empty() ? 0 : different_sentences(network, relations);
}

}  // namespace

std::vector<std::string> founded_descriptions(const Network& network) {
  std::vector<std::string> descriptions(boost::num_vertices(network));
  std::map<std::string, std::vector<Vertex>> holders;
  for (Vertex v = 0; v < descriptions.size(); ++v) {
    const auto key = search_key(network[v].description);
    if (says_little(key)) {
      continue;
    }
    descriptions[v] = cleaned(network[v].description);
    if (network[v].kind == ActorKind::Person && !key.empty() && !key.starts_with(Former)) {
      holders[key].push_back(v);
    }
  }
  for (const auto& [key, persons] : holders) {
    std::size_t most = 0;
    for (const auto person : persons) {
      most = std::max(most, leading(network, person, key));
    }
    for (const auto person : persons) {
      if (leading(network, person, key) < most) {
        descriptions[person].clear();
      }
    }
  }
  return descriptions;
}

}  // namespace entente
