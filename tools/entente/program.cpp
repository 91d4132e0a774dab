#include "program.hpp"

#include <array>
#include <exception>
#include <filesystem>
#include <iostream>
#include <new>
#include <sstream>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include <entente/base/error.hpp>
#include <entente/version.hpp>

#include "faults.hpp"
#include "output.hpp"
#include "store.hpp"
#include "usage.hpp"
#include "verbs.hpp"

namespace entente::cli {

namespace {

constexpr int Failed = 1;
constexpr int UsedWrongly = 2;

constexpr const char* About = R"(Turns English news into a graph of who does what to whom, and draws it.

  entente article.txt                         its actors and relations, in words
  entente article.txt -o graph.svg            an article becomes a picture (short for entente build)
  entente help VERB                           what a verb does, with an example)";

// The verbs, in the order in which they are listed.
constexpr std::array Verbs = {add_build, add_explain,  add_draw,      add_query,
                              add_merge, add_identify, add_store,     add_over_time,
#ifdef ENTENTE_WITH_SERVE
                              add_serve,
#endif
                              add_types, add_help,     add_completion};

// What every verb takes.
void add_common_options(CLI::App& app, CommonOptions& common) {
  constexpr const char* Group = "Common";
  app.add_flag("-q,--quiet", common.quiet, "Tell only errors: no remarks, no progress")->group(Group);
  app.add_flag("-v,--verbose", common.verbose, "Tell what is read and written")->group(Group);
  add_choice(app, "--color", common.color, {"auto", "always", "never"}, "Colors in lists and tables")->group(Group);
  app.add_flag("!--no-pager", common.pager, "Print what is longer than the terminal as it is")->group(Group);
  app.get_help_ptr()->group(Group);
  for (CLI::App* const verb : app.get_subcommands([](const CLI::App*) { return true; })) {
    add_common_options(*verb, common);
  }
}

void lay_out_help(CLI::App& app) {
  constexpr std::size_t Column = 34;
  app.get_formatter()->column_width(Column);  // which the verbs share
  app.get_formatter()->label("SUBCOMMAND", "VERB");
  app.get_formatter()->label("SUBCOMMANDS", "VERBS");
}

bool is_there(const std::string& path) {
  std::error_code error;
  return path == "-" || path.find("://") != std::string::npos || std::filesystem::exists(path, error);
}

// Whether the arguments name something to read where a verb was expected: "entente article.txt -o a.svg". What has the
// form of a path counts, too, so that build says that there is no such file.
bool begins_with_article(const CLI::App& app, const std::vector<std::string>& arguments) {
  bool may_be_value = false;  // of the option before
  for (const std::string& argument : arguments) {
    if (find_verb(app, argument) != nullptr) {
      return false;
    }
    if (is_there(argument)) {
      return true;
    }
    const bool option = argument.starts_with('-');
    if (!option && !may_be_value) {
      return argument.find_first_of("./") != std::string::npos;
    }
    may_be_value = option && argument.find('=') == std::string::npos;
  }
  return false;
}

int run(int argc, char** argv) {
  CLI::App app(About, "entente");
  app.set_version_flag("-V,--version", "entente " ENTENTE_VERSION, "Print the version");
  app.require_subcommand(0, 1);  // none is told below: CLI11 would complain of it before it complains of a wrong one
  Action chosen;
  for (const auto add : Verbs) {
    add(app, chosen);
  }
  CommonOptions common;
  add_common_options(app, common);
  lay_out_help(app);
  std::vector<std::string> arguments = respelt(app, {argv + 1, argv + argc});
  if (begins_with_article(app, arguments)) {
    arguments.insert(arguments.begin(), "build");
  }
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));  // CLI11 takes them from the end
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) {  // --help, --version
      std::ostringstream text;
      app.exit(error, text);
      show(text.str());
      return 0;
    }
    std::cerr << complaint(app, error);
    return UsedWrongly;
  }
  if (!chosen) {
    std::cerr << app.help();
    return UsedWrongly;
  }
  set_common_options(common);
  chosen();
  return 0;
}

int complain(const char* what, int code) {
  tell(what);
  return code;
}

}  // namespace

int run_program(int argc, char** argv) {
  prepare_streams();
  try {
    return run(argc, argv);
  } catch (const Told&) {
    return Failed;
  } catch (const Error& error) {
    return complain(error.what(), error.code() == ErrorCode::Usage ? UsedWrongly : Failed);
  } catch (const std::bad_alloc&) {
    return complain("not enough memory", Failed);
  } catch (const std::exception& error) {
    return complain(error.what(), Failed);
  }
}

}  // namespace entente::cli
