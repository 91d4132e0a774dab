#include <entente/formats/cypher.hpp>

#include <array>
#include <map>
#include <string_view>
#include <tuple>

#include <fmt/format.h>

#include <entente/formats/fields.hpp>
#include <entente/text/characters.hpp>

namespace entente {

namespace {

// Escapes as openCypher 9 has them. Neo4j reads \uXXXX before it looks for strings, even after an escaped backslash: no
// "u" ever follows one.
std::string quoted(std::string_view bytes) {
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

// A name that may be any text. Control characters and backslashes, which no escape brings in everywhere, become "_".
std::string backticked(std::string_view bytes) {
  std::string out = "`";
  for (const char c : repair_utf8(bytes).text) {
    const bool plain = static_cast<unsigned char>(c) >= ' ' && c != '\\';
    out += c == '`' ? "``" : plain ? std::string(1, c) : "_";
  }
  return out + '`';
}

std::string_view label(ActorKind kind) {
  constexpr std::array<std::string_view, 6> Labels = {"Person", "Country", "Organisation", "Place", "Group", "Other"};
  return Labels[static_cast<std::size_t>(kind)];
}

std::string literal(const FieldValue& value) {
  if (const auto* const plain = std::get_if<std::string>(&value)) {
    return quoted(*plain);
  }
  const auto* const list = std::get_if<std::vector<std::string>>(&value);
  if (list == nullptr) {
    return field_text(value);
  }
  std::string out;
  for (const std::string& item : *list) {
    out += (out.empty() ? "" : ", ") + quoted(item);
  }
  return "[" + out + "]";
}

// "name: 'Xi Jinping', type: 'person'"
template <typename Element>
std::string properties(std::span<const Field<Element>> fields, const Network& network, Element of) {
  std::string out;
  for (const Field<Element>& field : fields) {
    if (const FieldValue value = field.get(network, of); !says_nothing(value)) {
      out += fmt::format("{}{}: {}", out.empty() ? "" : ", ", backticked(field.name), literal(value));
    }
  }
  return out;
}

std::string article_statement(const ArticleRecord& article) {
  std::string out =
      fmt::format("MERGE (a:Article {{id: {}}}) SET a += {{title: {}", quoted(article.id), quoted(article.title));
  if (!article.date.empty()) {
    out += fmt::format(", date: {}", quoted(article.date));
  }
  if (!article.source.empty()) {
    out += fmt::format(", source: {}", quoted(article.source));
  }
  return out + "};\n";
}

}  // namespace

std::string write_cypher(const Network& network) {
  std::string out;
  for (const ArticleRecord& article : network[boost::graph_bundle].articles) {
    out += article_statement(article);
  }
  for (auto [vertex, end] = boost::vertices(network); vertex != end; ++vertex) {
    const Actor& actor = network[*vertex];
    out += fmt::format("MERGE (a:Actor {{id: {}}}) SET a:{}, a += {{{}}};\n", quoted(actor.id), label(actor.kind),
                       properties(actor_fields(), network, *vertex));
  }
  std::map<std::tuple<Vertex, Vertex, std::string_view>, unsigned> parallel;
  for (auto [edge, end] = boost::edges(network); edge != end; ++edge) {
    const Vertex source = boost::source(*edge, network);
    const Vertex target = boost::target(*edge, network);
    const unsigned key = parallel[{source, target, network[*edge].type}]++;
    out += fmt::format(
        "MATCH (a:Actor {{id: {}}}) MATCH (b:Actor {{id: {}}}) MERGE (a)-[r:{} {{key: {}}}]->(b) SET r += {{{}}};\n",
        quoted(network[source].id), quoted(network[target].id), backticked(network[*edge].type), key,
        properties(relation_fields(), network, *edge));
  }
  return out;
}

}  // namespace entente
