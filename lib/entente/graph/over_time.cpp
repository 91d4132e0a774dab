#include <entente/graph/over_time.hpp>

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include <entente/base/dates.hpp>
#include <entente/base/error.hpp>
#include <entente/graph/query.hpp>
#include <entente/graph/reports.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::size_t MonthSize = 7;  // "2024-03"

// The host of an address ("daily.example"), or the file name of a path.
std::string source_name(const ArticleRecord& article) {
  if (!article.outlet.empty()) {
    return article.outlet;
  }
  const std::string& source = article.source;
  const std::size_t scheme = source.find("://");
  if (scheme != std::string::npos) {
    const std::size_t begin = scheme + 3;
    std::string host = source.substr(begin, source.find('/', begin) - begin);
    return host.starts_with("www.") ? host.substr(4) : host;
  }
  return source.substr(source.rfind('/') + 1);
}

void add_evidence(TallyRow& row, const Network& network, const Relation& relation, const Evidence& evidence) {
  ++row.statuses[relation.status];
  ++row.reports;
  const EvidenceDays days = days_of(network, evidence);
  if (!days.from.empty()) {
    ++row.months[std::string(days.from.substr(0, MonthSize))];
    row.first = row.first.empty() ? std::string(days.from) : std::min(row.first, std::string(days.from));
    row.last = std::max(row.last, std::string(days.to));
  }
  const std::string source = source_name(network[boost::graph_bundle].articles[evidence.article]);
  if (!source.empty()) {
    ++row.sources[source];
  }
}

[[noreturn]] void refuse(const std::string& text) {
  throw Error(ErrorCode::Usage, "",
              fmt::format("found the period \"{}\"; expected one like 2024, 2024-03, 2024-01..2024-03 or "
                          "2024-01-15..2024-02-15",
                          text));
}

// The first and the last day of "2024", "2024-03" or "2024-03-18".
Period days_named(const std::string& text, const std::string& whole) {
  if (text.empty()) {
    return {};
  }
  const std::string first = text.size() == 4 ? text + "-01-01" : text.size() == MonthSize ? text + "-01" : text;
  const auto day = calendar_day(first);
  if (!day) {
    refuse(whole);
  }
  if (text.size() == 4) {
    return {first, text + "-12-31"};
  }
  if (text.size() == MonthSize) {
    const std::chrono::year_month_day_last end(day->year(), std::chrono::month_day_last(day->month()));
    return {first, fmt::format("{}-{:02}", text, static_cast<unsigned>(end.day()))};
  }
  return {first, first};
}

bool is_in(const Period& period, const EvidenceDays& days) {
  return !days.from.empty() && (period.first.empty() || days.to >= period.first) &&
         (period.last.empty() || days.from <= period.last);
}

std::optional<Change::Kind> kind_of(std::size_t before, std::size_t after) {
  if (before == 0 && after == 0) {
    return std::nullopt;
  }
  return before == 0           ? std::optional(Change::Kind::New)
         : after == 0          ? std::optional(Change::Kind::Gone)
         : after >= 2 * before ? std::optional(Change::Kind::More)
         : before >= 2 * after ? std::optional(Change::Kind::Less)
                               : std::nullopt;
}

}  // namespace

std::vector<TallyRow> tally(const Network& network, Vertex a, Vertex b, const RelationMatcher& matcher) {
  std::map<std::tuple<Vertex, Vertex, std::string>, TallyRow> rows;
  std::map<std::tuple<Vertex, Vertex, std::string>, std::set<std::uint32_t>> articles;
  for (const Edge& edge : between(network, a, b, matcher)) {
    const Relation& relation = network[edge];
    const std::tuple key(boost::source(edge, network), boost::target(edge, network),
                         is_untyped(relation.type) ? relation.predicate : relation.type);
    TallyRow& row = rows[key];
    std::tie(row.source, row.target, row.type) = key;
    std::set<std::string> seen;
    for (const Evidence& evidence : relation.evidence) {
      if (matcher.matches(evidence) && seen.insert(report_key(network, evidence)).second) {
        add_evidence(row, network, relation, evidence);
        articles[key].insert(evidence.article);
      }
    }
  }
  std::vector<TallyRow> sorted;
  for (auto& [key, row] : rows) {
    row.articles = articles[key].size();
    row.contradicted = row.statuses.contains(Status::Asserted) && row.statuses.contains(Status::Negated);
    sorted.push_back(std::move(row));
  }
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const TallyRow& x, const TallyRow& y) { return x.reports > y.reports; });
  return sorted;
}

Period period_of(const std::string& text) {
  const std::size_t dots = text.find("..");
  if (dots == std::string::npos) {
    return text.empty() ? (refuse(text), Period()) : days_named(text, text);
  }
  const Period period{days_named(text.substr(0, dots), text).first, days_named(text.substr(dots + 2), text).last};
  if (text.size() == 2 || (!period.last.empty() && period.last < period.first)) {
    refuse(text);
  }
  return period;
}

std::vector<Change> changes(const Network& network, const Period& before, const Period& after,
                            std::optional<Vertex> actor, const RelationMatcher& matcher) {
  std::vector<Change> all;
  for (auto [edge, end] = boost::edges(network); edge != end; ++edge) {
    const bool of_actor = !actor || boost::source(*edge, network) == *actor || boost::target(*edge, network) == *actor;
    if (!of_actor || !matcher(*edge)) {
      continue;
    }
    const Relation& relation = network[*edge];  // Clang 14 lets no lambda use "edge"
    const auto reports_in = [&](const Period& period) {
      return count_reports(network, relation,
                           [&](const Evidence& evidence) {
                             return matcher.matches(evidence) && is_in(period, days_of(network, evidence));
                           })
          .sentences;
    };
    Change change{.kind = Change::Kind::New, .edge = *edge, .before = reports_in(before), .after = reports_in(after)};
    if (const auto kind = kind_of(change.before, change.after)) {
      change.kind = *kind;
      all.push_back(change);
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const Change& a, const Change& b) {
    return std::tuple(a.kind, -static_cast<long>(a.before + a.after)) <
           std::tuple(b.kind, -static_cast<long>(b.before + b.after));
  });
  return all;
}

}  // namespace entente
