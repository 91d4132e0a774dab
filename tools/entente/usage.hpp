// How wrong usage is told, and options that take a number.
#pragma once

#include <string>

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
  return verb.add_option(name, value, about)->check(whole_number(least));
}

}  // namespace entente::cli
