#include <entente/graph/merge.hpp>

#include <algorithm>
#include <deque>
#include <functional>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <entente/base/hash.hpp>
#include <entente/base/ids.hpp>
#include <entente/graph/evidence.hpp>
#include <entente/graph/identity.hpp>
#include <entente/graph/person_register.hpp>
#include <entente/relations/user_types.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr char Mark = '~';  // not in slugs; a merge adds it and what follows

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// The id without the number that a merge added: "report" of "report~2".
std::string_view article_base(std::string_view id) {
  const std::size_t mark = id.rfind(Mark);
  return mark != std::string_view::npos && mark > 0 && all_digits(id.substr(mark + 1)) ? id.substr(0, mark) : id;
}

// Is it a person whose name in the article has only one word: "Smith"?
bool single_name(const Actor& actor) {
  return actor.kind == ActorKind::Person && actor.name.find(' ') == std::string::npos;
}

// The text to keep of two: the longer one, then the first in byte order.
void keep_better(std::string& kept, std::string& other) {
  if (other.size() > kept.size() || (other.size() == kept.size() && other < kept)) {
    std::swap(kept, other);
  }
}

auto mention_key(const ActorMention& mention) { return std::tuple(mention.article, mention.text, mention.form); }

bool mention_before(const ActorMention& a, const ActorMention& b) { return mention_key(a) < mention_key(b); }

bool same_mention(const ActorMention& a, const ActorMention& b) { return mention_key(a) == mention_key(b); }

std::vector<std::uint32_t> numbers_to(std::size_t count) {
  std::vector<std::uint32_t> numbers(count);
  std::iota(numbers.begin(), numbers.end(), 0U);
  return numbers;
}

// Renumbers what was numbered in order of first sight.
void renumber(std::uint32_t& number, const std::vector<std::uint32_t>& order) {
  if (number != None) {
    number = order[number];
  }
}

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return hash_bytes(text); }
};
using Numbers = std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>>;

struct UnitedActor {
  std::string base;              // the id without the mark of a merge; of several, see better_base
  std::uint32_t only_in = None;  // the article of a person known by a single name, or of somebody without a name
  Actor actor;
};

// The id of two for one actor: the one shared by all its ids, or else the first in byte order.
std::string better_base(const std::string& a, const std::string& b, const std::string& identity) {
  return a == identity || b == identity ? identity : std::min(a, b);
}

// Relations with the same key are united. Source and target are numbers of united actors.
struct RelationKey {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  std::uint32_t type = 0;
  std::uint32_t predicate = None;  // of untyped relations only
  Status status = Status::Asserted;
  friend bool operator==(const RelationKey&, const RelationKey&) = default;
};

struct RelationKeyHash {
  std::size_t operator()(const RelationKey& key) const {
    constexpr std::uint64_t Odd = 0x9e3779b97f4a7c15ULL;
    std::uint64_t h = (std::uint64_t{key.source} << 32U | key.target) * Odd;
    h ^= h >> 29U;
    h = (h + (std::uint64_t{key.predicate} << 32U | key.type << 3U | static_cast<std::uint32_t>(key.status))) * Odd;
    return h ^ h >> 32U;
  }
};

struct UnitedRelation {
  RelationKey key;
  std::vector<Evidence> evidence;
  std::vector<std::uint32_t> speakers;  // numbers of actors, one per evidence; empty if there are no speakers
};

}  // namespace

struct NetworkMerger::State {
  explicit State(MergePersons how) : persons(how) {}

  RelationTypes given;                              // its user types win over those of networks; may be empty
  std::shared_ptr<const RelationTypes> types;       // of the result; null for the shipped types
  std::shared_ptr<const RelationTypes> last_added;  // the vocabulary of the previous network
  const MergePersons persons;
  std::vector<Network> waiting;  // to be identified
  std::vector<Join> joins;
  const Identities identities;
  std::map<ArticleKey, std::uint32_t> articles;  // by key, with the base of the id; numbered in order of first sight
  std::vector<ArticleRecord> article_records;
  std::unordered_map<std::string, std::vector<std::uint32_t>> actors_by_identity;
  std::deque<UnitedActor> actors;
  Numbers texts;  // relation types and untyped predicates
  std::vector<std::string> texts_by_number;
  std::unordered_map<RelationKey, std::uint32_t, RelationKeyHash> relations_by_key;
  std::deque<UnitedRelation> relations;

