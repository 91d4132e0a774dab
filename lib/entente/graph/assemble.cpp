#include <entente/graph/assemble.hpp>

#include <algorithm>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include <entente/base/hash.hpp>
#include <entente/graph/code_points.hpp>
#include <entente/graph/evidence.hpp>

namespace entente::inline v0_1 {

namespace {

// Of a longer sentence only the part around the predicate is quoted, because a hostile text of one endless sentence
// must not be copied into each of its relations.
constexpr std::uint32_t LongestQuote = 2000;  // bytes

// Converts places in the document to the offsets of the graph.
class Places {
 public:
  explicit Places(const Document& document) : document_(document), code_points_(document.original) {}

  Span of_bytes(Span bytes) const { return code_points_.at(document_.to_original(bytes)); }
  Span of_tokens(Span tokens) const { return of_bytes(document_.bytes(tokens)); }

 private:
  const Document& document_;
  CodePoints code_points_;
};

// The bytes of the sentence; of a very long one, those around the predicate, cut between tokens.
Span quoted(const Document& document, const Finding& finding) {
  const Sentence& sentence = document.sentences[finding.sentence];
  if (sentence.text.size() <= LongestQuote || sentence.tokens.empty()) {
    return sentence.text;
  }
  Span tokens = finding.predicate_tokens.empty() ? Span{sentence.tokens.begin, sentence.tokens.begin + 1}
                                                 : finding.predicate_tokens;
  const auto fits = [&](Span wider) { return document.bytes(wider).size() <= LongestQuote; };
  for (bool grown = true; grown;) {
    grown = false;
    if (tokens.begin > sentence.tokens.begin && fits({tokens.begin - 1, tokens.end})) {
      --tokens.begin;
      grown = true;
    }
    if (tokens.end < sentence.tokens.end && fits({tokens.begin, tokens.end + 1})) {
      ++tokens.end;
      grown = true;
    }
  }
  return document.bytes(tokens);
}

Evidence evidence_of(const Document& document, const Places& places, const Actors& actors, const Finding& finding) {
  Evidence evidence;
  const Span bytes = quoted(document, finding);
  evidence.sentence = places.of_bytes(bytes);
  evidence.predicate = finding.predicate_tokens.empty() ? Span{evidence.sentence.begin, evidence.sentence.begin}
                                                        : places.of_tokens(finding.predicate_tokens);
  evidence.text = document.view(bytes);
  evidence.lemmas = finding.predicate;
  evidence.speaker = finding.speaker == None ? std::string() : actors.actors[finding.speaker].id;
  evidence.time = finding.time;
  evidence.confidence = rounded_confidence(finding.confidence);
  return evidence;
}

bool is_untyped(const Finding& finding, const RelationTypes& types) { return finding.type + 1U == types.types.size(); }

// Findings with the same key are one relation. Refers to the findings.
struct FoldKey {
  ActorId source = None;
  ActorId target = None;
  RelationTypeId type = 0;
  Status status = Status::Asserted;
  std::string_view predicate;  // of untyped relations only
  friend bool operator==(const FoldKey&, const FoldKey&) = default;
};

struct FoldHash {
  std::size_t operator()(const FoldKey& key) const {
    const std::uint64_t ends = (std::uint64_t{key.source} << 32U) | key.target;
    const std::uint64_t kind = (std::uint64_t{key.type} << 8U) | static_cast<std::uint64_t>(key.status);
    return hash_bytes(key.predicate, ends ^ (kind * 0x9e3779b97f4a7c15ULL));
  }
};

FoldKey key_of(const Finding& finding, const Actors& actors, const RelationTypes& types) {
  FoldKey key{finding.source, finding.target, finding.type, finding.status, {}};
  if (types.types[finding.type].symmetric && actors.actors[key.target].id < actors.actors[key.source].id) {
    std::swap(key.source, key.target);
  }
  if (is_untyped(finding, types)) {
    key.predicate = finding.predicate;
  }
  return key;
}

// Which actors are in the network, by ActorId: provisional ones only if they have or claim a typed relation.
std::vector<bool> held_actors(const Actors& actors, const Relations& relations, const RelationTypes& types) {
  std::vector<bool> held(actors.actors.size());
  for (ActorId a = 0; a < held.size(); ++a) {
    held[a] = !actors.actors[a].provisional;
  }
  for (const Finding& finding : relations.findings) {
    if (is_untyped(finding, types)) {
      continue;
    }
    for (const ActorId a : {finding.source, finding.target, finding.speaker}) {
      if (a != None) {
        held[a] = true;
      }
    }
  }
  return held;
}

// Returns the vertex of each actor; None for those that are not in the network.
std::vector<std::size_t> add_actors(Network& network, const Places& places, const Actors& actors,
                                    const std::vector<bool>& held) {
  std::vector<std::size_t> vertices(actors.actors.size(), None);
  for (ActorId a = 0; a < actors.actors.size(); ++a) {
    if (!held[a]) {
      continue;
    }
    const ActorEntry& entry = actors.actors[a];
    Actor actor{.id = entry.id,
                .name = entry.name,
                .kind = entry.kind,
                .gender = entry.gender,
                .aliases = entry.aliases,
                .description = entry.description,
                .country = entry.country,
                .salience = rounded_salience(entry.salience),
                .mentions = {}};
    actor.mentions.reserve(entry.mentions.size());
    for (const MentionId id : entry.mentions) {
      const Mention& mention = actors.mentions[id];
      actor.mentions.push_back({0, places.of_tokens(mention.tokens), mention.form});
    }
    vertices[a] = boost::add_vertex(actor, network);
  }
  return vertices;
}

void add_relations(Network& network, const Document& document, const Places& places, const Actors& actors,
                   const Relations& relations, const RelationTypes& types, const std::vector<std::size_t>& vertices) {
  std::unordered_map<FoldKey, std::size_t, FoldHash> index;  // only looked up: the order is that of the findings
  std::vector<std::pair<FoldKey, Relation>> folded;
  for (const Finding& finding : relations.findings) {
    if (finding.source == None || finding.target == None || finding.source == finding.target) {
      continue;  // relations of an actor with itself are dropped
    }
    if (vertices[finding.source] == None || vertices[finding.target] == None) {
      continue;
    }
    const FoldKey key = key_of(finding, actors, types);
    const auto [at, fresh] = index.try_emplace(key, folded.size());
    if (fresh) {
      folded.emplace_back(key, Relation{.type = types.types[finding.type].name,
                                        .predicate = {},
                                        .status = finding.status,
                                        .speaker = {},
                                        .time = {},
                                        .confidence = 1.0F,
                                        .evidence = {}});
    }
    folded[at->second].second.evidence.push_back(evidence_of(document, places, actors, finding));
  }
  for (auto& [key, relation] : folded) {
    summarize(relation);
    boost::add_edge(vertices[key.source], vertices[key.target], relation, network);
  }
}

}  // namespace

Network assemble(const Document& document, const Actors& actors, const Relations& relations,
                 const RelationTypes& types) {
  Network network;
  network[boost::graph_bundle].articles.push_back(
      {document.id.empty() ? "article" : document.id, document.title, document.date, document.source, document.outlet});
  const Places places(document);
  const auto vertices = add_actors(network, places, actors, held_actors(actors, relations, types));
  add_relations(network, document, places, actors, relations, types, vertices);
  return network;
}

}  // namespace entente
