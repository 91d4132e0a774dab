// How wrong usage is told, and options that take a number.
#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

namespace entente::cli {

// What was wrong with the arguments, what is nearest to an option or a verb that there is not, and how to get help.
std::string complaint(const CLI::App& app, const CLI::ParseError& error);

// Takes digits alone: CLI11 would read "-1" as the largest number that there is.
CLI::Validator whole_number(unsigned least);

// An option whose value is a whole number, at least so much.
template <typename Number>
CLI::Option* add_number(CLI::App& verb, const std::string& name, Number& value, const std::string& about,
                        unsigned least = 0) {
  return verb.add_option(name, value, about)->check(whole_number(least))->type_name("N");
}

// An option that takes some of these values, divided by commas, in British or American spelling.
CLI::Option* add_choices(CLI::App& verb, const std::string& name, std::vector<std::string>& chosen,
                         const std::vector<std::string>& values, const std::string& about);
// The same of one value.
CLI::Option* add_choice(CLI::App& verb, const std::string& name, std::string& chosen,
                        const std::vector<std::string>& values, const std::string& about);

// The arguments with options that are only spelt as in Britain ("--colour") spelt as the program has them.
std::vector<std::string> respelt(const CLI::App& app, std::vector<std::string> arguments);

// The verb of that name; null where there is none.
const CLI::App* find_verb(const CLI::App& app, const std::string& name);

// What is said of a verb that there is not: the nearest, where one is near.
std::string no_verb(const CLI::App& app, const std::string& typed);

}  // namespace entente::cli
