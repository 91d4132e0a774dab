#include <entente/formats/csv.hpp>

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include <entente/formats/csv_text.hpp>
#include <entente/formats/fields.hpp>

namespace entente::inline v0_1 {

namespace {

// One line of a table, cell by cell.
class Row {
 public:
  explicit Row(std::string& out) : out_(out) {}
  ~Row() { out_ += '\n'; }
  Row(const Row&) = delete;
  Row& operator=(const Row&) = delete;

  Row& text(std::string_view value) {
    write_separator();
    append_csv_text(out_, value);
    return *this;
  }
  Row& number(std::uint64_t value) { return plain(fmt::format("{}", value)); }
  Row& real(double value) { return plain(field_text(value)); }
  Row& span(Span span) { return number(span.begin).number(span.end); }

  Row& plain(std::string_view value) {
    write_separator();
    append_csv_cell(out_, value);
    return *this;
  }

 private:
  void write_separator() {
    out_ += first_ ? "" : ",";
    first_ = false;
  }

  std::string& out_;
  bool first_ = true;
};

template <typename Element>
void add_names(Row& row, std::span<const Field<Element>> fields) {
  for (const Field<Element>& field : fields) {
    row.plain(field.name);
  }
}

template <typename Element>
void add_values(Row& row, std::span<const Field<Element>> fields, const TypedNetwork& from, Element of) {
  for (const Field<Element>& field : fields) {
    const std::string value = field_text(field.get(from, of));
    const bool number = field.kind == FieldKind::Whole || field.kind == FieldKind::Real;
    number ? row.plain(value) : row.text(value);
  }
}

// The fields of relations without the type, whose column has another name, and without the lists, which the table of
// evidence has as lines.
std::span<const Field<Edge>> columns_of_relations() {
  const auto fields = relation_fields().subspan(1);
  // The lists are the last of the fields.
  const auto list = std::find_if(fields.begin(), fields.end(), [](const auto& f) { return f.kind == FieldKind::List; });
  return fields.first(static_cast<std::size_t>(list - fields.begin()));
}

void add_time(Row& row, const BoxedOptional<TimeExpression>& time) {
  row.text(time ? time->text : std::string());
  row.text(time ? time->from : std::string());
  row.text(time ? time->to : std::string());
}

}  // namespace

std::string write_csv_actors(const Network& network) { return write_csv_actors(network, network.relation_types()); }

std::string write_csv_actors(const Network& network, const RelationTypes& types) {
  // Without the name, which is in the column Label: Gephi expects the columns Id and Label.
  const std::span<const Field<Vertex>> fields = actor_fields().subspan(1);
  const TypedNetwork from{network, types};
  std::string out;
  add_names(Row(out).plain("Id").plain("Label"), fields);
  for (auto [vertex, end] = boost::vertices(network); vertex != end; ++vertex) {
    add_values(Row(out).text(network[*vertex].id).text(network[*vertex].name), fields, from, *vertex);
  }
  return out;
}

std::string write_csv_relations(const Network& network) {
  return write_csv_relations(network, network.relation_types());
}

std::string write_csv_relations(const Network& network, const RelationTypes& types) {
  const TypedNetwork from{network, types};
  const std::vector<std::string> kinds = edge_kinds(network);
  std::string out;
  add_names(Row(out).plain("Source").plain("Target").plain("Id").plain("Kind").plain("Label").plain("Weight").plain(
                "relation_type"),
            columns_of_relations());
  std::size_t number = 0;
  for (auto [edge, end] = boost::edges(network); edge != end; ++edge, ++number) {
    Row row(out);
    row.text(network[boost::source(*edge, network)].id).text(network[boost::target(*edge, network)].id);
    row.number(number).text(kinds[number]).text(edge_label(from, *edge)).number(network[*edge].evidence.size());
    row.text(network[*edge].type);
    add_values(row, columns_of_relations(), from, *edge);
  }
  return out;
}

std::string write_csv_evidence(const Network& network) {
  std::string out =
      "relation,source,relation_type,target,status,article,sentence_begin,sentence_end,predicate_begin,predicate_end,"
      "predicate,speaker,time_text,date_from,date_to,confidence,sentence\n";
  std::size_t number = 0;
  for (auto [edge, end] = boost::edges(network); edge != end; ++edge, ++number) {
    const Relation& relation = network[*edge];
    for (const Evidence& evidence : relation.evidence) {
      Row row(out);
      row.number(number).text(network[boost::source(*edge, network)].id).text(relation.type);
      row.text(network[boost::target(*edge, network)].id).text(status_name(relation.status));
      row.text(network[boost::graph_bundle].articles.at(evidence.article).id);
      row.span(evidence.sentence).span(evidence.predicate).text(evidence.lemmas).text(evidence.speaker);
      add_time(row, evidence.time);
      row.real(static_cast<double>(evidence.confidence)).text(evidence.text);
    }
  }
  return out;
}

std::string write_csv_articles(const Network& network) {
  std::string out = "Id,title,published,source,outlet\n";
  for (const ArticleRecord& article : network[boost::graph_bundle].articles) {
    Row(out).text(article.id).text(article.title).text(article.date).text(article.source).text(article.outlet);
  }
  return out;
}

}  // namespace entente
