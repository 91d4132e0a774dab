#include "serve_pages.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <entente/base/error.hpp>
#include <entente/base/escape.hpp>
#include <entente/graph/find_actor.hpp>
#include <entente/graph/over_time.hpp>
#include <entente/graph/query.hpp>
#include <entente/graph/reports.hpp>
#include <entente/relations/user_types.hpp>
#include <entente/render/render.hpp>
#include <entente/render/timeline_picture.hpp>

#include "store_corrections.hpp"
#include "store_input.hpp"
#include "work_progress.hpp"

namespace entente::cli {

namespace {

constexpr std::size_t MostRelations = 100;  // on one page
constexpr std::size_t MostSentences = 3;    // below a relation of an actor
constexpr std::size_t MostEvidence = 300;   // of two actors

constexpr const char* Css =
    R"(:root{color-scheme:light dark;--paper:#fff;--ink:#1a1a1a;--quiet:#595959;--line:#c8c8c8;--link:#0b57a4}
@media(prefers-color-scheme:dark){:root{--paper:#161616;--ink:#ececec;--quiet:#b0b0b0;--line:#4a4a4a;--link:#8ab8f0}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:60rem;padding:1rem;background:var(--paper);color:var(--ink);font:1rem/1.5 Helvetica,Arial,"DejaVu Sans",sans-serif;overflow-wrap:anywhere}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
form{display:flex;flex-wrap:wrap;gap:.5rem;margin:.75rem 0;align-items:end}
label{display:flex;flex-direction:column;font-size:.875rem;color:var(--quiet)}
input,button{font:inherit;padding:.4rem .6rem;border:1px solid var(--quiet);border-radius:.25rem;background:var(--paper);color:var(--ink);max-width:100%}
h1{font-size:1.5rem;line-height:1.2}h2{font-size:1.2rem;margin-top:2rem}h3{font-size:1rem;margin-bottom:.25rem}
.quiet{color:var(--quiet);font-size:.875rem}
blockquote{margin:.25rem 0 .75rem;padding-left:.75rem;border-left:3px solid var(--line)}
img{max-width:100%;height:auto;border:1px solid var(--line)}
.wide{overflow-x:auto}@media(max-width:40rem){.wide img{max-width:none;width:45rem}}
table{border-collapse:collapse}th,td{text-align:left;padding:.25rem .75rem .25rem 0;border-bottom:1px solid var(--line);vertical-align:top}
mark{background:none;color:inherit;font-weight:bold;text-decoration:underline}
pre{white-space:pre-wrap;font:inherit}
.skip{position:absolute;left:-100vw}.skip:focus{left:1rem}
)";

// Two actors and what joins them.
constexpr const char* Icon =
    R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M4 12 12 4" stroke="#8ab8f0" stroke-width="2"/><g fill="#0b57a4"><circle cx="4" cy="12" r="3"/><circle cx="12" cy="4" r="3"/></g></svg>
)";

std::string plain(std::string_view text) { return escaped_xml(text); }

// The text of a hit, with its matches marked.
std::string marked(const SearchHit& hit) {
  const std::string_view text = hit.text;
  std::string html;
  std::size_t shown = 0;
  for (const Span& match : hit.matches) {
    html += fmt::format("{}<mark>{}</mark>", plain(text.substr(shown, match.begin - shown)),
                        plain(text.substr(match.begin, match.size())));
    shown = match.end;
  }
  return html + plain(text.substr(shown));
}

std::string encoded(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool keeps = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                       c == '-' || c == '_' || c == '.' || c == '~';
    result += keeps ? std::string(1, c) : fmt::format("%{:02X}", byte);
  }
  return result;
}

std::string link(const std::string& href, std::string_view text) {
  return fmt::format("<a href=\"{}\">{}</a>", href, plain(text));
}

std::string actor_link(const Actor& actor) { return link("/actor?id=" + encoded(actor.id), actor.name); }

std::string search_form(const std::string& words) {
  return fmt::format(
      "<form action=\"/search\" role=\"search\"><label>Actors, sentences and articles<input type=\"search\" name=\"q\" "
      "value=\"{}\" maxlength=\"200\"></label><button>Search</button></form>",
      plain(words));
}

std::string whole_page(const std::string& title, const std::string& words, const std::string& body) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{}</title>"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
      "<link rel=\"icon\" href=\"/icon.svg\"><link rel=\"stylesheet\" href=\"/style.css\"></head><body>"
      "<a class=\"skip\" href=\"#main\">To the content</a>"
      "<header><nav aria-label=\"Store\"><a href=\"/\">All articles</a></nav>{}</header><main "
      "id=\"main\">{}</main></body></html>\n",
      plain(title), search_form(words), body);
}

