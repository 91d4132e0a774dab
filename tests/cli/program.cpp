#include "cli/program.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include <sys/wait.h>
#include <unistd.h>

namespace entente::testing {

namespace fs = std::filesystem;

namespace {

std::string quoted(const fs::path& path) { return "'" + path.string() + "'"; }

std::string content(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

Run entente(const std::string& arguments, const fs::path& folder, const std::string& input) {
  const fs::path in = folder / ".in";
  const fs::path out = folder / ".out";
  const fs::path err = folder / ".err";
  std::ofstream(in, std::ios::binary) << input;
  const std::string command = "cd " + quoted(folder) + " && " + quoted(ENTENTE_PROGRAM) + " " + arguments + " <" +
                              quoted(in) + " >" + quoted(out) + " 2>" + quoted(err);
  const int status = std::system(command.c_str());
  Run run;
  run.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  run.out = content(out);
  run.err = content(err);
  return run;
}

Folder::Folder() {
  std::string name = (fs::temp_directory_path() / "entente-cli-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) {
    throw std::runtime_error("no temporary folder");
  }
  path_ = name;
}

Folder::~Folder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void Folder::write(const std::string& name, const std::string& bytes) const {
  fs::create_directories((path_ / name).parent_path());
  std::ofstream(path_ / name, std::ios::binary) << bytes;
}

std::string Folder::read(const std::string& name) const { return content(path_ / name); }

}  // namespace entente::testing
