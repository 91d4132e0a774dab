#include <entente/graph/over_time.hpp>

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <entente/base/error.hpp>
#include <entente/graph/find_actor.hpp>
#include <entente/graph/merge.hpp>
#include <entente/graph/reports.hpp>
#include <entente/graph/show.hpp>
#include <entente/render/timeline_picture.hpp>
#include <graph/networks.hpp>

using namespace entente;
using namespace entente::test;

namespace {

Network dated(const std::vector<std::string>& lines, const std::string& id, const std::string& date,
              const std::string& outlet) {
  Network net = network(lines, id);
  net[boost::graph_bundle].articles[0].date = date;
  net[boost::graph_bundle].articles[0].outlet = outlet;
  return net;
}

// A sentence that is long enough to be the same in two articles for one reason only.
void say(Network& net, const std::string& text) {
  for (auto [edge, end] = boost::edges(net); edge != end; ++edge) {
    net[*edge].evidence[0].text = text;
  }
}

Network corpus() {
  std::vector<Network> all = {
      dated({"norway/country -criticizes-> russia/country"}, "a", "2024-01-10", "Daily"),
      dated({"norway/country -criticizes-> russia/country"}, "b", "2024-01-11", "Herald"),
      dated({"norway/country -criticizes-> russia/country"}, "c", "2024-02-20", "Herald"),
      dated({"norway/country -criticizes(negated)-> russia/country", "norway/country -meets-> russia/country"}, "d",
            "2024-03-01", "Daily"),
      dated({"norway/country -supports-> poland/country"}, "e", "2024-03-02", "Daily")};
  const std::string copied = "Norway on Wednesday criticised Russia over the new rules for ships in the north.";
  say(all[0], copied);
  say(all[1], copied);
  return merge(all, shipped_relation_types());
}

}  // namespace

TEST_CASE("copies of one sentence are one report, short sentences count in every article") {
  const Network net = corpus();
  const Relation& relation = net[between(net, find_actor(net, "norway"), find_actor(net, "russia"))[0]];
  CHECK(relation.evidence.size() == 3);
  const Reports reports = count_reports(net, relation);
  CHECK(reports.sentences == 2);
  CHECK(reports.articles == 2);
}

TEST_CASE("filters ask for articles, evidence and sources") {
  const Network net = corpus();
  const auto edges = [&](RelationFilter filter) {
    const RelationMatcher matcher(net, std::move(filter), shipped_relation_types());
    std::size_t count = 0;
    for (auto [edge, end] = boost::edges(net); edge != end; ++edge) {
      count += matcher(*edge) ? 1 : 0;
    }
    return count;
  };
  CHECK(edges({}) == 4);
  CHECK(edges({.min_articles = 2}) == 1);
  CHECK(edges({.min_articles = 3}) == 0);
  CHECK(edges({.min_evidence = 2}) == 1);
  CHECK(edges({.source = "HERALD"}) == 1);
  CHECK(edges({.source = "daily", .min_articles = 2}) == 0);
  CHECK(edges({.until = "2024-01-31", .min_articles = 2}) == 0);
}

TEST_CASE("tally adds up a pair by type, status, month and source, contradictions side by side") {
  const Network net = corpus();
  const auto rows = tally(net, find_actor(net, "norway"), find_actor(net, "russia"));
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].type == "criticizes");
  CHECK(rows[0].reports == 3);
  CHECK(rows[0].articles == 3);
  CHECK(rows[0].contradicted);
  CHECK(rows[0].statuses.at(Status::Asserted) == 2);
  CHECK(rows[0].statuses.at(Status::Negated) == 1);
  CHECK(rows[0].months.at("2024-01") == 1);
  CHECK(rows[0].months.at("2024-02") == 1);
  CHECK(rows[0].sources.at("Herald") == 1);
  CHECK(rows[0].sources.at("Daily") == 2);
  CHECK(rows[0].first == "2024-01-10");
  CHECK(rows[0].last == "2024-03-01");
  CHECK(!rows[1].contradicted);
}

TEST_CASE("periods are years, months, days or two of these") {
  const auto days = [](const char* text) {
    const Period period = period_of(text);
    return period.first + " " + period.last;
  };
  CHECK(days("2024") == "2024-01-01 2024-12-31");
  CHECK(days("2024-02") == "2024-02-01 2024-02-29");
  CHECK(days("2024-02-03") == "2024-02-03 2024-02-03");
  CHECK(days("2024-01..2024-02") == "2024-01-01 2024-02-29");
  CHECK(days("..2024-02") == " 2024-02-29");
  CHECK(days("2024..") == "2024-01-01 ");
  for (const char* bad : {"", "..", "yesterday", "2024-13", "2024-02-30", "2024-05..2024-04"}) {
    CHECK_THROWS_AS(static_cast<void>(period_of(bad)), Error);
  }
}

TEST_CASE("changes say what is new, gone and more often told") {
  const Network net = corpus();
  const auto all = changes(net, period_of("2024-01..2024-02"), period_of("2024-03"));
  std::vector<std::string> lines;
  for (const Change& change : all) {
    lines.push_back(std::to_string(static_cast<int>(change.kind)) + " " + show_relation(net, change.edge) + " " +
                    std::to_string(change.before) + " " + std::to_string(change.after));
  }
  CHECK(lines == std::vector<std::string>{"0 norway -criticizes(negated)-> russia 0 1", "0 norway -meets-> russia 0 1",
                                          "0 norway -supports-> poland 0 1", "1 norway -criticizes-> russia 2 0"});
  CHECK(changes(net, period_of("2024-01"), period_of("2024-02")).empty());  // one report in either
  CHECK(changes(net, period_of("2023"), period_of("2024"), find_actor(net, "poland")).size() == 1);
}

TEST_CASE("a timeline is drawn with a row for each pair and a dot for each day") {
  const Network net = corpus();
  const std::string svg =
      render_timeline(net, shipped_relation_types(), timeline(net), {.heading = "Norway & <others>"});
  const auto count = [&](const std::string& what) {
    std::size_t found = 0;
    for (std::size_t at = svg.find(what); at != std::string::npos; at = svg.find(what, at + 1)) {
      ++found;
    }
    return found;
  };
  CHECK(count("<circle") == 6);
  CHECK(count("hollow\" stroke") == 1);
  CHECK(svg.find("Norway &amp; &lt;others&gt;") != std::string::npos);
  CHECK(svg.find("Norway – Russia") != std::string::npos);
  CHECK(count("prefers-color-scheme:dark") == 1);
  CHECK(render_timeline(net, shipped_relation_types(), timeline(net), {.rows = 1}).find("Poland") == std::string::npos);
  CHECK(render_timeline(net, shipped_relation_types(), {}).find("No dated relations") != std::string::npos);
}
