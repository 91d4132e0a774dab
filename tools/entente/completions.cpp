// Completions for bash, zsh and fish: a case for each verb, with its options and what each takes.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <entente/base/error.hpp>

#include "help.hpp"
#include "reference.hpp"

namespace entente::cli {

namespace {

// A verb with the words that lead to it: "", "build", "query", "query path".
struct Place {
  std::string path;
  const VerbReference* verb;
};

void collect(const VerbReference& verb, const std::string& path, std::vector<Place>& places) {
  places.push_back({path, &verb});
  for (const VerbReference& further : verb.verbs) {
    collect(further, path.empty() ? further.name : path + " " + further.name, places);
  }
}

std::vector<Place> places_of(const VerbReference& program) {
  std::vector<Place> places;
  collect(program, "", places);
  return places;
}

bool is_file(const OptionReference& option) {
  const std::string& kind = option.positional ? option.names.front() : option.value;
  return kind == "FILE" || kind == "MODEL" || kind == "ARTICLE" || kind == "GRAPH";
}

// Whether what stands where no option does may be a file; without a verb it is an article.
bool takes_files(const Place& place) {
  const auto& options = place.verb->options;
  return place.path.empty() ||
         std::any_of(options.begin(), options.end(), [](const auto& o) { return o.positional && is_file(o); });
}

std::vector<std::string> words_of(const Place& place) {
  std::vector<std::string> words;
  for (const VerbReference& verb : place.verb->verbs) {
    words.push_back(verb.name);
  }
  for (const OptionReference& option : place.verb->options) {
    if (option.positional) {
      words.insert(words.end(), option.choices.begin(), option.choices.end());
    }
  }
  return words;
}

std::vector<std::string> options_of(const Place& place) {
  std::vector<std::string> names;
  for (const OptionReference& option : place.verb->options) {
    if (!option.positional) {
      names.insert(names.end(), option.names.begin(), option.names.end());
    }
  }
  return names;
}

// The first line of a description, without what the shells' quotes take amiss.
std::string brief(std::string_view about) {
  std::string text(about.substr(0, about.find('\n')));
  std::erase_if(text, [](char c) { return std::string_view("'\"`$\\[]").find(c) != std::string_view::npos; });
  std::replace(text.begin(), text.end(), ':', ',');
  return text;
}

// Lines that go from word to word until the verb is known: "build" behind nothing, "path" behind "query".
std::string steps(const std::vector<Place>& places, std::string_view line) {
  std::string text;
  for (const Place& place : places) {
    for (const VerbReference& verb : place.verb->verbs) {
      std::vector<std::string> names = verb.aliases;
      names.insert(names.begin(), verb.name);
      for (const std::string& name : names) {
        text += fmt::format(fmt::runtime(line), place.path, name,
                            place.path.empty() ? verb.name : place.path + " " + verb.name);
      }
    }
  }
  return text;
}

std::string bash_values(const Place& place) {
  std::string text;
  for (const OptionReference& option : place.verb->options) {
    if (option.positional || option.value.empty()) {
      continue;
    }
    std::vector<std::string> names;
    std::transform(option.names.begin(), option.names.end(), std::back_inserter(names),
                   [&](const std::string& name) { return fmt::format("'{} {}'", place.path, name); });
    text += fmt::format("    {}) words='{}'; files={}; value=1 ;;\n", fmt::join(names, "|"),
                        fmt::join(option.choices, " "), is_file(option) ? 1 : 0);
  }
  return text;
}

std::string bash(const std::vector<Place>& places) {
  std::string values;
  std::string cases;
  for (const Place& place : places) {
    values += bash_values(place);
    cases +=
        fmt::format("    '{}') options='{}'; words='{}'; files={} ;;\n", place.path, fmt::join(options_of(place), " "),
                    fmt::join(words_of(place), " "), takes_files(place) ? 1 : 0);
  }
  return fmt::format(R"(# Completion of entente for bash, written by "entente completion bash".
_entente() {{
  local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD - 1]}}
  local verb= options= words= files=0 value=0 i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$verb:${{COMP_WORDS[i]}}" in
{}    esac
  done
  case "$verb" in
{}  esac
  case "$verb $prev" in
{}  esac
  COMPREPLY=()
  if ((value == 0)) && [[ $cur == -* ]]; then
    words=$options files=0
  fi
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
  if ((files)); then
    compopt -o filenames 2>/dev/null
    mapfile -t -O "${{#COMPREPLY[@]}}" COMPREPLY < <(compgen -f -- "$cur")
  fi
}}
complete -F _entente entente
)",
                     steps(places, "      '{}:{}') verb='{}' ;;\n"), cases, values);
}

