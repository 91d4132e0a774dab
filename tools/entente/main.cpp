// The command line: results go to standard output, talk to standard error; it ends with 0, 1 (it failed) or 2 (it was
// used wrongly).
#include <exception>
#include <iostream>
#include <new>
#include <sstream>

#include <CLI/CLI.hpp>

#include <entente/base/error.hpp>
#include <entente/version.hpp>

#include "faults.hpp"
#include "output.hpp"
#include "usage.hpp"
#include "verbs.hpp"

namespace {

constexpr int Failed = 1;
constexpr int UsedWrongly = 2;

constexpr const char* About = R"(Turns English news into a graph of who does what to whom, and draws it.

  entente build article.txt -o graph.svg      an article becomes a picture
  entente build article.txt                   its actors and relations, in words
  entente VERB --help                         what a verb does, with an example)";

int run(int argc, char** argv) {
  CLI::App app(About, "entente");
  app.set_version_flag("--version", "entente " ENTENTE_VERSION, "Print the version");
  app.require_subcommand(0, 1);  // none is told below: CLI11 would complain of it before it complains of a wrong one
  app.fallthrough(false);
  entente::cli::Action chosen;
  entente::cli::add_build(app, chosen);
  entente::cli::add_explain(app, chosen);
  entente::cli::add_draw(app, chosen);
  entente::cli::add_query(app, chosen);
  entente::cli::add_merge(app, chosen);
  entente::cli::add_types(app, chosen);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) {  // --help, --version
      std::ostringstream text;
      app.exit(error, text);
      entente::cli::print(text.str());
      return 0;
    }
    std::cerr << entente::cli::complaint(app, error);
    return UsedWrongly;
  }
  if (!chosen) {
    std::cerr << app.help();
    return UsedWrongly;
  }
  chosen();
  return 0;
}

int complain(const char* what, int code) {
  entente::cli::tell(what);
  return code;
}

}  // namespace

int main(int argc, char** argv) {
  entente::cli::prepare_streams();
  try {
    return run(argc, argv);
  } catch (const entente::cli::Told&) {
    return Failed;
  } catch (const entente::Error& error) {
    return complain(error.what(), error.code() == entente::ErrorCode::Usage ? UsedWrongly : Failed);
  } catch (const std::bad_alloc&) {
    return complain("not enough memory", Failed);
  } catch (const std::exception& error) {
    return complain(error.what(), Failed);
  }
}
