// Whom pronouns mean, on GAP (Webster et al. 2018, "Mind the GAP"): evaluate_gap GOLD.tsv [--output SYSTEM.tsv]
// Runs the pipeline on every snippet and writes GAP's own output format (ID, A-coref, B-coref). A link between the
// pronoun and a name is right where both are one actor; the score is the F1 of the links, over all snippets and by
// the pronoun's gender, as GAP defines it.
#include <cstdint>
#include <cstdio>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <entente/base/error.hpp>
#include <entente/base/files.hpp>
#include <entente/pipeline.hpp>

namespace {

using entente::Analysis;
using entente::None;
using entente::Span;

struct Name {
  std::string text;
  std::uint32_t offset = 0;
  bool same = false;
};

struct Snippet {
  std::string id;
  std::string text;
  Name pronoun;
  Name a;
  Name b;
};

std::vector<std::string> columns(std::string_view line) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= line.size();) {
    const auto end = std::min(line.find('\t', begin), line.size());
    parts.emplace_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

std::vector<Snippet> read_gap(const std::string& path) {
  const std::string content = entente::read_file(path);
  std::vector<Snippet> snippets;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < content.size();) {
    const auto end = std::min(content.find('\n', begin), content.size());
    auto line = std::string_view(content).substr(begin, end - begin);
    line = line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
    begin = end + 1;
    if (++number == 1 || line.empty()) {
      continue;
    }
    const auto c = columns(line);
    if (c.size() < 10) {
      throw entente::Error(
          entente::ErrorCode::BadFormat,
          {.file = path, .line = number, .problem = fmt::format("found {} columns", c.size()), .expected = "eleven"});
    }
    const auto at = [&](std::size_t i) { return static_cast<std::uint32_t>(std::stoul(c[i])); };
    snippets.push_back({c[0], c[1], {c[2], at(3)}, {c[4], at(5), c[6] == "TRUE"}, {c[7], at(8), c[9] == "TRUE"}});
  }
  return snippets;
}

// GAP counts code points; the layers count bytes.
std::uint32_t byte_of(std::string_view text, std::uint32_t code_point) {
  std::uint32_t at = 0;
  for (std::uint32_t left = code_point; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U && left-- == 0) {
      break;
    }
  }
  return at;
}

Span bytes_of(const Snippet& snippet, const Name& name) {
  const auto begin = byte_of(snippet.text, name.offset);
  return {begin, begin + static_cast<std::uint32_t>(name.text.size())};
}

// The actor whose mention best covers those bytes of the original, or None.
entente::ActorId actor_at(const Analysis& all, Span bytes) {
  entente::ActorId best = None;
  std::uint32_t best_size = 0xffffffffU;
  for (const auto& mention : all.actors.mentions) {
    const Span tokens = mention.name.empty() ? mention.tokens : mention.name;
    const Span covered = all.document.to_original(all.document.bytes(tokens));
    const bool meets = covered.contains(bytes) || bytes.contains(covered);
    if (meets && mention.actor != None) {
      const auto size = covered.contains(bytes) ? covered.size() : 1000 + bytes.size() - covered.size();
      if (size < best_size) {
        best = mention.actor;
        best_size = size;
      }
    }
  }
  return best;
}

struct Counts {
  int right = 0;
  int said = 0;
  int due = 0;
  double f1() const { return said + due == 0 ? 0.0 : 200.0 * right / (said + due); }
};

void count(Counts& counts, bool said, bool due) {
  counts.right += said && due ? 1 : 0;
  counts.said += said ? 1 : 0;
  counts.due += due ? 1 : 0;
}

bool is_feminine(std::string pronoun) {
  pronoun.front() = static_cast<char>(pronoun.front() | 0x20);
  return pronoun == "she" || pronoun == "her" || pronoun == "hers" || pronoun == "herself";
}

void evaluate(const std::string& gold, const std::string& output, const std::string& model, bool verbose) {
  const entente::Pipeline pipeline({.model = model});
  Counts all;
  Counts feminine;
  Counts masculine;
  std::string rows;
  for (const Snippet& snippet : read_gap(gold)) {
    entente::Article article;
    article.text = snippet.text;
    const Analysis analysis = pipeline.analyze(article);
    const auto pronoun = actor_at(analysis, bytes_of(snippet, snippet.pronoun));
    const auto same = [&](const Name& name) {
      return pronoun != None && actor_at(analysis, bytes_of(snippet, name)) == pronoun;
    };
    const bool a = same(snippet.a);
    const bool b = same(snippet.b);
    rows += fmt::format("{}\t{}\t{}\n", snippet.id, a ? "TRUE" : "FALSE", b ? "TRUE" : "FALSE");
    Counts& gender = is_feminine(snippet.pronoun.text) ? feminine : masculine;
    for (Counts* counts : {&all, &gender}) {
      count(*counts, a, snippet.a.same);
      count(*counts, b, snippet.b.same);
    }
    if (verbose && (a != snippet.a.same || b != snippet.b.same)) {
      const auto name = [&](entente::ActorId id) { return id == None ? "-" : analysis.actors.actors[id].id; };
      fmt::print("{}: {} → {} | A {} {} ({}) | B {} {} ({})\n  {}\n", snippet.id, snippet.pronoun.text, name(pronoun),
                 snippet.a.text, snippet.a.same, name(actor_at(analysis, bytes_of(snippet, snippet.a))), snippet.b.text,
                 snippet.b.same, name(actor_at(analysis, bytes_of(snippet, snippet.b))), snippet.text);
    }
  }
  if (!output.empty()) {
    entente::write_file(output, rows);
  }
  const auto percent = [](int a, int b) { return b == 0 ? 0.0 : 100.0 * a / b; };
  fmt::print("GAP  precision {:.1f}  recall {:.1f}  F1 {:.1f}  feminine {:.1f}  masculine {:.1f}  ratio {:.3f}\n",
             percent(all.right, all.said), percent(all.right, all.due), all.f1(), feminine.f1(), masculine.f1(),
             masculine.f1() > 0 ? feminine.f1() / masculine.f1() : 0.0);
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Scores whom pronouns mean on the GAP snippets.");
  app.footer("Example: evaluate_gap gap-development.tsv --output ours.tsv");
  std::string gold;
  std::string output;
  std::string model = "accurate";
  bool verbose = false;
  app.add_option("gold", gold, "GAP's .tsv file")->required();
  app.add_option("--output", output, "where to write the answers in GAP's output format");
  app.add_option("--model", model, "accurate, fast, or a model file");
  app.add_flag("--verbose", verbose, "print every snippet with a wrong link");
  CLI11_PARSE(app, argc, argv);
  try {
    evaluate(gold, output, model, verbose);
  } catch (const std::exception& error) {
    fmt::print(stderr, "evaluate_gap: {}\n", error.what());
    return 1;
  }
  return 0;
}