  void add_types(const std::shared_ptr<const RelationTypes>& added);
  void add(Network&& network);
  std::vector<std::uint32_t> add_articles(const Network& network);
  std::uint32_t add_actor(const Network& network, Actor&& actor, const std::vector<std::uint32_t>& article_of);
  void add_relation(RelationKey key, std::vector<Evidence>&& evidence, const Numbers& actor_of_id);
  std::uint32_t number_of(const std::string& text);
  bool symmetric(std::string_view type) const;

  void order_articles(Network& result);
  void name_actors(const Network& result);
  void weigh_actors();
  std::vector<Vertex> place_actors(Network& result);
  void place_relations(Network& result, const std::vector<Vertex>& vertex_of);
};

// The number of each of the network's articles.
std::vector<std::uint32_t> NetworkMerger::State::add_articles(const Network& network) {
  std::vector<std::uint32_t> article_of;
  for (const ArticleRecord& article : network[boost::graph_bundle].articles) {
    ArticleKey key = article_key(article);
    std::get<0>(key) = article_base(article.id);
    const auto [at, fresh] = articles.try_emplace(std::move(key), static_cast<std::uint32_t>(article_records.size()));
    if (fresh) {
      article_records.push_back(article);
    }
    article_of.push_back(at->second);
  }
  return article_of;
}

// The number of the actor that it is.
std::uint32_t NetworkMerger::State::add_actor(const Network& network, Actor&& actor,
                                              const std::vector<std::uint32_t>& article_of) {
  UnitedActor united{actor.id, None, {}};
  const bool decided =
      persons == MergePersons::Decided || (persons != MergePersons::ById && actor.kind == ActorKind::Person);
  const bool single = !decided && single_name(actor);
  const bool unnamed = !decided && is_unnamed(actor.name, actor.kind);
  const std::size_t mark = actor.id.find(Mark);
  if (mark != std::string::npos && !decided) {
    std::string_view added = std::string_view(actor.id).substr(mark + 1);
    const std::string kind = Mark + std::string(actor_kind_name(actor.kind));
    if (unnamed && added.ends_with(kind)) {
      added.remove_suffix(kind.size());
    }
    const auto& records = network[boost::graph_bundle].articles;
    const auto is_id = [&](const ArticleRecord& article) { return article.id == added; };
    if (added == actor_kind_name(actor.kind) ||
        ((single || unnamed) && std::any_of(records.begin(), records.end(), is_id))) {
      united.base.resize(mark);
    }
  }
  for (ActorMention& mention : actor.mentions) {
    mention.article = article_of[mention.article];
  }
  const std::string identity = decided ? united.base : identities.of(united.base, actor.kind);
  const bool known_by_surname = single && identity != united.base;
  if (((single && !known_by_surname) || unnamed) && !actor.mentions.empty()) {
    const std::uint32_t first = actor.mentions.front().article;
    const bool alone = std::all_of(actor.mentions.begin(), actor.mentions.end(),
                                   [&](const ActorMention& mention) { return mention.article == first; });
    united.only_in = alone ? first : None;
  }
  std::vector<std::uint32_t>& candidates = actors_by_identity[identity];
  const auto found = std::find_if(candidates.begin(), candidates.end(), [&](std::uint32_t number) {
    return actors[number].actor.kind == actor.kind && actors[number].only_in == united.only_in;
  });
  const std::uint32_t number = found == candidates.end() ? static_cast<std::uint32_t>(actors.size()) : *found;
  if (found == candidates.end()) {
    candidates.push_back(number);
    united.actor = std::move(actor);
    actors.push_back(std::move(united));
    return number;
  }
  actors[number].base = better_base(actors[number].base, united.base, identity);
  Actor& kept = actors[number].actor;
  kept.gender = std::max(kept.gender, actor.gender);
  keep_better(kept.name, actor.name);
  keep_better(kept.description, actor.description);
  kept.aliases.push_back(std::move(actor.name));
  std::move(actor.aliases.begin(), actor.aliases.end(), std::back_inserter(kept.aliases));
  if (kept.country.empty() || (!actor.country.empty() && actor.country < kept.country)) {
    kept.country = std::move(actor.country);
  }
  kept.salience = std::max(kept.salience, actor.salience);
  kept.mentions.insert(kept.mentions.end(), actor.mentions.begin(), actor.mentions.end());
  return number;
}