std::string zsh_action(const OptionReference& option) {
  const std::string choices = option.choices.empty() ? "" : fmt::format("({})", fmt::join(option.choices, " "));
  return fmt::format(":{}:{}", option.names.back(), is_file(option) ? "_files" : choices.empty() ? " " : choices);
}

std::string zsh_options(const Place& place) {
  std::string text;
  for (const OptionReference& option : place.verb->options) {
    for (const std::string& name : option.names) {
      text += option.positional ? ""
                                : fmt::format("      '*{}[{}]{}' \\\n", name, brief(option.about),
                                              option.value.empty() ? "" : zsh_action(option));
    }
  }
  return text;
}

// What stands where no option does.
std::string zsh_words(const Place& place) {
  std::string verbs;
  for (const VerbReference& verb : place.verb->verbs) {
    verbs += fmt::format("{}\\:\"{}\" ", verb.name, brief(verb.about));
  }
  if (place.path.empty()) {
    return fmt::format("      '1: : _alternative \"verbs:verb:(({}))\" \"files:article:_files\"' '*: :_files'\n",
                       CLI::detail::find_and_replace(verbs, "\"", "\\\""));
  }
  if (!verbs.empty()) {
    return fmt::format("      '1:graph:_files' '2:question:(({}))'\n", verbs);
  }
  std::string text = "     ";
  for (const OptionReference& option : place.verb->options) {
    text += option.positional ? fmt::format(" '{}{}'", option.many ? "*" : "", zsh_action(option)) : "";
  }
  return text + "\n";
}

std::string zsh(const std::vector<Place>& places) {
  std::string cases;
  for (const Place& place : places) {
    cases +=
        fmt::format("    '{}') _arguments -S \\\n{}{}      ;;\n", place.path, zsh_options(place), zsh_words(place));
  }
  return fmt::format(R"(#compdef entente
# Completion of entente for zsh, written by "entente completion zsh".
_entente() {{
  local verb=
  integer i at=1
  for ((i = 2; i < CURRENT; i++)); do
    case "$verb:$words[i]" in
{}    esac
  done
  words=("${{(@)words[at,-1]}}")
  ((CURRENT -= at - 1))
  case "$verb" in
{}  esac
}}
if [[ $funcstack[1] == _entente ]]; then _entente "$@"; else compdef _entente entente; fi
)",
                     steps(places, "      '{}:{}') verb='{}' at=i ;;\n"), cases);
}

// When a line of completions is for this verb, as fish tests it.
std::string fish_condition(const Place& place) {
  const auto seen = [](const std::string& names) { return "__fish_seen_subcommand_from " + names; };
  const std::size_t space = place.path.find(' ');
  std::string further;
  for (const VerbReference& verb : place.verb->verbs) {
    further += " " + verb.name;
  }
  if (place.path.empty()) {
    return "not " + seen(further.substr(1));
  }
  std::string condition = seen(place.path.substr(0, space));
  if (space != std::string::npos) {
    condition += "; and " + seen(place.path.substr(space + 1));
  }
  return further.empty() ? condition : condition + "; and not " + seen(further.substr(1));
}

std::string fish_option(const OptionReference& option) {
  std::string text;
  for (const std::string& name : option.names) {
    text += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  }
  if (!option.value.empty()) {
    text += is_file(option) ? " -r -F" : " -x";
    text += option.choices.empty() ? "" : fmt::format(" -a '{}'", fmt::join(option.choices, " "));
  }
  return text;
}

std::string fish(const std::vector<Place>& places) {
  std::string text =
      "# Completion of entente for fish, written by \"entente completion fish\".\ncomplete -c entente -f\n";
  for (const Place& place : places) {
    const std::string line = fmt::format("complete -c entente -n '{}'", fish_condition(place));
    for (const VerbReference& verb : place.verb->verbs) {
      text += fmt::format("{} -a {} -d '{}'\n", line, verb.name, brief(verb.about));
    }
    text += takes_files(place) ? line + " -F\n" : "";
    for (const OptionReference& option : place.verb->options) {
      text += !option.positional       ? fmt::format("{}{} -d '{}'\n", line, fish_option(option), brief(option.about))
              : option.choices.empty() ? ""
                                       : fmt::format("{} -a '{}'\n", line, fmt::join(option.choices, " "));
    }
  }
  return text;
}

}  // namespace

std::string completions(const CLI::App& app, const std::string& shell) {
  const VerbReference program = reference_of(app);
  const std::vector<Place> places = places_of(program);
  if (shell == "bash") {
    return bash(places);
  }
  if (shell == "zsh") {
    return zsh(places);
  }
  if (shell == "fish") {
    return fish(places);
  }
  throw Error(ErrorCode::Usage, "completion", fmt::format("found \"{}\"; expected bash, zsh or fish", shell));
}

}  // namespace entente::cli
