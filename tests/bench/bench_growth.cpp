// How time and memory grow with one article's text: bench_growth [LARGEST_BYTES [MODEL]]
//
// Natural text of 1 KB to 10 MB, with the same actors over and over and with ever new ones, then hostile shapes. Each
// is read from bytes to JSON in a process of its own, after the pipeline was built. Printed are the processor's time
// and the most memory that was added to the built pipeline, with the text itself.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cctype>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <entente/formats/json.hpp>
#include <entente/pipeline.hpp>

#include "growing_text.hpp"
#include "made_news.hpp"
#include "measure.hpp"

namespace {

using namespace entente;

struct Outcome {
  std::size_t bytes = 0;
  std::size_t words = 0;
  std::size_t actors = 0;
  std::size_t relations = 0;
  double seconds = 0.0;
  double memory = 0.0;  // bytes
};

struct Shape {
  std::string name;
  std::function<std::string()> text;
  ArticleFormat format = ArticleFormat::Text;
};

std::size_t count_words(const std::string& text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool word = std::isspace(static_cast<unsigned char>(c)) == 0;
    words += word && !inside ? 1 : 0;
    inside = word;
  }
  return words;
}

// Bytes of memory that this process holds now.
double held_memory() {
  std::ifstream statm("/proc/self/statm");
  double total = 0.0;
  double resident = 0.0;
  statm >> total >> resident;
  return resident * static_cast<double>(sysconf(_SC_PAGESIZE));
}

Outcome read(const Pipeline& pipeline, const Shape& shape) {
  const double before = held_memory();
  const Article article{.text = shape.text(), .format = shape.format};
  Outcome outcome;
  outcome.bytes = article.text.size();
  outcome.words = count_words(article.text);
  const bench::Stopwatch watch;
  const Network network = pipeline.read(article);
  write_json(network);
  outcome.seconds = watch.processor();
  outcome.memory = bench::peak_memory() * 1024 * 1024 - before;
  outcome.actors = boost::num_vertices(network);
  outcome.relations = boost::num_edges(network);
  return outcome;
}

// In a process of its own, whose peak of memory is this shape's alone. The outcome comes back through a pipe.
void measure(const Pipeline& pipeline, const Shape& shape) {
  int ends[2];
  if (pipe(ends) != 0) {
    throw std::runtime_error("no pipe could be opened");
  }
  const pid_t child = fork();
  if (child == 0) {
    const Outcome outcome = read(pipeline, shape);
    _exit(::write(ends[1], &outcome, sizeof outcome) == sizeof outcome ? 0 : 1);
  }
  close(ends[1]);
  Outcome outcome;
  const bool whole = ::read(ends[0], &outcome, sizeof outcome) == sizeof outcome;
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  if (!whole || status != 0) {
    fmt::print("{:<28} failed\n", shape.name);
    return;
  }
  const auto bytes = static_cast<double>(outcome.bytes);
  fmt::print("{:<28}{:>10}{:>9}{:>8}{:>9}{:>9.2f}{:>9.2f}{:>8.1f}{:>7.0f}\n", shape.name, outcome.bytes, outcome.words,
             outcome.actors, outcome.relations, outcome.seconds,
             outcome.seconds / static_cast<double>(outcome.words) * 1e6, outcome.memory / 1e6, outcome.memory / bytes);
  std::fflush(stdout);
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string out;
  out.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) {
    out += piece;
  }
  return out;
}

std::string full_name(std::size_t number) {
  return bench::made_up_name(3 * number) + " " + bench::made_up_name(3 * number + 1);
}

std::string sentences(std::size_t count, const std::function<std::string(std::size_t)>& sentence) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    out += sentence(i);
    out += i % 5 == 4 ? "\n\n" : " ";
  }
  return out;
}