std::uint32_t NetworkMerger::State::number_of(const std::string& text) {
  const auto [at, fresh] = texts.try_emplace(text, static_cast<std::uint32_t>(texts_by_number.size()));
  if (fresh) {
    texts_by_number.push_back(text);
  }
  return at->second;
}

// actor_of_id: numbers of the network's actors by their ids there.
void NetworkMerger::State::add_relation(RelationKey key, std::vector<Evidence>&& evidence, const Numbers& actor_of_id) {
  if (key.target < key.source && symmetric(texts_by_number[key.type])) {
    std::swap(key.source, key.target);  // provisionally: the order of the ids is known at the end
  }
  const auto [at, fresh] = relations_by_key.try_emplace(key, static_cast<std::uint32_t>(relations.size()));
  if (fresh) {
    relations.push_back({key, {}, {}});
  }
  UnitedRelation& united = relations[at->second];
  const std::size_t before = united.evidence.size();
  for (std::size_t i = 0; i < evidence.size(); ++i) {
    const auto speaker = evidence[i].speaker.empty() ? actor_of_id.end() : actor_of_id.find(evidence[i].speaker);
    if (speaker != actor_of_id.end()) {
      united.speakers.resize(before + i, None);
      united.speakers.push_back(speaker->second);
    }
  }
  if (before == 0) {
    united.evidence = std::move(evidence);
  } else {
    std::move(evidence.begin(), evidence.end(), std::back_inserter(united.evidence));
  }
}

// Sets the order and ids of the articles, and updates all references to them.
void NetworkMerger::State::order_articles(Network& result) {
  std::vector<ArticleRecord>& ordered = result[boost::graph_bundle].articles;
  std::vector<std::uint32_t> order(article_records.size());
  std::size_t copies = 1;
  for (const auto& [key, number] : articles) {
    const std::string& base = std::get<0>(key);
    copies = !ordered.empty() && article_base(ordered.back().id) == base ? copies + 1 : 1;
    order[number] = static_cast<std::uint32_t>(ordered.size());
    ordered.push_back(std::move(article_records[number]));
    ordered.back().id = copies == 1 ? base : fmt::format("{}{}{}", base, Mark, copies);
  }
  for (UnitedActor& united : actors) {
    renumber(united.only_in, order);
    for (ActorMention& mention : united.actor.mentions) {
      renumber(mention.article, order);
    }
    std::vector<ActorMention>& mentions = united.actor.mentions;
    std::sort(mentions.begin(), mentions.end(), mention_before);
    mentions.erase(std::unique(mentions.begin(), mentions.end(), same_mention), mentions.end());
  }
  for (UnitedRelation& united : relations) {
    for (Evidence& evidence : united.evidence) {
      renumber(evidence.article, order);
    }
  }
}

// The first actor with a base gets it as its id; the others get a mark. Of actors without a name that share it with
// others, all do.
void NetworkMerger::State::name_actors(const Network& result) {
  std::vector<std::uint32_t> order = numbers_to(actors.size());
  const auto key = [&](std::uint32_t number) {
    const UnitedActor& united = actors[number];
    return std::tuple(std::string_view(united.base), united.actor.kind, united.only_in + 1);  // None comes first
  };
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
  std::set<std::string> marked;  // an id that was read may have a mark already
  for (std::size_t i = 0; i < order.size(); ++i) {
    UnitedActor& united = actors[order[i]];
    std::string& id = united.actor.id;
    id = united.base;
    const bool first = i == 0 || actors[order[i - 1]].base != united.base;
    const bool only = first && (i + 1 == order.size() || actors[order[i + 1]].base != united.base);
    if (!first || (!only && united.only_in != None && is_unnamed(united.actor.name, united.actor.kind))) {
      id += Mark;
      id += united.only_in == None ? std::string(actor_kind_name(united.actor.kind))
                                   : result[boost::graph_bundle].articles[united.only_in].id;
      if (united.only_in != None && is_unnamed(united.actor.name, united.actor.kind) && marked.contains(id)) {
        id += Mark + std::string(actor_kind_name(united.actor.kind));
      }
    }
    while (id.find(Mark) != std::string::npos && !marked.insert(id).second) {
      id += Mark;
    }
    std::vector<std::string>& aliases = united.actor.aliases;
    std::sort(aliases.begin(), aliases.end());
    aliases.erase(std::unique(aliases.begin(), aliases.end()), aliases.end());
    std::erase_if(aliases, [&](const std::string& alias) { return alias.empty() || alias == united.actor.name; });
  }
}