// The fields of an address that select articles and relations, and their form.
struct Wanted {
  std::string id;
  std::string type;
  ArticleFilter articles;

  explicit Wanted(const Query& query) : id(query("id")), type(query("type")) {
    articles = {query("since"), query("until"), query("source")};
  }
  std::string address(const char* path) const {
    return fmt::format("{}?id={}&amp;type={}&amp;since={}&amp;until={}&amp;source={}", path, encoded(id), encoded(type),
                       encoded(articles.since), encoded(articles.until), encoded(articles.source));
  }
  std::string form() const {
    const auto field = [](const char* label, const char* name, const std::string& value, const char* kind) {
      return fmt::format("<label>{}<input type=\"{}\" name=\"{}\" value=\"{}\" maxlength=\"100\"></label>", label, kind,
                         name, plain(value));
    };
    return fmt::format(
        "<form action=\"/actor\" aria-label=\"Filter\"><input type=\"hidden\" name=\"id\" value=\"{}\">{}{}{}{}"
        "<button>Filter</button></form>",
        plain(id), field("Relation type", "type", type, "text"), field("Since", "since", articles.since, "date"),
        field("Until", "until", articles.until, "date"), field("Source", "source", articles.source, "text"));
  }
};

// The original of an article, where its source is an address of the web.
std::string source_of(const ArticleRecord& article) {
  const bool address = article.source.starts_with("https://") || article.source.starts_with("http://");
  const std::string name = article.outlet.empty() ? article.source : article.outlet;
  return address ? fmt::format("<a href=\"{}\" rel=\"noreferrer noopener\">{}</a>", plain(article.source), plain(name))
                 : plain(name);
}

std::string said(const Relation& relation, const RelationTypes& types) {
  const RelationType& type = types.named(relation.type);
  const std::string label = type.name == relation.type && !is_untyped(type.name) ? type.label : relation.predicate;
  return relation.status == Status::Asserted ? label : fmt::format("{} ({})", label, status_name(relation.status));
}

std::string_view name_of(const Network& network, const std::string& id) {
  const auto [begin, end] = boost::vertices(network);
  const auto at = std::find_if(begin, end, [&](Vertex v) { return network[v].id == id; });
  return at == end ? std::string_view(id) : network[*at].name;
}

std::string evidence_html(const Network& network, const Evidence& evidence) {
  const ArticleRecord& article = network[boost::graph_bundle].articles[evidence.article];
  std::string when = evidence.time ? fmt::format(" · {}", plain(evidence.time->text)) : "";
  if (!evidence.speaker.empty()) {
    when += fmt::format(" · according to {}",
                        link("/actor?id=" + encoded(evidence.speaker), name_of(network, evidence.speaker)));
  }
  return fmt::format("<blockquote>{}<div class=\"quiet\">{} · {} · {}{}</div></blockquote>", plain(evidence.text),
                     plain(article.date),
                     link("/article?name=" + encoded(article.id), article.title.empty() ? article.id : article.title),
                     source_of(article), when);
}

