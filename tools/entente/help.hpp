// What the table of verbs and options says of itself, in other forms than --help: a manual page, and completions for
// shells. All of it is read off the same CLI::App that reads the arguments.
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace entente::cli {

// roff, for man(1): the program, every verb and every query with its options.
std::string manual_page(const CLI::App& app);

// A script that bash, zsh or fish runs to complete the program's arguments. Throws Error (Usage) for other shells.
std::string completions(const CLI::App& app, const std::string& shell);

}  // namespace entente::cli
