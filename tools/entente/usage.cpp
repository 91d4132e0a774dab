#include "usage.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include <entente/base/spelling.hpp>

namespace entente::cli {

namespace {

// The verb that the arguments came to: "entente query path".
const CLI::App* reached(const CLI::App& app, std::string& called) {
  const CLI::App* at = &app;
  called = app.get_name();
  while (!at->get_subcommands().empty()) {
    at = at->get_subcommands().front();
    called += " " + at->get_name();
  }
  return at;
}

std::vector<std::string> verbs_of(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* const verb : app.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(verb->get_name());
    names.insert(names.end(), verb->get_aliases().begin(), verb->get_aliases().end());
  }
  return names;
}

std::vector<std::string> options_of(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* const option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) {
      names.push_back("--" + name);
    }
  }
  return names;
}

// "; the nearest is --jobs": of those that a typing error may lead to.
std::string nearest(std::vector<std::string> names, const std::string& typed) {
  const std::vector<std::string> near = nearest_spellings(std::move(names), typed, 1);
  return near.empty() ? std::string() : fmt::format("; the nearest is {}", near.front());
}

std::set<std::string> all_options(const CLI::App& app) {
  const std::vector<std::string> own = options_of(app);
  std::set<std::string> names(own.begin(), own.end());
  for (const CLI::App* const verb : app.get_subcommands([](const CLI::App*) { return true; })) {
    names.merge(all_options(*verb));
  }
  return names;
}

// Takes either spelling of a value. Without a description: the name of the option's type has the values.
CLI::Validator one_of(const std::vector<std::string>& values) {
  return CLI::IsMember(values, [](std::string text) { return american_spelling(text); }).description("");
}

// What none of the verbs that were reached takes, as the user typed it: options first, they are rarely meant otherwise.
std::vector<std::string> left_over(const CLI::App& app) {
  std::vector<std::string> left = app.remaining(true);
  std::stable_partition(left.begin(), left.end(), [](const std::string& text) { return text.starts_with('-'); });
  return left;
}

}  // namespace

CLI::Validator whole_number(unsigned least) {
  return {[least](const std::string& text) {
            constexpr std::size_t MostDigits = 9;
            const bool digits =
                !text.empty() && text.size() <= MostDigits && text.find_first_not_of("0123456789") == std::string::npos;
            return digits && std::stoul(text) >= least
                       ? std::string()
                       : fmt::format("found \"{}\"; expected a whole number, at least {}", text, least);
          },
          ""};
}

CLI::Option* add_choices(CLI::App& verb, const std::string& name, std::vector<std::string>& chosen,
                         const std::vector<std::string>& values, const std::string& about) {
  return verb.add_option(name, chosen, about)
      ->delimiter(',')
      ->allow_extra_args(false)
      ->transform(one_of(values))
      ->type_name(fmt::format("{{{}}}", fmt::join(values, ",")));
}

CLI::Option* add_choice(CLI::App& verb, const std::string& name, std::string& chosen,
                        const std::vector<std::string>& values, const std::string& about) {
  return verb.add_option(name, chosen, about)
      ->transform(one_of(values))
      ->type_name(fmt::format("{{{}}}", fmt::join(values, ",")));
}

std::vector<std::string> respelt(const CLI::App& app, std::vector<std::string> arguments) {
  const std::set<std::string> known = all_options(app);
  for (std::string& argument : arguments) {
    const std::string name = argument.substr(0, argument.find('='));
    if (name == "--") {
      break;
    }
    if (const std::string american = american_spelling(name); !known.contains(name) && known.contains(american)) {
      argument.replace(0, name.size(), american);
    }
  }
  return arguments;
}

const CLI::App* find_verb(const CLI::App& app, const std::string& name) {
  const auto found = app.get_subcommands([&](const CLI::App* verb) { return verb->check_name(name); });
  return found.empty() ? nullptr : found.front();
}

std::string no_verb(const CLI::App& app, const std::string& typed) {
  // Some call "version" what is an option here.
  const std::vector<std::string> options = options_of(app);
  const bool option = std::find(options.begin(), options.end(), "--" + typed) != options.end();
  return fmt::format("there is no verb \"{}\"{}", typed,
                     option ? "; the nearest is --" + typed : nearest(verbs_of(app), typed));
}

std::string complaint(const CLI::App& app, const CLI::ParseError& error) {
  std::string called;
  const CLI::App* const verb = reached(app, called);
  std::string what = error.what();
  if (const std::vector<std::string> left = left_over(app); !left.empty()) {
    const std::string& first = left.front();
    const bool option = first.starts_with('-') && first != "-";
    const std::vector<std::string> known = option ? options_of(*verb) : verbs_of(*verb);
    what = option          ? fmt::format("there is no option {}{}", first, nearest(known, first))
           : known.empty() ? fmt::format("\"{}\" was not expected", first)
                           : no_verb(*verb, first);
  }
  return fmt::format("{}: {}\n{} --help says what it takes\n", called, what, called);
}

}  // namespace entente::cli
