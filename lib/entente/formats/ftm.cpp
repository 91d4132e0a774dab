#include <entente/formats/ftm.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <set>
#include <span>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include <entente/base/hash.hpp>
#include <entente/formats/fields.hpp>
#include <entente/formats/json_text.hpp>

namespace entente::inline v0_1 {

namespace {

// Whether the id has only lower-case letters, digits and hyphens: FollowTheMoney refuses most other characters, and
// Aleph appends a signature after a ".".
bool is_plain_id(std::string_view id) {
  const auto alnum = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return !id.empty() && alnum(id.back()) &&
         std::all_of(id.begin(), id.end(), [&](char c) { return alnum(c) || c == '-'; });
}

// Entities of all schemas share one space of ids, so an id begins with what it is of: "actor-xi-jinping". An id that is
// not plain is replaced by its hash.
std::string entity_id(std::string_view what, std::string_view id) {
  return is_plain_id(id) ? fmt::format("{}-{}", what, id) : fmt::format("{}-{:016x}", what, hash_bytes(id));
}

bool is_address(std::string_view source) { return source.starts_with("http://") || source.starts_with("https://"); }

// Writes one line: {"id": …, "schema": …, "properties": {name: [value, …], …}}. Empty values are omitted.
class Entity {
 public:
  Entity(std::string& out, std::string_view id, std::string_view schema) : out_(out) {
    out_ += "{\"id\": ";
    append_json_string(out_, id);
    out_ += ", \"schema\": ";
    append_json_string(out_, schema);
    out_ += ", \"properties\": {";
  }
  ~Entity() { out_ += "}}\n"; }
  Entity(const Entity&) = delete;
  Entity& operator=(const Entity&) = delete;

  // Adds a property with its values; of equal values only the first.
  Entity& add(std::string_view name, std::span<const std::string> values) {
    std::set<std::string_view> seen{""};
    std::string list;
    for (const std::string& value : values) {
      if (seen.insert(value).second) {
        list += list.empty() ? "" : ", ";
        append_json_string(list, value);
      }
    }
    if (!list.empty()) {
      out_ += first_ ? "" : ", ";
      first_ = false;
      append_json_string(out_, name);
      out_ += ": [" + list + "]";
    }
    return *this;
  }
  Entity& add(std::string_view name, const std::string& value) { return add(name, std::span(&value, 1)); }

 private:
  std::string& out_;
  bool first_ = true;
};

// The schema of an actor, and what it can be in a link.
struct Schema {
  std::string_view name;
  bool legal_entity = false;  // may own, belong, act for someone
  bool organization = false;  // may have members and a head
  bool asset = false;         // may be owned
  bool person = false;
};

// By ActorKind. An organisation that is owned by an actor is a Company instead.
constexpr std::array<Schema, 6> Schemas = {{{"Person", true, false, false, true},
                                            {"PublicBody", true, true, false, false},
                                            {"Organization", true, true, false, false},
                                            {"Address", false, false, false, false},
                                            {"Organization", true, true, false, false},
                                            {"Asset", false, false, true, false}}};
constexpr Schema Company = {"Company", true, true, true, false};

// The schema of a link for a type of relation, the names of its two ends, and what the actors there must be.
struct Link {
  std::string_view type;  // of relations
  std::string_view schema;
  std::string_view source;
  std::string_view target;
  bool Schema::*of_source;
  bool Schema::*of_target;
};
constexpr std::array<Link, 8> Links = {
    {{"member", "Membership", "member", "organization", &Schema::legal_entity, &Schema::organization},
     {"leads", "Directorship", "director", "organization", &Schema::legal_entity, &Schema::organization},
     {"represents", "Representation", "agent", "client", &Schema::legal_entity, &Schema::legal_entity},
     {"owns", "Ownership", "owner", "asset", &Schema::legal_entity, &Schema::asset},
     {"spouse", "Family", "person", "relative", &Schema::person, &Schema::person},
     {"parent", "Family", "person", "relative", &Schema::person, &Schema::person},
     {"sibling", "Family", "person", "relative", &Schema::person, &Schema::person},
     {"friend", "Associate", "person", "associate", &Schema::person, &Schema::person}}};
constexpr Link Unknown = {"", "UnknownLink", "subject", "object", nullptr, nullptr};

class FtmWriter {
 public:
  FtmWriter(const Network& network, const RelationTypes& types)
      : network_(network), from_{network, types}, schemas_(boost::num_vertices(network)) {
    for (auto [vertex, end] = boost::vertices(network); vertex != end; ++vertex) {
      names_.emplace(network[*vertex].id, network[*vertex].name);
      schemas_[*vertex] = Schemas.at(static_cast<std::size_t>(network[*vertex].kind));
    }
    for (auto [edge, end] = boost::edges(network); edge != end; ++edge) {
      Schema& owned = schemas_[boost::target(*edge, network)];
      if (holds(network[*edge]) && network[*edge].type == "owns" && owned.name == "Organization") {
        owned = Company;
      }
    }
  }