std::string relation_html(const Network& network, Edge edge, std::size_t most) {
  const Actor& source = network[boost::source(edge, network)];
  const Actor& target = network[boost::target(edge, network)];
  const Reports reports = count_reports(network, network[edge]);
  std::string html = fmt::format(
      "<h3>{} {} {}</h3><p class=\"quiet\"><a href=\"/relation?a={}&amp;b={}\">{} report{} in {} "
      "article{}</a></p>",
      actor_link(source), plain(said(network[edge], network.relation_types())), actor_link(target), encoded(source.id),
      encoded(target.id), reports.sentences, reports.sentences == 1 ? "" : "s", reports.articles,
      reports.articles == 1 ? "" : "s");
  std::size_t shown = 0;
  for (const Evidence& evidence : network[edge].evidence) {
    html += shown++ < most ? evidence_html(network, evidence) : "";
  }
  return html;
}

// The edges with the most evidence first; of one type where the page asks for it.
std::vector<Edge> main_edges(const Network& network, const std::string& type) {
  std::vector<Edge> edges;
  for (auto [edge, end] = boost::edges(network); edge != end; ++edge) {
    if (type.empty() || network[*edge].type == type) {
      edges.push_back(*edge);
    }
  }
  std::stable_sort(edges.begin(), edges.end(), [&](const Edge& a, const Edge& b) {
    return network[a].evidence.size() > network[b].evidence.size();
  });
  return edges;
}

std::string actor_row(const StoredActor& actor) {
  return fmt::format("<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
                     link("/actor?id=" + encoded(actor.id), actor.name), actor_kind_name(actor.kind), actor.articles,
                     plain(actor.description));
}

std::string actor_table(const std::vector<StoredActor>& actors) {
  std::string html =
      "<div class=\"wide\" tabindex=\"0\" role=\"region\" "
      "aria-label=\"Actors\"><table><thead><tr><th>Actor</th><th>Kind</th><th>Articles</th><th>Description</th></tr></"
      "thead><tbody>";
  for (const StoredActor& actor : actors) {
    html += actor_row(actor);
  }
  return html + "</tbody></table></div>";
}

Page home_page(const Store& store, const RelationTypes& types) {
  constexpr std::size_t MostActors = 50;
  const StoreSize size = store.size();
  std::vector<StoredActor> actors = store.main_actors(MostActors);
  StoreCorrections(store, types).correct(actors);
  return {.content = whole_page(
              "All articles", "",
              fmt::format("<h1>{} articles</h1><p class=\"quiet\">{} words, {} relations</p><h2>Main "
                          "actors</h2>{}",
                          grouped(size.articles), grouped(size.words), grouped(size.relations), actor_table(actors)))};
}

std::string hit_html(const SearchHit& hit) {
  const std::string copies = hit.copies > 1 ? fmt::format(" and {} more", hit.copies - 1) : "";
  return fmt::format("<blockquote>{}<div class=\"quiet\">{} · {}{}</div></blockquote>", marked(hit), plain(hit.date),
                     link("/article?name=" + encoded(hit.name), hit.title.empty() ? hit.name : hit.title), copies);
}

Page search_page(const Store& store, const RelationTypes& types, const std::string& words) {
  constexpr std::size_t Most = 20;
  std::string body = fmt::format("<h1>Search: {}</h1>", plain(words));
  const StoreCorrections corrections(store, types);
  std::vector<StoredActor> actors = store.search_actors(words, Most);
  corrections.correct(actors);
  const std::vector<SearchHit> sentences = corrections.search_sentences(words, {.most = Most});
  const std::vector<SearchHit> articles = store.search_articles(words, {.most = Most});
  body += actors.empty() ? "" : "<h2>Actors</h2>" + actor_table(actors);
  body += sentences.empty() ? "" : "<h2>Sentences</h2>";
  for (const SearchHit& hit : sentences) {
    body += hit_html(hit);
  }
  body += articles.empty() ? "" : "<h2>Articles</h2>";
  for (const SearchHit& hit : articles) {
    body += hit_html(hit);
  }
  body += actors.empty() && sentences.empty() && articles.empty() ? "<p>Nothing has all of these words.</p>" : "";
  return {.content = whole_page("Search: " + words, words, body)};
}

