#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <entente/formats/json.hpp>
#include <entente/formats/json_text.hpp>
#include <entente/relations/user_types.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr int SalienceDigits = 4;
constexpr int ConfidenceDigits = 3;

class Writer {
 public:
  Writer(const Network& network, JsonLayout layout)
      : network_(network), articles_(network[boost::graph_bundle].articles), rows_(layout == JsonLayout::Rows) {}

  std::string write() {
    out_ += R"({"directed": true, "multigraph": true,)";
    line_break(" ");
    out_ += R"("graph": {"format": "entente/1", "articles": )";
    write_rows(articles_, [this](const ArticleRecord& article) { write_article(article); });
    write_types();
    out_ += "},";
    line_break(" ");
    out_ += R"("nodes": )";
    write_rows(boost::make_iterator_range(boost::vertices(network_)), [this](Vertex v) { write_actor(network_[v]); });
    out_ += ',';
    line_break(" ");
    out_ += R"("edges": )";
    write_rows(boost::make_iterator_range(boost::edges(network_)), [this](const Edge& e) { write_relation(e); });
    out_ += '}';
    out_ += rows_ ? "\n" : "";
    return std::move(out_);
  }

  std::string write_articles() {
    write_rows(articles_, [this](const ArticleRecord& article) { write_article(article); });
    return std::move(out_);
  }

 private:
  void line_break(const char* otherwise) { out_ += rows_ ? "\n " : otherwise; }

  // Writes a list of the graph, with one item per row.
  template <typename Items, typename Write>
  void write_rows(const Items& items, Write write) {
    out_ += '[';
    bool first = true;
    for (const auto& item : items) {
      out_ += first ? "" : ",";
      out_ += rows_ ? "\n  " : (first ? "" : " ");
      first = false;
      write(item);
    }
    out_ += ']';
  }

  // Writes a list of one actor or relation, on its row.
  template <typename Items, typename Write>
  void write_list(const Items& items, Write write) {
    out_ += '[';
    bool first = true;
    for (const auto& item : items) {
      out_ += first ? "" : ", ";
      first = false;
      write(item);
    }
    out_ += ']';
  }

  void write_article(const ArticleRecord& article) {
    JsonObject object(out_);
    object.text("id", article.id)
        .text("title", article.title)
        .text_or_null("date", article.date)
        .text_or_null("source", article.source);
    if (!article.outlet.empty()) {
      object.text("outlet", article.outlet);
    }
  }

  // Writes the types of the relations that differ from the vocabulary of the library, by name.
  void write_types() {
    const RelationTypes& known = network_.relation_types();
    std::map<std::string_view, const RelationType*> own;
    for (auto [edge, end] = boost::edges(network_); edge != end && network_.shared_relation_types(); ++edge) {
      const RelationType& type = known.named(network_[*edge].type);
      if (type.name == network_[*edge].type && !is_shipped(type)) {
        own.emplace(type.name, &type);
      }
    }
    if (!own.empty()) {
      out_ += R"(, "types": )";
      write_rows(own, [this](const auto& type) { write_type(*type.second); });
    }
  }

  void write_type(const RelationType& type) {
    JsonObject object(out_);
    object.text("name", type.name).text("label", type.label).text("family", family_name(type.family));
    object.truth("symmetric", type.symmetric);
    for (const auto& [name, value] :
         {std::pair("cameo", &type.cameo), std::pair("plover", &type.plover), std::pair("meaning", &type.meaning)}) {
      if (!value->empty()) {
        object.text(name, *value);
      }
    }
  }

  void write_actor(const Actor& actor) {
    JsonObject object(out_);
    object.text("id", actor.id).text("name", actor.name).text("type", actor_kind_name(actor.kind));
    object.key("aliases");
    write_list(actor.aliases, [this](const std::string& alias) { append_json_string(out_, alias); });
    object.text("description", actor.description).text_or_null("gender", gender_name(actor.gender));
    object.text_or_null("country", actor.country).number("salience", actor.salience, SalienceDigits);
    object.key("mentions");
    write_list(actor.mentions, [this](const ActorMention& mention) {
      JsonObject(out_)
          .text("article", articles_.at(mention.article).id)
          .whole("begin", mention.text.begin)
          .whole("end", mention.text.end)
          .text("form", mention_form_name(mention.form));
    });
  }

  void write_relation(const Edge& edge) {
    const Relation& relation = network_[edge];
    const Vertex source = boost::source(edge, network_);
    const Vertex target = boost::target(edge, network_);
    JsonObject object(out_);
    object.text("source", network_[source].id).text("target", network_[target].id);
    object.whole("key", parallel_[(std::uint64_t{source} << 32U) | target]++);
    object.text("type", relation.type).text("predicate", relation.predicate);
    object.text("status", status_name(relation.status)).text_or_null("speaker", relation.speaker);
    write_time(object, relation.time);
    object.number("confidence", relation.confidence, ConfidenceDigits);
    object.key("evidence");
    write_list(relation.evidence, [&](const Evidence& evidence) { write_evidence(relation, evidence); });
  }

  // Omits the fields that are the same for the relation.
  void write_evidence(const Relation& relation, const Evidence& evidence) {
    JsonObject object(out_);
    object.text("article", articles_.at(evidence.article).id);
    object.whole("begin", evidence.sentence.begin).whole("end", evidence.sentence.end).text("text", evidence.text);
    object.key("predicate");
    {
      JsonObject predicate(out_);
      predicate.whole("begin", evidence.predicate.begin).whole("end", evidence.predicate.end);
      if (evidence.lemmas != relation.predicate) {
        predicate.text("lemmas", evidence.lemmas);
      }
    }
    if (evidence.speaker != relation.speaker) {
      object.text_or_null("speaker", evidence.speaker);
    }
    if (evidence.time != relation.time) {
      write_time(object, evidence.time);
    }
    if (evidence.confidence != relation.confidence) {
      object.number("confidence", evidence.confidence, ConfidenceDigits);
    }
  }

  void write_time(JsonObject& object, const BoxedOptional<TimeExpression>& time) {
    object.key("time");
    if (!time) {
      out_ += "null";
      return;
    }
    JsonObject(out_).text("text", time->text).text_or_null("from", time->from).text_or_null("to", time->to);
  }

  static std::string_view gender_name(ActorGender gender) {
    switch (gender) {
      case ActorGender::Feminine:
        return "feminine";
      case ActorGender::Masculine:
        return "masculine";
      case ActorGender::Unknown:
        break;
    }
    return {};
  }

  const Network& network_;
  const std::vector<ArticleRecord>& articles_;
  bool rows_;
  std::string out_;
  std::unordered_map<std::uint64_t, std::uint64_t> parallel_;  // edges so far between two vertices; never iterated over
};

}  // namespace

std::string write_json(const Network& network, JsonLayout layout) { return Writer(network, layout).write(); }

std::string write_json_articles(const Network& network) { return Writer(network, JsonLayout::Line).write_articles(); }

}  // namespace entente
