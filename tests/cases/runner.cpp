// case_runner [--show] [--only WORDS] PATH…: runs the cases of the files and folders (case_file.hpp says their form).
// Prints every case that fails with its text, what is wrong, and what was found; --show prints the others too.
// Exit 0: all hold (or are marked "todo"); 1: some do not, or a "todo" now holds; 2: used wrongly.
#include <exception>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <entente/base/error.hpp>
#include <entente/graph/assemble.hpp>
#include <entente/pipeline.hpp>

#include "cases/case_file.hpp"
#include "cases/findings.hpp"

namespace entente::cases {

namespace {

struct Options {
  bool show = false;
  std::string only;
  std::vector<std::string> paths;
};

struct Tally {
  int cases = 0;
  int expectations = 0;
  int failed = 0;
  int todo = 0;
  int resolved = 0;
};

ArticleFormat format_of(const Case& read) {
  if (read.format == "markdown") {
    return ArticleFormat::Markdown;
  }
  if (read.format == "html") {
    return ArticleFormat::Html;
  }
  if (read.format != "text") {
    throw Error(ErrorCode::BadFormat, fmt::format("{}:{}", read.file, read.line),
                "format '" + read.format + "'; text, markdown or html was expected");
  }
  return ArticleFormat::Text;
}

std::string_view gender_name(ActorGender gender) {
  return gender == ActorGender::Feminine ? "feminine" : gender == ActorGender::Masculine ? "masculine" : "unknown";
}

// The layers of the actors, as words: of those that the network holds, which are all but those without a name of whom
// nothing is told.
void find_actors(const Analysis& all, const Network& network, Found& found) {
  std::set<std::string, std::less<>> held;
  for (auto [vertex, end] = boost::vertices(network); vertex != end; ++vertex) {
    held.insert(network[*vertex].id);
  }
  for (const ActorEntry& actor : all.actors.actors) {
    if (!held.contains(actor.id)) {
      continue;
    }
    found.actors.push_back({actor.id, actor.name, std::string(actor_kind_name(actor.kind)),
                            std::string(gender_name(actor.gender)), actor.description, actor.aliases});
  }
  const auto id_of = [&](MentionId mention) {
    const ActorId actor = mention == None ? None : all.actors.mentions[mention].actor;
    return actor == None ? std::string() : all.actors.actors[actor].id;
  };
  for (MentionId m = 0; m < all.actors.mentions.size(); ++m) {
    const Mention& mention = all.actors.mentions[m];
    if (!held.contains(id_of(m))) {
      continue;
    }
    found.mentions.push_back({std::string(all.document.view_tokens(mention.tokens)),
                              std::string(all.document.view_tokens(mention.name)), id_of(m)});
  }
  for (const Title& title : all.actors.titles) {
    found.titles.push_back({id_of(title.holder), title.office, id_of(title.of)});
  }
}

// The relations of the network, as users get them.
void find_relations(const Network& network, const RelationTypes& types, Found& found) {
  for (auto [edge, end] = boost::edges(network); edge != end; ++edge) {
    const Relation& relation = network[*edge];
    FoundRelation row;
    row.source = network[boost::source(*edge, network)].id;
    row.target = network[boost::target(*edge, network)].id;
    row.type = relation.type;
    row.symmetric = types.named(relation.type).symmetric;
    row.status = status_name(relation.status);
    row.speaker = relation.speaker;
    row.predicate = relation.predicate;
    if (relation.time) {
      row.time = relation.time->text;
      row.from = relation.time->from;
      row.to = relation.time->to;
    }
    for (const Evidence& evidence : relation.evidence) {
      row.evidence += evidence.text + "\n";
    }
    found.relations.push_back(row);
  }
}

Found run(const Pipeline& pipeline, const Case& read) {
  Article article;
  article.id = read.name;
  article.title = read.title;
  article.text = read.text;
  article.format = format_of(read);
  if (!read.date.empty()) {
    article.date = read.date;
  }
  const Analysis all = pipeline.analyze(article);
  Found found;
  found.headline = all.document.title;
  const Network network = assemble(all.document, all.actors, all.relations, pipeline.relation_types());
  find_actors(all, network, found);
  find_relations(network, pipeline.relation_types(), found);
  return found;
}

void judge(const Case& read, const Found& found, bool show, Tally& tally) {
  std::string report;
  for (const Expectation& expectation : read.expectations) {
    ++tally.expectations;
    const std::string wrong = check(found, expectation.text);
    if (wrong.empty() && expectation.todo) {
      ++tally.resolved;
      report += fmt::format("  {}: holds now, take the todo away: {}\n", expectation.line, expectation.text);
    } else if (!wrong.empty() && expectation.todo) {
      ++tally.todo;
    } else if (!wrong.empty()) {
      ++tally.failed;
      report += fmt::format("  {}: {}\n      {}\n", expectation.line, expectation.text, wrong);
    }
  }
  ++tally.cases;
  if (!report.empty() || show) {
    fmt::print("{}:{}: {}\n  > {}\n{}  found:\n{}\n", read.file, read.line, read.name, read.text, report,
               describe(found));
  }
}

int run_all(const Options& options) {
  const Pipeline pipeline;
  Tally tally;
  for (const std::string& path : options.paths) {
    for (const std::string& file : find_case_files(path)) {
      for (const Case& read : load_cases(file)) {
        if (read.name.find(options.only) != std::string::npos) {
          judge(read, run(pipeline, read), options.show, tally);
        }
      }
    }
  }
  fmt::print("{} cases, {} expectations: {} failed, {} known to fail (todo), {} todo that hold now\n", tally.cases,
             tally.expectations, tally.failed, tally.todo, tally.resolved);
  return tally.failed + tally.resolved == 0 ? 0 : 1;
}

}  // namespace

}  // namespace entente::cases

int main(int argc, char** argv) try {
  entente::cases::Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--show") {
      options.show = true;
    } else if (word == "--only" && i + 1 < argc) {
      options.only = argv[++i];
    } else {
      options.paths.push_back(word);
    }
  }
  if (options.paths.empty()) {
    fmt::print(stderr, "case_runner [--show] [--only WORDS] PATH…\n");
    return 2;
  }
  return entente::cases::run_all(options);
} catch (const std::exception& error) {
  fmt::print(stderr, "case_runner: {}\n", error.what());
  return 1;
}