  std::string write() {
    for (const ArticleRecord& article : articles()) {
      write_article(article);
    }
    for (auto [vertex, end] = boost::vertices(network_); vertex != end; ++vertex) {
      write_actor(*vertex);
      write_mentions(*vertex);
    }
    const std::vector<std::string> kinds = edge_kinds(network_);
    std::size_t number = 0;
    for (auto [edge, end] = boost::edges(network_); edge != end; ++edge) {
      write_relation(*edge, kinds[number++]);
    }
    return std::move(out_);
  }

 private:
  static bool holds(const Relation& relation) {
    return relation.status == Status::Asserted || relation.status == Status::Ended;
  }
  const std::vector<ArticleRecord>& articles() const { return network_[boost::graph_bundle].articles; }
  std::string actor_id(Vertex vertex) const { return entity_id("actor", network_[vertex].id); }
  std::string article_id(std::uint32_t article) const { return entity_id("article", articles().at(article).id); }

  void write_article(const ArticleRecord& article) {
    Entity entity(out_, entity_id("article", article.id), "Article");
    const std::string name = std::filesystem::path(article.source).filename().string();
    entity.add("title", article.title.empty() ? article.id : article.title).add("publishedAt", article.date);
    is_address(article.source) ? entity.add("sourceUrl", article.source) : entity.add("fileName", name);
    entity.add("publisher", article.outlet);
  }

  void write_actor(Vertex vertex) {
    const Actor& actor = network_[vertex];
    const Schema& schema = schemas_[vertex];
    Entity entity(out_, actor_id(vertex), schema.name);
    entity.add("name", actor.name).add("alias", actor.aliases).add("description", actor.description);
    if (schema.person && actor.gender != ActorGender::Unknown) {
      entity.add("gender", actor.gender == ActorGender::Feminine ? "female" : "male");
    }
  }

  // FollowTheMoney has mentions of legal entities alone.
  void write_mentions(Vertex vertex) {
    if (!schemas_[vertex].legal_entity) {
      return;
    }
    std::set<std::uint32_t> in;
    for (const ActorMention& mention : network_[vertex].mentions) {
      in.insert(mention.article);
    }
    for (const std::uint32_t article : in) {
      const std::string id = article_id(article);
      Entity(out_, fmt::format("mention-{:016x}", hash_bytes(id + '\n' + actor_id(vertex))), "Mention")
          .add("document", id)
          .add("resolved", actor_id(vertex))
          .add("name", network_[vertex].name)
          .add("detectedSchema", std::string(schemas_[vertex].name));
    }
  }

  const Link& link_of(Edge edge) const {
    const Relation& relation = network_[edge];
    const auto* const link = std::find_if(Links.begin(), Links.end(), [&](const Link& l) {
      return l.type == relation.type && schemas_[boost::source(edge, network_)].*l.of_source &&
             schemas_[boost::target(edge, network_)].*l.of_target;
    });
    return link == Links.end() || !holds(relation) ? Unknown : *link;
  }

  std::string name_of(const std::string& id) const {
    const auto at = names_.find(id);
    return at == names_.end() ? id : std::string(at->second);
  }

  void write_relation(Edge edge, const std::string& kind) {
    const Relation& relation = network_[edge];
    const Link& link = link_of(edge);
    const std::string source = actor_id(boost::source(edge, network_));
    const std::string target = actor_id(boost::target(edge, network_));
    const bool between_persons = link.schema == "Family" || link.schema == "Associate";
    Entity entity(out_, fmt::format("relation-{:016x}", hash_bytes(source + '\n' + kind + '\n' + target)), link.schema);
    entity.add(link.source, source).add(link.target, target);
    entity.add(between_persons ? "relationship" : "role", edge_label(from_, edge));
    if (!between_persons) {
      entity.add("status", std::string(status_name(relation.status)));
    }
    if (relation.time) {
      entity.add("startDate", relation.time->from).add("endDate", relation.time->to);
    }
    if (!relation.speaker.empty()) {
      entity.add("description", "According to " + name_of(relation.speaker));
    }
    add_evidence(entity, relation);
  }

  void add_evidence(Entity& entity, const Relation& relation) const {
    std::vector<std::string> sentences;
    std::vector<std::string> proofs;
    std::vector<std::string> addresses;
    for (const Evidence& evidence : relation.evidence) {
      const std::string& source = articles().at(evidence.article).source;
      sentences.push_back(evidence.text);
      proofs.push_back(article_id(evidence.article));
      addresses.push_back(is_address(source) ? source : std::string());
    }
    entity.add("summary", sentences).add("proof", proofs).add("sourceUrl", addresses);
  }

  const Network& network_;
  TypedNetwork from_;
  std::vector<Schema> schemas_;                         // by vertex
  std::map<std::string_view, std::string_view> names_;  // by id
  std::string out_;
};

}  // namespace

std::string write_ftm(const Network& network) { return write_ftm(network, network.relation_types()); }

std::string write_ftm(const Network& network, const RelationTypes& types) { return FtmWriter(network, types).write(); }

}  // namespace entente
