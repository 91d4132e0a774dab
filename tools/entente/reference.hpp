// The verbs and options as data, read off the CLI::App that reads the arguments: for the manual page and completions.
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace entente::cli {

struct OptionReference {
  std::vector<std::string> names;  // "-o", "--output"; of a positional, its name alone
  std::string about;
  std::string value;                 // "FILE", "N", "{a,b}"; "" for a flag
  std::vector<std::string> choices;  // what the value may be; empty where that is open
  std::string group;
  bool positional = false;
  bool required = false;
  bool many = false;
};

struct VerbReference {
  std::string name;
  std::vector<std::string> aliases;
  std::string about;
  std::string footer;
  std::vector<OptionReference> options;
  std::vector<VerbReference> verbs;
};

VerbReference reference_of(const CLI::App& app);

}  // namespace entente::cli
