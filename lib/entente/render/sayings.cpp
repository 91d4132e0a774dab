#include <entente/render/sayings.hpp>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <entente/graph/filter.hpp>
#include <entente/graph/wording.hpp>

namespace entente::inline v0_1 {

namespace {

bool said_by_doing(const RelationType& type) {
  return type.family == RelationFamily::Statement || type.family == RelationFamily::Alignment;
}

// The speaker of this place as a witness, or empty.
std::string_view witness(const Network& network, const RelationType& type, Edge edge, const Evidence& evidence) {
  const auto& doer = network[boost::source(edge, network)].id;
  return said_by_doing(type) && evidence.speaker == doer ? std::string_view() : std::string_view(evidence.speaker);
}

// Those who say so; none where the text itself says it anywhere.
std::set<std::string> speakers_of(const Network& network, const RelationTypes& types, const std::vector<Edge>& edges) {
  std::set<std::string> speakers;
  for (const Edge edge : edges) {
    const RelationType& type = types.named(network[edge].type);
    for (const auto& evidence : network[edge].evidence) {
      const auto speaker = witness(network, type, edge, evidence);
      if (speaker.empty()) {
        return {};
      }
      speakers.emplace(speaker);
    }
  }
  return speakers;
}

std::string_view year_of(std::string_view day) { return day.size() >= 4 ? day.substr(0, 4) : std::string_view(); }

// "2022", "2012–2016", "until 2016", "since 2015": the years that an expression of time names.
std::string years_of(const TimeExpression& time) {
  const auto from = std::string(year_of(time.from));
  const auto to = std::string(year_of(time.to));
  if (from.empty() || to.empty()) {
    return from.empty() && to.empty() ? "" : from.empty() ? "until " + to : "since " + from;
  }
  return from == to ? from : from + "–" + to;
}

// Empty where places of evidence differ, or speak of the year in which their articles appeared.
std::string common_years(const Network& network, const RelationTypes& types, const std::vector<Edge>& edges) {
  const auto& articles = network[boost::graph_bundle].articles;
  std::optional<std::string> years;
  for (const Edge edge : edges) {
    for (const auto& evidence : network[edge].evidence) {
      const bool timed = evidence.time && tells_when(types.named(network[edge].type), *evidence.time);
      const auto here = timed ? years_of(*evidence.time) : std::string();
      const bool same_year = evidence.article < articles.size() && here == year_of(articles[evidence.article].date);
      if (here.empty() || same_year || (years && *years != here)) {
        return "";
      }
      years = here;
    }
  }
  return years.value_or("");
}

}  // namespace

std::size_t different_sentences(const Network& network, const std::vector<Edge>& relations) {
  std::set<std::string_view> texts;
  std::size_t unquoted = 0;
  for (const Edge edge : relations) {
    for (const auto& evidence : network[edge].evidence) {
      unquoted += evidence.text.empty() ? 1 : 0;
      texts.insert(evidence.text);
    }
  }
  texts.erase("");
  return std::max<std::size_t>(texts.size() + unquoted, 1);
}

bool is_claim(const Network& network, const RelationTypes& types, Edge edge) {
  return !speakers_of(network, types, {edge}).empty();
}

void sum_up(const Network& network, const RelationTypes& types, LineContent& line) {
  line.evidence = 0;
  line.claim = !line.labels.empty();
  for (auto& label : line.labels) {
    const auto speakers = speakers_of(network, types, label.relations);
    label.evidence = different_sentences(network, label.relations);
    label.speakers.assign(speakers.begin(), speakers.end());
    label.years = common_years(network, types, label.relations);
    line.evidence += label.evidence;
    line.claim = line.claim && !speakers.empty();
  }
  const auto order = [](const LineLabel& label) {
    return std::tuple(softness(label.status), !label.speakers.empty(), -static_cast<double>(label.evidence));
  };
  std::stable_sort(line.labels.begin(), line.labels.end(),
                   [&](const LineLabel& a, const LineLabel& b) { return order(a) < order(b); });
}

int softness(Status status) {
  switch (status) {
    case Status::Asserted:
      return 0;
    case Status::Planned:
      return 1;
    case Status::Requested:
      return 2;
    case Status::Possible:
      return 3;
    case Status::Negated:
    case Status::Ended:
      return 4;
  }
  return 4;
}

}  // namespace entente