// The actor's share of the mentions of each article, averaged. With one article, its salience is kept.
void NetworkMerger::State::weigh_actors() {
  std::vector<std::uint32_t> total(articles.size());
  for (const UnitedActor& united : actors) {
    for (const ActorMention& mention : united.actor.mentions) {
      ++total[mention.article];
    }
  }
  if (total.size() < 2 || std::all_of(total.begin(), total.end(), [](std::uint32_t t) { return t == 0; })) {
    return;
  }
  for (UnitedActor& united : actors) {
    double share = 0.0;
    for (const ActorMention& mention : united.actor.mentions) {
      share += 1.0 / total[mention.article];
    }
    united.actor.salience = rounded_salience(share / static_cast<double>(total.size()));
  }
}

// The vertex of each actor.
std::vector<Vertex> NetworkMerger::State::place_actors(Network& result) {
  const auto place = [this](std::uint32_t number) {
    const Actor& actor = actors[number].actor;
    const bool never = actor.mentions.empty();
    return std::tuple(never ? None : actor.mentions.front().article, never ? 0U : actor.mentions.front().text.begin,
                      std::string_view(actor.id));
  };
  std::vector<std::uint32_t> order = numbers_to(actors.size());
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return place(a) < place(b); });
  std::vector<Vertex> vertex_of(actors.size());
  for (const std::uint32_t number : order) {
    vertex_of[number] = boost::add_vertex(result);
  }
  for (const std::uint32_t number : order) {
    result[vertex_of[number]] = std::move(actors[number].actor);
  }
  return vertex_of;
}

void NetworkMerger::State::place_relations(Network& result, const std::vector<Vertex>& vertex_of) {
  std::vector<Relation> made(relations.size());
  for (std::size_t i = 0; i < made.size(); ++i) {
    UnitedRelation& united = relations[i];
    Relation& relation = made[i];
    relation.type = texts_by_number[united.key.type];
    relation.status = united.key.status;
    relation.evidence = std::move(united.evidence);
    for (std::size_t e = 0; e < united.speakers.size(); ++e) {
      if (united.speakers[e] != None) {
        relation.evidence[e].speaker = result[vertex_of[united.speakers[e]]].id;
      }
    }
    summarize(relation);
    const bool turn = result[vertex_of[united.key.target]].id < result[vertex_of[united.key.source]].id;
    if (turn && symmetric(relation.type)) {
      std::swap(united.key.source, united.key.target);
    }
  }
  const auto rest = [&](std::uint32_t number) {
    const Relation& relation = made[number];
    const RelationKey& key = relations[number].key;
    return std::tuple(vertex_of[key.source], vertex_of[key.target], std::string_view(relation.type), relation.status,
                      std::string_view(relation.predicate));
  };
  // The sort keys are kept together in memory, because the relations are scattered.
  struct Place {
    std::uint32_t article;
    Span sentence;
    Span predicate;
    std::uint32_t number;
    auto key() const { return std::tuple(article, sentence, predicate); }
  };
  std::vector<Place> order;
  order.reserve(made.size());
  for (std::uint32_t number = 0; number < made.size(); ++number) {
    const Evidence& first = made[number].evidence.front();
    order.push_back({first.article, first.sentence, first.predicate, number});
  }
  std::sort(order.begin(), order.end(), [&](const Place& a, const Place& b) {
    return a.key() != b.key() ? a.key() < b.key() : rest(a.number) < rest(b.number);
  });
  for (const Place& at : order) {
    const RelationKey& key = relations[at.number].key;
    const Edge edge = boost::add_edge(vertex_of[key.source], vertex_of[key.target], result).first;
    result[edge] = std::move(made[at.number]);  // add_edge would copy it
  }
}

