// entente store: many articles in one file, and what is asked of it as a whole.
#include "store.hpp"

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <entente/base/error.hpp>
#include <entente/formats/json.hpp>
#include <entente/store/store.hpp>

#include "graph_output.hpp"
#include "output.hpp"
#include "pipeline_files.hpp"
#include "store_adding.hpp"
#include "store_corrections.hpp"
#include "store_input.hpp"
#include "table.hpp"
#include "usage.hpp"
#include "work_progress.hpp"

namespace entente::cli {

namespace {

struct StoreVerbOptions {
  std::string file;
  AddingOptions adding;
  bool all = false;                // reread
  std::vector<std::string> names;  // of articles to remove; words to search
  SearchOptions search;
  ArticleFilter filter;
  std::size_t top = 0;
  bool json = false;
  bool lines = false;
  OutputOptions output;
  std::string relations;
};

using Options = std::shared_ptr<StoreVerbOptions>;

void show(Table table, const StoreVerbOptions& options) {
  table.keep(options.top);
  print(options.json ? table.json() : table.text(terminal()));
}

void run_add(const StoreVerbOptions& options) {
  Store store(options.file, StoreAccess::Create);
  add_articles(store, options.adding);
}

void run_reread(const StoreVerbOptions& options) {
  Store store(options.file, StoreAccess::Write);
  reread_articles(store, options.adding, options.all);
}

// All or none: a name that is wrong removes nothing.
void run_remove(const StoreVerbOptions& options) {
  Store store(options.file, StoreAccess::Write);
  std::vector<ArticleNumber> numbers;
  for (const std::string& name : options.names) {
    numbers.push_back(store.find_article(name).number);
  }
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  for (const ArticleNumber number : numbers) {
    store.remove(number);
  }
  store.finish();
  tell(fmt::format("{} removed, {} left", numbers.size(), store.size().articles));
}

void run_list(const StoreVerbOptions& options) {
  const Store store(options.file);
  Table table({"id", "date", "source", "words", "actors", "relations", "title"}, "The store has no such articles.");
  std::vector<StoredArticle> articles = store.articles(options.filter);
  StoreCorrections(store, shipped_relation_types()).correct(articles);
  for (const StoredArticle& article : articles) {
    const ArticleRecord& record = article.record;
    table.add({text_cell(article.name), text_cell(record.date),
               text_cell(record.outlet.empty() ? record.source : record.outlet), whole_cell(article.words),
               whole_cell(article.actors), whole_cell(article.relations), text_cell(record.title)});
  }
  show(std::move(table), options);
}

void run_actors(const StoreVerbOptions& options) {
  const Store store(options.file);
  const std::string words = fmt::format("{}", fmt::join(options.names, " "));
  Table table({"id", "name", "type", "articles", "mentions", "description"}, "No actor has such a name.");
  std::vector<StoredActor> actors =
      words.empty() ? store.main_actors(options.search.most) : store.search_actors(words, options.search.most);
  StoreCorrections(store, shipped_relation_types()).correct(actors);
  for (const StoredActor& actor : actors) {
    table.add({text_cell(actor.id), text_cell(actor.name), text_cell(actor_kind_name(actor.kind)),
               whole_cell(actor.articles), whole_cell(actor.mentions), text_cell(actor.description)});
  }
  show(std::move(table), options);
}

void run_joins(const StoreVerbOptions& options) {
  const Store store(options.file);
  const StoredActor actor = store.find_actor(fmt::format("{}", fmt::join(options.names, " ")));
  Table table({"article", "name", "reason"}, actor.name + " has the same name everywhere.");
  for (const StoredJoin& join : store.joins(actor.number)) {
    table.add({text_cell(store.name_of_article(join.article)), text_cell(join.name), text_cell(join.reason)});
  }
  show(std::move(table), options);
}

// The text of a hit on one line. A terminal shows its matches in bold.
std::string marked(const SearchHit& hit, const Terminal& to) {
  std::string line;
  std::size_t shown = 0;
  for (const Span& match : hit.matches) {
    line += hit.text.substr(shown, match.begin - shown);
    line += inked(hit.text.substr(match.begin, match.size()), Ink::Strong, to);
    shown = match.end;
  }
  line += hit.text.substr(shown);
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

std::string hits_json(const std::vector<SearchHit>& sentences, const std::vector<SearchHit>& articles) {
  Table table({"kind", "article", "date", "title", "text", "relations", "copies"}, "");
  for (const auto& [kind, hits] : {std::pair("sentence", &sentences), std::pair("article", &articles)}) {
    for (const SearchHit& hit : *hits) {
      table.add({text_cell(kind), text_cell(hit.name), text_cell(hit.date), text_cell(hit.title),
                 text_cell(marked(hit, {})), list_cell(hit.relations, hit.relations), whole_cell(hit.copies)});
    }
  }
  return table.json();
}

std::string hits_text(const std::vector<SearchHit>& sentences, const std::vector<SearchHit>& articles) {
  const Terminal to = terminal();
  std::string text = sentences.empty() && articles.empty() ? "Nothing has all of these words.\n" : "";
  for (const SearchHit& hit : sentences) {
    const std::string copies = hit.copies > 1 ? fmt::format(" and {} more", hit.copies - 1) : "";
    text += fmt::format("{}\n    {}\n", marked(hit, to),
                        inked(fmt::format("{}  {}{}", hit.date, hit.name, copies), Ink::Quiet, to));
    for (const std::string& relation : hit.relations) {
      text += fmt::format("    {}\n", inked(relation, Ink::Cyan, to));
    }
  }
  for (const SearchHit& hit : articles) {
    text +=
        fmt::format("{}{}  {}  {}\n    {}\n", text.empty() ? "" : "\n", hit.date, hit.name, hit.title, marked(hit, to));
  }
  return text;
}

void run_search(const StoreVerbOptions& options) {
  const Store store(options.file);
  SearchOptions search = options.search;
  search.articles = options.filter;
  const std::string words = fmt::format("{}", fmt::join(options.names, " "));
  const std::vector<SearchHit> sentences =
      StoreCorrections(store, shipped_relation_types()).search_sentences(words, search);
  const std::vector<SearchHit> articles = store.search_articles(words, search);
  print(options.json ? hits_json(sentences, articles) : hits_text(sentences, articles));
}

void run_export(const StoreVerbOptions& options) {
  const std::vector<Target> targets = targets_of(options.output, "text");
  if (options.lines || (targets.size() == 1 && targets.front().format == GraphLines)) {
    Output output(lines_target(options.output));
    Store(options.file).for_each_network(options.filter, [&](Network&& network) {
      output.write(write_json(network, JsonLayout::Line) + "\n");
    });
    output.finish();
    return;
  }
  const Network network = load_store(options.file, open_relations(options.relations), options.filter);
  for (const Target& target : targets) {
    deliver(network, network.relation_types(), target.path, target.format);
  }
}

CLI::App* add(CLI::App& store, const Options& options, Action& chosen, const char* name, const char* about,
              void (*run)(const StoreVerbOptions&)) {
  CLI::App* const verb = store.add_subcommand(name, about);
  verb->callback([options, &chosen, run] { chosen = [options, run] { run(*options); }; });
  return verb;
}

void add_article_filter(CLI::App& verb, ArticleFilter& filter) {
  verb.add_option("--since", filter.since, "Only articles of this day or later, as 2023-03-18");
  verb.add_option("--until", filter.until, "Only articles of this day or earlier");
  verb.add_option("--source", filter.source, "Only articles with these words in their source or outlet");
}

void add_reading_options(CLI::App& verb, AddingOptions& adding) {
  add_pipeline_files(verb, adding.files);
  verb.add_option("--jobs", adding.jobs, "How many threads read articles; as many as there are processors without it")
      ->check(CLI::Range(1U, 256U));
  verb.add_flag("--strict", adding.strict, "Stop at the first article that cannot be read, instead of skipping it");
}

void add_changing_verbs(CLI::App& store, const Options& options, Action& chosen) {
  CLI::App* const adding = add(store, options, chosen, "add",
                               "Read articles and put them into the store; those in it are passed over", run_add);
  adding
      ->add_option("ARTICLE", options->adding.articles.inputs,
                   "Files (.txt .md .html .jsonl …), folders, or - for standard input")
      ->required();
  adding->add_option("--date", options->adding.articles.date, "The date of articles without a date, as 2023-03-18");
  adding->add_flag("--update", options->adding.update,
                   "Replace an article of the same id and source by what it is now");
  adding->add_flag(
      "--graphs", options->adding.graphs,
      "Take the graph on the line of an article (\"graph\", as build --lines writes it) instead of reading it");
  add_reading_options(*adding, options->adding);
  add(store, options, chosen, "remove", "Take articles out of the store", run_remove)
      ->add_option("NAME", options->names, "Ids as list shows them, sources or titles")
      ->required();
  CLI::App* const again = add(store, options, chosen, "reread",
                              "Read the articles again that another model, lexicon or version read", run_reread);
  again->add_flag("--all", options->all, "Every article");
  add_reading_options(*again, options->adding);
}

void add_reading_verbs(CLI::App& store, const Options& options, Action& chosen) {
  CLI::App* const list = add(store, options, chosen, "list", "The articles in it, by date", run_list);
  list->add_flag("--json", options->json, "Print JSON");
  add_number(*list, "--top", options->top, "Print only the first N rows; 0 for all");
  add_article_filter(*list, options->filter);
  CLI::App* const search =
      add(store, options, chosen, "search", "Sentences and articles that have all of the words", run_search);
  search->add_option("WORDS", options->names, "Words; case and accents do not matter")->required();
  search->add_flag("--json", options->json, "Print JSON");
  add_number(*search, "--top", options->search.most, "At most N sentences and N articles", 1);
  add_article_filter(*search, options->filter);
  CLI::App* const actors =
      add(store, options, chosen, "actors", "Actors with such a name; the main ones without words", run_actors);
  actors->add_option("WORDS", options->names, "Words of a name");
  actors->add_flag("--json", options->json, "Print JSON");
  add_number(*actors, "--top", options->search.most, "At most N", 1);
  CLI::App* const joins =
      add(store, options, chosen, "joins", "Under which other names articles have an actor, and why", run_joins);
  joins->add_option("ACTOR", options->names, "A name, alias or id")->required();
  joins->add_flag("--json", options->json, "Print JSON");
  CLI::App* const out = add(store, options, chosen, "export", "The graph of all articles, in any format", run_export);
  add_output_options(*out, options->output, "a readable list is printed");
  out->add_flag("--lines", options->lines, "A graph on each line for each article, as build --lines writes them");
  add_relations_file(*out, options->relations);
  add_article_filter(*out, options->filter);
}

constexpr const char* Examples = R"(
Examples:
  entente store news.db add articles/ monday.jsonl
  entente store news.db list --since 2024-01-01
  entente store news.db search gas prices
  entente query news.db neighbors "Jonas Gahr Støre"
      A store stands wherever a graph may stand.)";

}  // namespace

void add_store(CLI::App& app, Action& chosen) {
  CLI::App* const store = app.add_subcommand("store", "Many articles in one file: add, remove, list, search, export");
  const auto options = std::make_shared<StoreVerbOptions>();
  store->add_option("FILE", options->file, "The store, an SQLite file; add makes it")->required();
  store->require_subcommand(0, 1);
  store->callback([store] {
    if (store->get_subcommands().empty()) {
      throw CLI::RequiredError("What to do (store FILE add, remove, list, search, actors, joins, reread, export)");
    }
  });
  store->footer(Examples);
  add_changing_verbs(*store, options, chosen);
  add_reading_verbs(*store, options, chosen);
}

}  // namespace entente::cli
