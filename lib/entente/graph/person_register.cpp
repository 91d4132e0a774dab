#include <entente/graph/person_register.hpp>

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include <entente/graph/identify.hpp>

namespace entente::inline v0_1 {

namespace {

// The names of the articles in a merged network, in the order of their keys.
std::vector<std::string> article_names(const std::map<ArticleKey, std::uint32_t>& articles) {
  std::vector<std::string> names;
  const std::string* last = nullptr;
  std::size_t copies = 1;
  for (const auto& [key, number] : articles) {
    const std::string& id = std::get<0>(key);
    copies = last != nullptr && *last == id ? copies + 1 : 1;
    last = &id;
    names.push_back(copies == 1 ? id : fmt::format("{}~{}", id, copies));
  }
  return names;
}

// The article that a person is registered with: that of the first mention.
const ArticleRecord* article_of(const Network& network, Vertex person) {
  const auto& articles = network[boost::graph_bundle].articles;
  if (network[person].kind != ActorKind::Person || articles.empty()) {
    return nullptr;
  }
  const auto& mentions = network[person].mentions;
  return &articles[mentions.empty() ? 0 : mentions.front().article];
}

void rename_speakers(Network& network, const std::unordered_map<std::string, std::string>& names) {
  for (auto [edge, end] = boost::edges(network); edge != end; ++edge) {
    Relation& relation = network[*edge];
    const auto rename = [&](std::string& speaker) {
      if (const auto at = names.find(speaker); at != names.end()) {
        speaker = at->second;
      }
    };
    rename(relation.speaker);
    for (Evidence& evidence : relation.evidence) {
      rename(evidence.speaker);
    }
  }
}

// The part of an actor that a register uses. Of actors other than persons, only id and kind.
Actor sighted(const Actor& actor) {
  Actor seen;
  seen.id = actor.id;
  seen.kind = actor.kind;
  if (actor.kind == ActorKind::Person) {
    seen = actor;
    seen.mentions.resize(std::min<std::size_t>(seen.mentions.size(), 1));
  }
  return seen;
}

}  // namespace

ArticleKey article_key(const ArticleRecord& article) {
  return {article.id, article.title, article.date, article.source};
}

void PersonRegister::add(const Network& network) {
  for (const ArticleRecord& article : network[boost::graph_bundle].articles) {
    const auto fresh = articles_.try_emplace(article_key(article), static_cast<std::uint32_t>(persons_.size())).second;
    if (fresh) {
      persons_.emplace_back();
    }
  }
  for (Vertex v = 0; v < boost::num_vertices(network); ++v) {
    const ArticleRecord* const article = article_of(network, v);
    if (article == nullptr) {
      continue;
    }
    auto& persons = persons_[articles_.at(article_key(*article))];
    if (persons.try_emplace(network[v].id, sightings_.size()).second) {
      sightings_.push_back(sighting_of(network, v, {}));  // the name of the article is set at the end
    }
  }
}

std::vector<DecidedArticle> PersonRegister::decide() {
  const std::vector<std::string> names = article_names(articles_);
  std::size_t next_name = 0;
  for (const auto& [key, number] : articles_) {
    for (const auto& [id, s] : persons_[number]) {
      sightings_[s].article = names[next_name];
    }
    ++next_name;
  }
  std::vector<PersonIdentity> identities = identify_persons(sightings_);
  std::vector<DecidedArticle> decided;
  for (const auto& [key, number] : articles_) {
    DecidedArticle& article = decided.emplace_back(DecidedArticle{key, names[decided.size()], {}});
    for (const auto& [id, s] : persons_[number]) {
      article.persons.push_back({id, sightings_[s].name, std::move(identities[s].id), std::move(identities[s].reason)});
    }
    std::sort(article.persons.begin(), article.persons.end(),
              [](const DecidedPerson& a, const DecidedPerson& b) { return a.id < b.id; });
  }
  *this = {};
  return decided;
}

Network sightings_of(const Network& network) {
  Network seen;
  seen[boost::graph_bundle] = network[boost::graph_bundle];
  for (Vertex v = 0; v < boost::num_vertices(network); ++v) {
    boost::add_vertex(sighted(network[v]), seen);
  }
  std::set<std::pair<Vertex, Vertex>> related;
  for (auto [edge, end] = boost::edges(network); edge != end; ++edge) {
    const Vertex source = boost::source(*edge, network);
    const Vertex target = boost::target(*edge, network);
    if (network[source].kind != ActorKind::Person || network[target].kind != ActorKind::Person ||
        !related.emplace(source, target).second) {
      continue;
    }
    Relation relation;
    relation.type = network[*edge].type;
    relation.evidence.emplace_back().article = network[*edge].evidence.front().article;
    boost::add_edge(source, target, std::move(relation), seen);
  }
  return seen;
}

DecidedPersons::DecidedPersons(std::vector<DecidedArticle> articles) {
  for (DecidedArticle& article : articles) {
    auto& persons = articles_[std::move(article.key)];
    for (DecidedPerson& person : article.persons) {
      persons.emplace(std::move(person.id), std::move(person.person));
    }
  }
}

void DecidedPersons::apply(Network& network) const {
  std::unordered_map<std::string, std::string> renamed;
  for (Vertex v = 0; v < boost::num_vertices(network); ++v) {
    const ArticleRecord* const article = article_of(network, v);
    const auto at = article == nullptr ? articles_.end() : articles_.find(article_key(*article));
    if (at == articles_.end()) {
      continue;
    }
    if (const auto person = at->second.find(network[v].id); person != at->second.end()) {
      renamed.emplace(network[v].id, person->second);
      network[v].id = person->second;
    }
  }
  rename_speakers(network, renamed);
}

}  // namespace entente