bool NetworkMerger::State::symmetric(std::string_view type) const {
  const RelationTypes& known = types == nullptr ? shipped_relation_types() : *types;
  return known.named(type).symmetric;
}

void NetworkMerger::State::add_types(const std::shared_ptr<const RelationTypes>& added) {
  if (added == nullptr || added == types || added == last_added) {
    return;
  }
  last_added = added;
  if (types == nullptr) {
    types = added;
    return;
  }
  types = std::make_shared<const RelationTypes>(extended(united(*types, *added), given));
}

NetworkMerger::NetworkMerger() : NetworkMerger(MergePersons::ById) {}
NetworkMerger::NetworkMerger(MergePersons persons) : state_(std::make_unique<State>(persons)) {}
NetworkMerger::NetworkMerger(const RelationTypes& types, MergePersons persons) : NetworkMerger(persons) {
  state_->types = std::make_shared<const RelationTypes>(types);
  state_->given = types;
}
NetworkMerger::~NetworkMerger() = default;
NetworkMerger::NetworkMerger(NetworkMerger&&) noexcept = default;
NetworkMerger& NetworkMerger::operator=(NetworkMerger&&) noexcept = default;

void NetworkMerger::add(const Network& network) { add(Network(network)); }

void NetworkMerger::add(Network&& network) {
  if (state_->persons == MergePersons::Identified) {
    state_->waiting.push_back(std::move(network));
  } else {
    state_->add(std::move(network));
  }
}

void NetworkMerger::State::add(Network&& network) {
  add_types(network.shared_relation_types());
  const std::vector<std::uint32_t> article_of = add_articles(network);
  std::vector<std::uint32_t> actor_of;
  Numbers by_id;
  for (Vertex v = 0; v < boost::num_vertices(network); ++v) {
    std::string id = network[v].id;
    actor_of.push_back(add_actor(network, std::move(network[v]), article_of));
    by_id.emplace(std::move(id), actor_of.back());
  }
  for (auto [edge, end] = boost::edges(network); edge != end; ++edge) {
    Relation& relation = network[*edge];
    RelationKey key{actor_of[boost::source(*edge, network)], actor_of[boost::target(*edge, network)],
                    number_of(relation.type), None, relation.status};
    if (key.source == key.target) {
      continue;
    }
    if (is_untyped(relation.type)) {
      key.predicate = number_of(relation.predicate);
    }
    for (Evidence& evidence : relation.evidence) {
      evidence.article = article_of[evidence.article];
    }
    if (!relation.evidence.empty()) {
      add_relation(key, std::move(relation.evidence), by_id);
    }
  }
}

Network NetworkMerger::finish() {
  state_->joins = identify({state_->waiting.data(), state_->waiting.size()});
  for (Network& network : state_->waiting) {
    state_->add(std::move(network));
    network = {};
  }
  state_->relations_by_key.clear();
  Network result;
  state_->order_articles(result);
  state_->name_actors(result);
  state_->weigh_actors();
  state_->place_relations(result, state_->place_actors(result));
  result.set_relation_types(state_->types);
  auto fresh = std::make_unique<State>(state_->persons);
  fresh->given = std::move(state_->given);
  fresh->types = std::move(state_->types);
  fresh->joins = std::move(state_->joins);
  state_ = std::move(fresh);
  return result;
}

const std::vector<Join>& NetworkMerger::joins() const { return state_->joins; }

namespace {

Network merged(std::span<const Network> networks, NetworkMerger merger) {
  for (const Network& network : networks) {
    merger.add(network);
  }
  return merger.finish();
}

}  // namespace

Network merge(std::span<const Network> networks) { return merged(networks, NetworkMerger()); }

Network merge(std::span<const Network> networks, const RelationTypes& types) {
  return merged(networks, NetworkMerger(types));
}

}  // namespace entente
