// Sentences as no one wrote them: cut, thinned, shuffled and joined at random words, and read the whole way. Rules of
// language look at the words before and after; here these are missing, or others than expected.
//
//   cut_sentences [--model NAME] [--from N] COUNT PATH…
//
// makes COUNT texts, those numbered from N (0) on, from the sentences of all cases, articles and treebanks (.conllu,
// .conllu.gz) in the files and folders, and reads them with the model (fast). With the environment variable
// ENTENTE_CORPORA those of its folder "ud" are taken too. The texts are the same in every run. They are read in a
// process of their own, so that one crash does not hide the next: each is reported with its text. Exit 1 where there
// was one.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include <sys/mman.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fmt/format.h>

#include <entente/formats/json.hpp>
#include <entente/graph/assemble.hpp>
#include <entente/pipeline.hpp>

#include "fuzz/sentence_mixer.hpp"
#include "fuzz/sentences.hpp"
#include "fuzz/sound.hpp"

namespace entente::fuzz {

namespace {

constexpr int MostCrashes = 50;
constexpr int MostSeconds = 60;  // of computing, for one text

void read(const Pipeline& pipeline, const std::string& text) {
  const Analysis all = pipeline.analyze(Article{.text = text});
  check_layers(all);
  write_json(assemble(all.document, all.actors, all.relations, pipeline.relation_types()));
}

// Ends the process (SIGPROF) where one text takes longer.
void limit_time() {
  const itimerval limit{{0, 0}, {MostSeconds, 0}};
  setitimer(ITIMER_PROF, &limit, nullptr);
}

// Reads the texts from *at to `end`; *at counts along, in a process of its own. Returns its status: 0 at the end.
int read_from(const Pipeline& pipeline, const SentenceMixer& mixer, std::size_t end, std::size_t* at) {
  std::fflush(nullptr);
  const pid_t child = fork();
  if (child < 0) {
    std::perror("fork");
    std::exit(1);
  }
  if (child == 0) {
    try {
      for (; *at < end; ++*at) {
        limit_time();
        read(pipeline, mixer.text(*at));
      }
    } catch (const std::exception& error) {
      fmt::print(stderr, "{}\n", error.what());
      std::_Exit(1);
    }
    std::_Exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return status;
}

struct Options {
  std::string model = "fast";
  std::size_t from = 0;
  std::size_t count = 0;  // 0: none was given
  std::vector<std::string> paths;
};

Options read_options(int argc, char** argv) {
  Options options;
  int at = 1;
  for (; at + 1 < argc && std::string_view(argv[at]).starts_with("--"); at += 2) {
    if (std::string_view(argv[at]) == "--model") {
      options.model = argv[at + 1];
    } else if (std::string_view(argv[at]) == "--from") {
      options.from = std::strtoul(argv[at + 1], nullptr, 10);
    } else {
      return {};
    }
  }
  if (at < argc) {
    options.count = std::strtoul(argv[at], nullptr, 10);
    options.paths.assign(argv + at + 1, argv + argc);
  }
  if (const char* const corpora = std::getenv("ENTENTE_CORPORA"); corpora != nullptr && *corpora != '\0') {
    options.paths.push_back(std::string(corpora) + "/ud");
  }
  return options;
}

int read_all(const Options& options) {
  const Pipeline pipeline({.model = options.model});
  const SentenceMixer mixer(load_sentences(options.paths));
  auto* const at = static_cast<std::size_t*>(
      mmap(nullptr, sizeof(std::size_t), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
  if (at == MAP_FAILED) {
    std::perror("mmap");
    return 1;
  }
  *at = options.from;
  const std::size_t end = options.from + options.count;
  int crashes = 0;
  while (crashes < MostCrashes) {
    const int status = read_from(pipeline, mixer, end, at);
    if (status == 0) {
      break;
    }
    const std::string how =
        WIFSIGNALED(status) ? fmt::format("signal {}", WTERMSIG(status)) : fmt::format("exit {}", WEXITSTATUS(status));
    fmt::print("text {} ({}):\n{}\n\n", *at, how, mixer.text(*at));
    ++crashes;
    ++*at;
  }
  fmt::print("{} texts from {} sentences: {} crashes\n", *at - options.from, mixer.sentences(), crashes);
  return crashes == 0 ? 0 : 1;
}

}  // namespace

}  // namespace entente::fuzz

int main(int argc, char** argv) try {
  const entente::fuzz::Options options = entente::fuzz::read_options(argc, argv);
  if (options.count == 0 || options.paths.empty()) {
    fmt::print(stderr, "cut_sentences [--model NAME] [--from N] COUNT PATH...\n");
    return 2;
  }
  return entente::fuzz::read_all(options);
} catch (const std::exception& error) {
  fmt::print(stderr, "cut_sentences: {}\n", error.what());
  return 1;
}
