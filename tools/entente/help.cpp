// entente help and entente completion: the arguments that the program takes, in words and for shells.
#include "help.hpp"

#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include <entente/base/error.hpp>

#include "output.hpp"
#include "usage.hpp"
#include "verbs.hpp"

namespace entente::cli {

namespace {

struct HelpOptions {
  std::vector<std::string> verbs;  // "query", "path"
  bool manual = false;
};

std::string help_of(const CLI::App& app, const std::vector<std::string>& verbs) {
  const CLI::App* at = &app;
  std::string called;
  for (const std::string& name : verbs) {
    const CLI::App* const verb = find_verb(*at, name);
    if (verb == nullptr) {
      throw Error(ErrorCode::Usage, "", no_verb(*at, name));
    }
    called += (called.empty() ? "" : " ") + at->get_name();
    at = verb;
  }
  // Of the root that is running "help", help() would give the help of "help".
  return at->get_formatter()->make_help(at, called.empty() ? at->get_name() : called + " " + at->get_name(),
                                        CLI::AppFormatMode::Normal);
}

constexpr const char* HelpExamples = R"(
Examples:
  entente help query path
  entente help --man | man -l -
      The manual page, which is installed with the program.)";

constexpr const char* CompletionExamples = R"(
Examples:
  source <(entente completion bash)
  entente completion fish > ~/.config/fish/completions/entente.fish
      Installed with the program for all three shells; this is for programs that were not installed.)";

}  // namespace

void add_help(CLI::App& app, Action& chosen) {
  CLI::App* const verb = app.add_subcommand("help", "What the program, or a verb, takes");
  const auto options = std::make_shared<HelpOptions>();
  verb->add_option("VERB", options->verbs, "The verb, and the question of query")->type_name("VERB");
  verb->add_flag("--man", options->manual, "Print all of it as a manual page (roff)");
  verb->footer(HelpExamples);
  verb->callback([options, &app, &chosen] {
    chosen = [options, &app] { show(options->manual ? manual_page(app) : help_of(app, options->verbs)); };
  });
}

void add_completion(CLI::App& app, Action& chosen) {
  CLI::App* const verb = app.add_subcommand("completion", "A script that lets a shell complete arguments");
  const auto shell = std::make_shared<std::string>();
  add_choice(*verb, "SHELL", *shell, {"bash", "zsh", "fish"}, "The shell")->required();
  verb->footer(CompletionExamples);
  verb->callback([shell, &app, &chosen] { chosen = [shell, &app] { print(completions(app, *shell)); }; });
}

}  // namespace entente::cli
