#include <entente/render/drawing.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <entente/base/error.hpp>
#include <entente/render/captions.hpp>
#include <graph/networks.hpp>

using namespace entente;
using test::network;

namespace {

// "putin -visits, meets-> xi", one for each line, the best founded first; "<->" both ways, "--" neither way.
std::vector<std::string> shown(const Network& net, const RenderOptions& options = {}) {
  const auto drawing = edit(net, load_relation_types(), options);
  std::vector<std::string> lines;
  for (const auto& line : drawing.lines) {
    lines.push_back(net[drawing.actors[line.source].vertex].id + (line.arrow_at_source ? " <-" : " -") +
                    line_caption(net, line) + (line.arrow_at_target ? "-> " : "- ") +
                    net[drawing.actors[line.target].vertex].id);
  }
  return lines;
}

std::vector<std::string> offices(const Network& net, const std::string& id, const RenderOptions& options = {}) {
  for (const auto& actor : edit(net, load_relation_types(), options).actors) {
    if (net[actor.vertex].id == id) {
      return actor.offices;
    }
  }
  return {"not drawn"};
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("relations of one pair and family are one line with its labels") {
  CHECK(shown(network({"a -visits-> b", "a -meets-> b"})) == Strings{"a -visits, meets-> b"});
  CHECK(shown(network({"a -visits-> b", "a -supports-> b"})).size() == 2);
  CHECK(shown(network({"a -meets-> b"})) == Strings{"a -meets- b"});
  CHECK(shown(network({"a -visits-> b", "b -visits-> a"})) == Strings{"a <-visits ×2-> b"});
  CHECK(shown(network({"a -accuses-> b", "b -warns-> a"})).size() == 2);
  CHECK(shown(network({"a -visits-> b", "a -meets(planned)-> b"})) == Strings{"a -visits, meets (planned)-> b"});
  CHECK(shown(network({"a -visits(planned)-> b"})) == Strings{"a -visits-> b"});
}

TEST_CASE("what no type covers stands on the line in the third person") {
  CHECK(shown(network({"a -other:pick-> b"})) == Strings{"a -picks-> b"});
  CHECK(shown(network({"a -other:carry out(negated)-> b"})) == Strings{"a -does not carry out-> b"});
}

TEST_CASE("what is said not to be has a line of its own, and says so in words") {
  CHECK(shown(network({"a -supports-> b", "a -supports(negated)-> b"})) ==
        Strings{"a -supports-> b", "a -does not support-> b"});
}

TEST_CASE("what has ended has a line of its own, unless it holds as well") {
  CHECK(shown(network({"a -supports-> b", "a -aids(ended)-> b"})) == Strings{"a -supports-> b", "a -used to aid-> b"});
  CHECK(shown(network({"a -supports(planned)-> b", "a -supports(ended)-> b"})).size() == 2);
  CHECK(shown(network({"a -leads-> b/country", "a -leads(ended)-> b/country"})) == Strings{"a -leads-> b"});
  const auto drawing = edit(network({"a -leads-> b/country", "a -leads(ended)-> b/country"}), load_relation_types(),
                            {.statuses = {Status::Ended}});
  REQUIRE(drawing.lines.size() == 1);
  CHECK(drawing.lines[0].status == Status::Ended);
}

TEST_CASE("a former office stands under the name as one") {
  const auto net =
      network({"roe -leads(ended)-> nato/organisation", "roe -member(ended)-> cdu/organisation",
               "nato/organisation -meets-> cdu/organisation", "roe -meets-> doe", "doe -meets-> nato/organisation"});
  CHECK(offices(net, "roe") == Strings{"used to lead Nato", "former member of Cdu"});
}

TEST_CASE("an office stands under the name where both keep another line") {
  const auto net =
      network({"xi -leads-> china/country", "xi -meets-> putin", "china/country -supports-> russia/country",
               "putin -leads-> russia/country", "putin -visits-> china/country"});
  CHECK(offices(net, "xi") == Strings{"leads China"});
  CHECK(offices(net, "putin") == Strings{"leads Russia"});
  CHECK(shown(net) == Strings{"xi -meets- putin", "putin -visits-> china", "china -supports-> russia"});
  CHECK(shown(net, {.offices = false}).size() == 5);
  CHECK(shown(net, {.around = "xi"}).size() == 3);
}

TEST_CASE("an office stays a line where it alone joins two parts of the picture") {
  const auto net = network({"xi -leads-> china/country", "xi -meets-> putin",
                            "china/country -supports-> russia/country", "putin -leads-> russia/country"});
  CHECK(shown(net) == Strings{"xi -leads-> china", "xi -meets- putin", "china -supports-> russia"});
  CHECK(offices(net, "xi").empty());
  CHECK(offices(net, "putin") == Strings{"leads Russia"});
}

TEST_CASE("what one sentence says of a place and another denies stands under no name") {
  const Strings others = {"firm/organisation -sanctions-> roe", "iran/country -meets-> roe",
                          "spain/country -meets-> roe"};
  const auto with = [&](Strings lines) {
    lines.insert(lines.end(), others.begin(), others.end());
    return network(lines);
  };
  CHECK(offices(with({"firm/organisation -located-> iran/country"}), "firm") == Strings{"in Iran"});
  const auto two = with({"firm/organisation -located-> iran/country", "firm/organisation -located-> spain/country"});
  CHECK(offices(two, "firm").empty());
  CHECK(shown(two).size() == 5);
  const auto nested = with({"firm/organisation -located-> qom/place", "firm/organisation -located-> iran/country",
                            "qom/place -located-> iran/country", "qom/place -meets-> roe"});
  CHECK(offices(nested, "firm") == Strings{"in Qom", "in Iran"});
  // Two sentences against one: the one is left out.
  auto founded = with({"firm/organisation -located-> iran/country", "firm/organisation -located-> spain/country"});
  Evidence more = founded[*boost::edges(founded).first].evidence.front();
  more.text = "Another sentence that says so.";
  more.sentence = {500, 530};
  founded[*boost::edges(founded).first].evidence.push_back(more);
  CHECK(offices(founded, "firm") == Strings{"in Iran"});
  CHECK(edit(founded, load_relation_types(), {}).weak == 1);
}

TEST_CASE("what no actor of its kind can be is left out, unless more sentences than one say it") {
  const auto drawing = edit(
      network({"england/country -part-> owen", "england/country -meets-> owen",
               "labour/organisation -member-> tories/organisation", "tories/organisation -member-> labour/organisation",
               "labour/organisation -meets-> tories/organisation"}),
      load_relation_types(), {});
  CHECK(drawing.weak == 1);
  for (const auto& actor : drawing.actors) {
    CHECK(actor.offices.empty());
  }
}

TEST_CASE("who alone says so stands on the line, and the line is no fact") {
  const auto claimed = [](const std::string& relation, const std::string& speaker) {
    auto net = network({relation, "c -meets-> d"});
    auto& first = net[*boost::edges(net).first];
    first.evidence.front().speaker = speaker;
    summarize(first);
    return net;
  };
  CHECK(shown(claimed("a -attacks-> b", "c"))[1] == "a -attacks, says C-> b");
  CHECK(shown(claimed("a -attacks(negated)-> b", "c"))[1] == "a -does not attack, says C-> b");
  CHECK(shown(claimed("a -attacks-> b", "a"))[1] == "a -attacks, by own account-> b");
  CHECK(shown(claimed("a -criticizes-> b", "a"))[0] == "a -criticizes-> b");  // to say it is to do it
  const auto drawing = edit(claimed("a -attacks-> b", "c"), load_relation_types(), {});
  CHECK_FALSE(drawing.lines[0].claim);
  CHECK(drawing.lines[1].claim);
  // Where the text itself says it too, it is a fact.
  auto net = claimed("a -attacks-> b", "c");
  auto& relation = net[*boost::edges(net).first];
  Evidence own = relation.evidence.front();
  own.speaker.clear();
  own.text = "A attacks B.";
  relation.evidence.push_back(own);
  CHECK(shown(net)[0] == "a -attacks ×2-> b");
  // And no claim stands under a name.
  CHECK(offices(claimed("a -leads-> b/country", "c"), "a", {.top = 0}).empty());
}

TEST_CASE("a sentence that several places print counts once") {
  auto net = network({"a -attacks-> b"});
  auto& relation = net[*boost::edges(net).first];
  for (std::uint32_t copy = 1; copy <= 3; ++copy) {
    Evidence again = relation.evidence.front();
    again.sentence = {100 * copy, 100 * copy + 10};
    relation.evidence.push_back(again);
  }
  CHECK(shown(net) == Strings{"a -attacks-> b"});
  relation.evidence.back().text = "In other words.";
  CHECK(shown(net) == Strings{"a -attacks ×2-> b"});
}

TEST_CASE("another year than the article's stands on the line") {
  auto net = network({"a -attacks-> b"});
  auto& relation = net[*boost::edges(net).first];
  const auto with = [&](Date from, Date to) {
    relation.evidence.front().time = TimeExpression{"then", std::move(from), std::move(to)};
    return shown(net).front();
  };
  CHECK(with("2022-02-24", "2022-02-24") == "a -attacks (2022)-> b");
  CHECK(with("2012-01-01", "2016-12-31") == "a -attacks (2012–2016)-> b");
  CHECK(with("", "2016-12-31") == "a -attacks (until 2016)-> b");
  CHECK(with("2024-01-08", "2024-01-09") == "a -attacks-> b");  // the article is of 2024
  // What lasts is not of the year in which something else happened.
  relation.type = "represents";
  CHECK(with("2022-02-24", "2022-02-24") == "a -represents-> b");
  CHECK(with("2012-01-01", "2016-12-31") == "a -represents (2012–2016)-> b");
}

TEST_CASE("the headline joins parts that no relation joins, and brings in whom it names") {
  auto net = network({"mourinho -meets-> roe", "spurs/organisation -meets-> doe"});
  auto& title = net[boost::graph_bundle].articles.front().title;
  title = "Mourinho's move to Spurs";
  CHECK(shown(net)[2] == "mourinho -headline- spurs");
  CHECK(edit(net, load_relation_types(), {}).lines[2].is_headline_link);
  CHECK(shown(net, {.types = {"meets"}}).size() == 2);
  title = "Mourinhos and Spursy";
  CHECK(shown(net).size() == 2);
  title = "Mourinho and Roe";
  CHECK(shown(net).size() == 2);
  Actor named;
  named.id = "uefa";
  named.name = "UEFA";
  boost::add_vertex(named, net);
  title = "UEFA fines Mourinho";
  CHECK(shown(net)[2] == "mourinho -headline- uefa");
  net[boost::graph_bundle].articles.push_back({"b", "Other", "", ""});
  CHECK(shown(net).size() == 2);
}

TEST_CASE("without relations the actors are drawn, with how often they are named") {
  auto net = network({"a -meets-> b"});
  boost::clear_vertex(0, net);
  net[0].salience = 0.5F;
  net[0].mentions.push_back(net[0].mentions.front());
  const auto drawing = edit(net, load_relation_types(), {});
  REQUIRE(drawing.actors.size() == 2);
  CHECK(drawing.actors[0].mentions == 2);
  CHECK(drawing.actors[1].mentions == 1);
  CHECK(notes(net, drawing) == "No relations were found between these actors.");
  CHECK(edit(net, load_relation_types(), {.top = 1}).minor == 1);
  CHECK(edit(net, load_relation_types(), {.types = {"meets"}}).actors.empty());
}

TEST_CASE("the title says what was asked of how many articles, and who published them") {
  auto net = network({"a -meets-> b"});
  CHECK(heading(net, {}) == "About a");
  CHECK(byline(net, {.around = "A", .families = {RelationFamily::Conflict}}) ==
        "a.txt · 10 January 2024 · shown: A, conflict");
  net[boost::graph_bundle].articles.front().outlet = "The Daily Example";
  net[boost::graph_bundle].articles.push_back({"b", "", "2024-01-12", "https://www.example.org/x"});
  CHECK(heading(net, {}) == "Who does what to whom, 2 articles");
  CHECK(heading(net, {.around = "a"}) == "Who does what to whom: A, 2 articles");
  CHECK(byline(net, {}) == "The Daily Example, example.org · 10 January 2024 to 12 January 2024");
}

TEST_CASE("an office that is all that is known stays a line") {
  CHECK(shown(network({"sun -member-> center/organisation"})) == Strings{"sun -is a member of-> center"});
  CHECK(shown(network({"xi -leads(negated)-> china/country", "xi -meets-> putin"})).size() == 2);
}

TEST_CASE("the most salient actors are drawn, and none without a line") {
  Strings lines;
  for (int i = 0; i < 60; ++i) {
    lines.push_back("hub -tells-> p" + std::to_string(i));
  }
  auto net = network(lines);
  for (Vertex v = 0; v < boost::num_vertices(net); ++v) {
    net[v].salience = 1.0F / static_cast<float>(v + 1);
  }
  const auto drawing = edit(net, load_relation_types(), {});
  CHECK(drawing.actors.size() == 25);
  CHECK(drawing.minor == 36);
  CHECK(net[drawing.actors[0].vertex].id == "hub");
  CHECK(drawing.actors[0].prominence == 1.0);
  CHECK(edit(net, load_relation_types(), {.top = 0}).actors.size() == 61);
  boost::add_vertex(net);
  const auto more = edit(net, load_relation_types(), {});
  CHECK(more.isolated == 1);
  CHECK(more.isolated_first.size() == 1);
}

TEST_CASE("weak lines are left out, but every actor keeps one") {
  Strings lines;
  for (int i = 0; i < 12; ++i) {
    for (int j = 0; j < i; ++j) {
      lines.push_back("a" + std::to_string(i) + " -tells-> a" + std::to_string(j));
    }
  }
  const auto drawing = edit(network(lines), load_relation_types(), {});
  CHECK(drawing.actors.size() == 12);
  CHECK(drawing.lines.size() == 18);
  CHECK(drawing.weak == 66 - 18);
  CHECK(edit(network(lines), load_relation_types(), {.lines = 1}).lines.size() == 11);
  CHECK(edit(network(lines), load_relation_types(), {.lines = 0}).lines.size() == 66);
}

TEST_CASE("actors and relations are chosen by the options") {
  const auto net = network({"a -visits-> b", "b -attacks(possible)-> c", "c -supports-> d", "d -tells-> e"});
  CHECK(shown(net, {.families = {RelationFamily::Conflict}}) == Strings{"b -attacks-> c"});
  CHECK(shown(net, {.types = {"visits"}}) == Strings{"a -visits-> b"});
  CHECK(shown(net, {.statuses = {Status::Possible}}) == Strings{"b -attacks-> c"});
  CHECK(shown(net, {.min_confidence = 0.99F}).empty());
  CHECK(shown(net, {.around = "A"}) == Strings{"a -visits-> b"});
  CHECK(shown(net, {.around = "b", .depth = 2}).size() == 3);
  CHECK_THROWS_WITH_AS(shown(net, {.types = {"dances"}}), doctest::Contains("dances"), Error);
  CHECK_THROWS_WITH_AS(shown(net, {.around = "zeus"}), doctest::Contains("zeus"), Error);
}

TEST_CASE("an actor is found by any of its names, and doubt is told") {
  auto net = network({"xi-jinping -meets-> joe-biden", "jill-biden -meets-> joe-biden"});
  net[1].aliases = {"the President"};
  CHECK(shown(net, {.around = "XI JINPING"}).size() == 1);
  CHECK(shown(net, {.around = "jinping"}).size() == 1);
  CHECK(shown(net, {.around = "the president"}).size() == 2);
  CHECK_THROWS_WITH_AS(shown(net, {.around = "Biden"}), doctest::Contains("Jill Biden"), Error);
}
