#include <entente/formats/cypher.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <entente/base/dates.hpp>
#include <entente/formats/fields.hpp>
#include <entente/text/characters.hpp>

namespace entente::inline v0_1 {

namespace {

// Uses the escapes of openCypher 9. Neo4j replaces \uXXXX before it looks for strings, even after an escaped backslash,
// so the string is split where a "u" would follow one.
std::string string_literal(std::string_view bytes) {
  const std::string text = repair_utf8(bytes).text;
  std::string out = "'";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool u_follows = i + 1 < text.size() && (text[i + 1] == 'u' || text[i + 1] == 'U');
    if (c == '\\') {
      out += u_follows ? R"(\\' + ')" : R"(\\)";
    } else if (c == '\'') {
      out += R"(\')";
    } else if (c == '\n') {
      out += R"(\n)";
    } else if (c == '\r') {
      out += R"(\r)";
    } else if (c == '\t') {
      out += R"(\t)";
    } else if (static_cast<unsigned char>(c) < ' ') {
      out += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  return out + '\'';
}

// A name in backticks. Control characters and backslashes, which cannot be escaped in all versions, become "_".
std::string quoted_name(std::string_view bytes) {
  std::string out = "`";
  for (const char c : repair_utf8(bytes).text) {
    const bool plain = static_cast<unsigned char>(c) >= ' ' && c != '\\';
    out += c == '`' ? "``" : plain ? std::string(1, c) : "_";
  }
  return out + '`';
}

// By ActorKind.
constexpr std::array<std::string_view, 6> ActorLabels = {"Person", "Country", "Organisation",
                                                         "Place",  "Group",   "Other"};

std::string literal(const FieldValue& value) {
  if (is_empty(value)) {
    return "null";
  }
  if (const auto* const plain = std::get_if<std::string>(&value)) {
    return string_literal(*plain);
  }
  const auto* const list = std::get_if<std::vector<std::string>>(&value);
  if (list == nullptr) {
    return field_text(value);
  }
  std::string out;
  for (const std::string& item : *list) {
    out += (out.empty() ? "" : ", ") + string_literal(item);
  }
  return "[" + out + "]";
}

std::string date_literal(const std::string& text) { return calendar_day(text) ? string_literal(text) : "null"; }

template <typename Element>
std::vector<std::string> field_names(std::span<const Field<Element>> fields) {
  std::vector<std::string> names;
  for (const Field<Element>& field : fields) {
    names.emplace_back(field.name);
  }
  return names;
}

template <typename Element>
void add_values(std::vector<std::string>& cells, std::span<const Field<Element>> fields, const TypedNetwork& from,
                Element of) {
  for (const Field<Element>& field : fields) {
    const FieldValue value = field.get(from, of);
    cells.push_back(field.kind == FieldKind::Day ? date_literal(std::get<std::string>(value)) : literal(value));
  }
}

// "a.name = name[row], …". An empty property is null, which removes it.
template <typename Element>
std::string assignments(std::string_view variable, std::span<const Field<Element>> fields) {
  std::string out;
  for (const Field<Element>& field : fields) {
    const std::string cell = fmt::format("{}[row]", field.name);
    out += fmt::format("{}{}.{} = {}", out.empty() ? "" : ", ", variable, field.name,
                       field.kind == FieldKind::Day ? "date(" + cell + ")" : cell);
  }
  return out;
}

// "is part of" → `IS_PART_OF`: by convention types of relationships are in capitals.
std::string relationship_type(std::string_view type) {
  std::string name(type);
  std::transform(name.begin(), name.end(), name.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c == ' ' || c == '-' ? '_' : c;
  });
  return quoted_name(name);
}

// Writes one statement for each batch of rows, with a list of literals for each column. Neo4j treats such lists as
// parameters and plans the statement once; a list of maps would be planned map by map, 5 ms each.
class Batches {
 public:
  // `statement` refers to cells as id[row].
  Batches(std::string& out, std::vector<std::string> columns, std::string statement)
      : out_(out), names_(std::move(columns)), columns_(names_.size()), statement_(std::move(statement)) {}
  ~Batches() { write_statement(); }
  Batches(const Batches&) = delete;
  Batches& operator=(const Batches&) = delete;

  // Adds a row: a literal for each column.
  void add(const std::vector<std::string>& cells) {
    constexpr std::size_t MaxRows = 500;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      columns_[i] += (rows_ == 0 ? "" : ", ") + cells.at(i);
    }
    if (++rows_ == MaxRows) {
      write_statement();
    }
  }