// Offices and memberships, each with the first and last day that its evidence names.
std::string offices_html(const Network& network, Vertex actor) {
  std::string html;
  for (auto [edge, end] = boost::out_edges(actor, network); edge != end; ++edge) {
    const Relation& relation = network[*edge];
    if (relation.type != "leads" && relation.type != "member") {
      continue;
    }
    std::string first;
    std::string last;
    for (const Evidence& evidence : relation.evidence) {
      const EvidenceDays days = days_of(network, evidence);
      first = first.empty() || days.from < first ? std::string(days.from) : first;
      last = std::max(last, std::string(days.to));
    }
    html += fmt::format("<li>{} {} <span class=\"quiet\">({}, told {} to {})</span></li>", plain(relation.type),
                        actor_link(network[boost::target(*edge, network)]), status_name(relation.status), first, last);
  }
  return html.empty() ? "" : "<h2>Offices</h2><ul>" + html + "</ul>";
}

Page actor_page(const Store& store, const RelationTypes& types, const Query& query) {
  Wanted wanted(query);
  const Network network = load_store_around(store, {&wanted.id, 1}, types, {.articles = wanted.articles});
  const Vertex actor = find_actor(network, "id:" + wanted.id);
  const Actor& about = network[actor];
  std::string body = fmt::format("<h1>{}</h1><p>{}{}</p>", plain(about.name), actor_kind_name(about.kind),
                                 about.description.empty() ? "" : ", " + plain(about.description));
  body += about.aliases.empty()
              ? ""
              : fmt::format("<p class=\"quiet\">Also {}</p>", plain(fmt::format("{}", fmt::join(about.aliases, ", "))));
  body += wanted.form() + offices_html(network, actor);
  const std::vector<Edge> edges = main_edges(network, wanted.type);
  if (!edges.empty()) {
    body += fmt::format(
        "<h2>Neighbors</h2><div class=\"wide\"><a href=\"{0}\"><img src=\"{0}\" alt=\"{1} and the actors that "
        "relations join with it\"></a></div><h2>Timeline</h2><div class=\"wide\"><a href=\"{2}\"><img src=\"{2}\" "
        "alt=\"The relations of {1} by day\"></a></div>",
        wanted.address("/picture.svg"), plain(about.name), wanted.address("/timeline.svg"));
  }
  body += fmt::format("<h2>Relations</h2><p class=\"quiet\">{} in all</p>", edges.size());
  for (std::size_t i = 0; i < std::min(edges.size(), MostRelations); ++i) {
    body += relation_html(network, edges[i], MostSentences);
  }
  return {.content = whole_page(about.name, "", body)};
}

Page picture_page(const Store& store, const RelationTypes& types, const Query& query, bool timeline_wanted) {
  constexpr std::size_t MostDrawn = 15;
  Wanted wanted(query);
  const Network all = load_store_around(store, {&wanted.id, 1}, types, {.articles = wanted.articles});
  RelationFilter filter;
  filter.types = wanted.type.empty() ? std::vector<std::string>() : std::vector{wanted.type};
  const RelationMatcher matcher(all, filter);
  const Vertex actor = find_actor(all, "id:" + wanted.id);
  if (timeline_wanted) {
    return {.type = "image/svg+xml",
            .content = render_timeline(all, all.relation_types(), timeline(all, actor, matcher))};
  }
  std::vector<Vertex> drawn = {actor};
  for (const Neighbor& neighbor : neighbors(all, actor, {}, matcher)) {
    if (drawn.size() <= MostDrawn) {
      drawn.push_back(neighbor.actor);
    }
  }
  RenderOptions options;
  options.top = 0;
  options.title = false;
  return {.type = "image/svg+xml", .content = render(subgraph(all, drawn, matcher), options)};
}

std::string counts_html(const std::map<std::string, std::size_t>& counts) {
  std::string html;
  for (const auto& [name, count] : counts) {
    html += fmt::format("{}{} {}", html.empty() ? "" : ", ", plain(name), count);
  }
  return html;
}

