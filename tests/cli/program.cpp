#include "cli/program.hpp"

#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include <pty.h>
#include <sys/ioctl.h>
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

Run entente_on_terminal(const std::string& arguments, const fs::path& folder, unsigned columns,
                        const std::string& environment) {
  const std::string command = "cd " + quoted(folder) + " && env -u COLUMNS -u NO_COLOR TERM=xterm " + environment +
                              " " + quoted(ENTENTE_PROGRAM) + " " + arguments;
  const winsize size = {24, static_cast<unsigned short>(columns), 0, 0};
  int terminal = -1;
  const pid_t child = ::forkpty(&terminal, nullptr, nullptr, &size);
  if (child == 0) {
    ::execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
    ::_exit(127);
  }
  Run run;
  std::array<char, 4096> piece{};
  // Linux ends the reading with an error when the other side is closed.
  for (ssize_t got = 0; (got = ::read(terminal, piece.data(), piece.size())) > 0;) {
    run.out.append(piece.data(), static_cast<std::size_t>(got));
  }
  std::erase(run.out, '\r');
  int status = 0;
  ::waitpid(child, &status, 0);
  ::close(terminal);
  run.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
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