std::vector<Shape> hostile_shapes() {
  constexpr std::size_t Megabyte = 1'000'000;
  constexpr std::size_t Million = 1'000'000;
  constexpr std::size_t Actors = 100'000;
  return {
      {"one sentence", [=] { return repeated("and the minister of trade said that ", Megabyte / 36) + "."; }},
      {"one word", [=] { return repeated("x", Megabyte); }},
      {"one line of full stops", [=] { return repeated(".", Megabyte); }},
      {"one line of quotes", [=] { return repeated("\"", Megabyte); }},
      {"one line of capitals", [=] { return repeated("Aa ", Megabyte / 3); }},
      {"empty lines", [=] { return repeated("\n", Megabyte); }},
      {"bad UTF-8", [=] { return repeated("\xFF", Megabyte); }},
      {"100,000 actors",
       [=] {
         return sentences(Actors / 2,
                          [](std::size_t i) { return full_name(2 * i) + " met " + full_name(2 * i + 1) + "."; });
       }},
      {"100,000 in one list",
       [=] {
         std::string out;
         for (std::size_t i = 0; i < Actors; ++i) {
           out += full_name(i) + ", ";
         }
         return out + "and others met.";
       }},
      {"100,000 of one surname",
       [=] {
         return sentences(Actors, [](std::size_t i) { return bench::made_up_name(i) + " Smith met Boris Falk."; });
       }},
      {"100,000 of one given name",
       [=] {
         return sentences(Actors, [](std::size_t i) { return "Peter " + bench::made_up_name(i) + " met Boris Falk."; });
       }},
      {"100,000 companies",
       [=] {
         return sentences(Actors,
                          [](std::size_t i) { return bench::made_up_name(i) + " Holding Corp. sued Acme Inc."; });
       }},
      {"100,000 short names of one",
       [=] {
         return sentences(
             Actors, [](std::size_t i) { return i == 0 ? "Peter Smith met Boris Falk." : "Smith met Falk. He left."; });
       }},
      {"10^6 nested tags", [=] { return repeated("<div>", Million) + "Peter Smith met Boris Falk."; },
       ArticleFormat::Html},
      {"10^6 nested inline tags", [=] { return repeated("<b>", Million) + "Peter Smith met Boris Falk."; },
       ArticleFormat::Html},
      {"10^6 nested tables", [=] { return repeated("<table><tr><td>", Million / 3) + "Peter Smith met Boris Falk."; },
       ArticleFormat::Html},
      {"10^6 nested quotations", [=] { return repeated(">", Million) + " Peter Smith met Boris Falk."; },
       ArticleFormat::Markdown},
      {"10^6 open brackets", [=] { return repeated("[", Million) + "Peter Smith met Boris Falk."; },
       ArticleFormat::Markdown},
      {"10^6 stars", [=] { return repeated("*a", Million) + " Peter Smith met Boris Falk."; }, ArticleFormat::Markdown},
  };
}

void run(std::size_t largest, const std::string& model) {
  const Pipeline pipeline({.model = model});
  const bench::GrowingText source(pipeline, ENTENTE_SOURCES);
  fmt::print("{:<28}{:>10}{:>9}{:>8}{:>9}{:>9}{:>9}{:>8}{:>7}\n", "", "bytes", "words", "actors", "relat.", "seconds",
             "µs/word", "MB", "B/B");
  for (const bool fresh : {false, true}) {
    for (std::size_t bytes = 1000; bytes <= largest; bytes *= 10) {
      measure(pipeline, {fresh ? "ever new actors" : "the same actors", [&] { return source.text(bytes, fresh); }});
    }
  }
  for (const Shape& shape : hostile_shapes()) {
    measure(pipeline, shape);
  }
}

}  // namespace

int main(int argc, char** argv) {
  try {
    run(argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 10'000'000, argc > 2 ? argv[2] : "accurate");
    return 0;
  } catch (const std::exception& error) {
    fmt::print(stderr, "bench_growth: {}\n", error.what());
    return 1;
  }
}