std::string tally_html(const Network& network, Vertex a, Vertex b) {
  std::string html =
      "<div class=\"wide\" tabindex=\"0\" role=\"region\" "
      "aria-label=\"Tally\"><table><thead><tr><th>Relation</th><th>Reports</th><th>Statuses</th><th>Months</"
      "th><th>Sources</th></tr></thead><tbody>";
  for (const TallyRow& row : tally(network, a, b)) {
    std::map<std::string, std::size_t> statuses;
    for (const auto& [status, count] : row.statuses) {
      statuses[std::string(status_name(status))] = count;
    }
    html += fmt::format("<tr><td>{} {} {}{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
                        plain(network[row.source].name), plain(row.type), plain(network[row.target].name),
                        row.contradicted ? " <strong>(contradicted)</strong>" : "", row.reports, counts_html(statuses),
                        counts_html(row.months), counts_html(row.sources));
  }
  return html + "</tbody></table></div>";
}

Page relation_page(const Store& store, const RelationTypes& types, const Query& query) {
  std::array<std::string, 2> ids = {query("a"), query("b")};
  const Network network = load_store_around(store, ids, types, {.relations = AroundRelations::OnlyBetweenActors});
  const Vertex a = find_actor(network, "id:" + ids[0]);
  const Vertex b = find_actor(network, "id:" + ids[1]);
  const std::string title = network[a].name + " and " + network[b].name;
  std::string body = fmt::format("<h1>{} and {}</h1>{}<h2>Relations</h2>", actor_link(network[a]),
                                 actor_link(network[b]), tally_html(network, a, b));
  std::size_t left = MostEvidence;
  for (const Edge& edge : between(network, a, b)) {
    body += relation_html(network, edge, left);
    left -= std::min(left, network[edge].evidence.size());
  }
  return {.content = whole_page(title, "", body)};
}

Page article_page(const Store& store, const RelationTypes& types, const Query& query) {
  const StoredArticle article = store.find_article(query("name"));
  const Network network = StoreCorrections(store, types).article(article.number);
  const RelationTypes known = extended(network.relation_types(), types);
  std::string body = fmt::format("<h1>{}</h1><p class=\"quiet\">{} · {} · {} words</p><h2>Relations</h2>",
                                 plain(article.record.title.empty() ? article.name : article.record.title),
                                 plain(article.record.date), source_of(article.record), article.words);
  for (const Edge& edge : main_edges(network, "")) {
    const Relation& relation = network[edge];
    body += fmt::format("<h3>{} {} {}</h3><blockquote>{}</blockquote>",
                        actor_link(network[boost::source(edge, network)]), plain(said(relation, known)),
                        actor_link(network[boost::target(edge, network)]), plain(relation.evidence.front().text));
  }
  body += "<h2>Text</h2><pre>" + plain(store.prose(article.number)) + "</pre>";
  return {.content = whole_page(article.record.title.empty() ? article.name : article.record.title, "", body)};
}

Page refusal(int status, const std::string& what) {
  return {.status = status,
          .content = whole_page("Not found", "", fmt::format("<h1>Not found</h1><p>{}</p>", plain(what)))};
}

Page found_page(const Store& store, const RelationTypes& types, const std::string& path, const Query& query) {
  if (path == "/style.css") {
    return {.type = "text/css; charset=utf-8", .content = Css};
  }
  if (path == "/icon.svg") {
    return {.type = "image/svg+xml", .content = Icon};
  }
  if (path == "/") {
    return home_page(store, types);
  }
  if (path == "/search") {
    return query("q").empty() ? home_page(store, types) : search_page(store, types, query("q"));
  }
  if (path == "/actor") {
    return actor_page(store, types, query);
  }
  if (path == "/picture.svg" || path == "/timeline.svg") {
    return picture_page(store, types, query, path == "/timeline.svg");
  }
  if (path == "/relation") {
    return relation_page(store, types, query);
  }
  return path == "/article" ? article_page(store, types, query) : refusal(404, "There is no such page.");
}

}  // namespace

Page page_of(const Store& store, const RelationTypes& types, const std::string& path, const Query& query) {
  try {
    return found_page(store, types, path, query);
  } catch (const Error& error) {
    const bool asked_wrongly = error.code() == ErrorCode::Usage || error.code() == ErrorCode::NotFound;
    return refusal(asked_wrongly ? 404 : 500, error.what());
  }
}

}  // namespace entente::cli