 private:
  void write_statement() {
    if (rows_ == 0) {
      return;
    }
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      out_ += fmt::format("{}[{}] AS {}", i == 0 ? "WITH " : ",\n     ", columns_[i], names_[i]);
      columns_[i].clear();
    }
    out_ += fmt::format("\nUNWIND range(0, size({}) - 1) AS row\n{};\n", names_.front(), statement_);
    rows_ = 0;
  }

  std::string& out_;
  std::vector<std::string> names_;
  std::vector<std::string> columns_;
  std::string statement_;
  std::size_t rows_ = 0;
};

void write_articles(std::string& out, const Network& network) {
  Batches batches(out, {"id", "title", "published", "source", "outlet"},
                  "MERGE (a:Article {id: id[row]}) SET a.title = title[row], a.date = date(published[row]), "
                  "a.source = source[row], a.outlet = outlet[row]");
  for (const ArticleRecord& article : network[boost::graph_bundle].articles) {
    batches.add({string_literal(article.id), literal(article.title), date_literal(article.date),
                 literal(article.source), literal(article.outlet)});
  }
}

// One batch per kind of actor, because the label of a statement cannot come from a row.
void write_actors(std::string& out, const TypedNetwork& from) {
  std::vector<std::string> columns = field_names(actor_fields());
  columns.insert(columns.begin(), "id");
  for (std::size_t i = 0; i < ActorLabels.size(); ++i) {
    Batches batches(out, columns,
                    fmt::format("MERGE (a:Actor {{id: id[row]}}) SET a:{}, {}", ActorLabels.at(i),
                                assignments("a", actor_fields())));
    for (auto [vertex, end] = boost::vertices(from.network); vertex != end; ++vertex) {
      if (static_cast<std::size_t>(from.network[*vertex].kind) == i) {
        std::vector<std::string> cells = {string_literal(from.network[*vertex].id)};
        add_values(cells, actor_fields(), from, *vertex);
        batches.add(cells);
      }
    }
  }
}

void write_mentions(std::string& out, const Network& network) {
  Batches batches(out, {"actor", "article", "mentions"},
                  "MATCH (a:Actor {id: actor[row]}) MATCH (b:Article {id: article[row]}) "
                  "MERGE (a)-[r:MENTIONED_IN]->(b) SET r.mentions = mentions[row]");
  for (auto [vertex, end] = boost::vertices(network); vertex != end; ++vertex) {
    std::map<std::uint32_t, std::size_t> counts;
    for (const ActorMention& mention : network[*vertex].mentions) {
      ++counts[mention.article];
    }
    for (const auto& [article, count] : counts) {
      batches.add({string_literal(network[*vertex].id),
                   string_literal(network[boost::graph_bundle].articles.at(article).id), fmt::format("{}", count)});
    }
  }
}

void write_relations(std::string& out, const TypedNetwork& from) {
  const Network& network = from.network;
  std::map<std::string, std::vector<Edge>> by_name;
  for (auto [edge, end] = boost::edges(network); edge != end; ++edge) {
    by_name[relationship_type(network[*edge].type)].push_back(*edge);
  }
  std::vector<std::string> columns = field_names(relation_fields());
  columns.insert(columns.begin(), {"source", "target", "key"});
  for (const auto& [name, edges] : by_name) {
    Batches batches(out, columns,
                    fmt::format("MATCH (a:Actor {{id: source[row]}}) MATCH (b:Actor {{id: target[row]}}) "
                                "MERGE (a)-[r:{} {{key: key[row]}}]->(b) SET {}",
                                name, assignments("r", relation_fields())));
    std::map<std::pair<Vertex, Vertex>, unsigned> parallel;
    for (const Edge edge : edges) {
      const Vertex source = boost::source(edge, network);
      const Vertex target = boost::target(edge, network);
      std::vector<std::string> cells = {string_literal(network[source].id), string_literal(network[target].id),
                                        fmt::format("{}", parallel[{source, target}]++)};
      add_values(cells, relation_fields(), from, edge);
      batches.add(cells);
    }
  }
}

}  // namespace

std::string write_cypher(const Network& network) { return write_cypher(network, network.relation_types()); }

std::string write_cypher(const Network& network, const RelationTypes& types) {
  const TypedNetwork from{network, types};
  std::string out =
      "CREATE CONSTRAINT entente_article IF NOT EXISTS FOR (a:Article) REQUIRE a.id IS UNIQUE;\n"
      "CREATE CONSTRAINT entente_actor IF NOT EXISTS FOR (a:Actor) REQUIRE a.id IS UNIQUE;\n";
  write_articles(out, network);
  write_actors(out, from);
  write_mentions(out, network);
  write_relations(out, from);
  return out;
}

}  // namespace entente
