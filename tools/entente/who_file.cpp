#include "who_file.hpp"

#include <optional>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include <entente/base/error.hpp>

#include "line_file.hpp"

namespace entente::cli {

namespace {

using Json = nlohmann::ordered_json;

Json json_of(const DecidedPerson& person) {
  Json json = {{"id", person.id}, {"name", person.name}, {"person", person.person}};
  if (!person.reason.empty()) {
    json["reason"] = person.reason;
  }
  return json;
}

DecidedArticle article_of(const Json& line) {
  const Json& article = line.at("article");
  DecidedArticle decided;
  decided.key = {article.at("id"), article.at("title"), article.at("date"), article.at("source")};
  for (const Json& person : line.at("persons")) {
    decided.persons.push_back({person.at("id"), "", person.at("person"), ""});
  }
  return decided;
}

}  // namespace

std::string who_line(const DecidedArticle& article) {
  Json persons = Json::array();
  for (const DecidedPerson& person : article.persons) {
    if (person.id != person.person || !person.reason.empty()) {
      persons.push_back(json_of(person));
    }
  }
  if (persons.empty()) {
    return {};
  }
  const auto& [id, title, date, source] = article.key;
  const Json line = {{"article", {{"id", id}, {"title", title}, {"date", date}, {"source", source}}},
                     {"name", article.name},
                     {"persons", std::move(persons)}};
  return line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

DecidedPersons read_who(const std::string& path) {
  LineFile file(path);
  std::vector<DecidedArticle> articles;
  while (const std::optional<Line> line = file.next()) {
    try {
      articles.push_back(article_of(Json::parse(line->text)));
    } catch (const Json::exception&) {
      throw Error(ErrorCode::BadFormat, {.file = file.name(),
                                         .line = line->number,
                                         .problem = "says of no article who its persons are",
                                         .expected = "a line as entente identify writes it",
                                         .advice = "run entente identify over the graphs again"});
    }
  }
  return DecidedPersons(std::move(articles));
}

}  // namespace entente::cli
