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

namespace entente::test {

namespace fs = std::filesystem;

namespace {

std::string quoted(const fs::path& path) { return "'" + path.string() + "'"; }

std::string content(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Run run_in(const fs::path& folder, const std::string& command) {
  const fs::path out = folder / ".out";
  const fs::path err = folder / ".err";
  const int status =
      std::system(("cd " + quoted(folder) + " && " + command + " >" + quoted(out) + " 2>" + quoted(err)).c_str());
  Run run;
  run.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  run.out = content(out);
  run.err = content(err);
  return run;
}

}  // namespace

Run entente(const std::string& arguments, const fs::path& folder, const std::string& input) {
  const fs::path in = folder / ".in";
  std::ofstream(in, std::ios::binary) << input;
  return run_in(folder, quoted(ENTENTE_PROGRAM) + " " + arguments + " <" + quoted(in));
}

Run shell(const std::string& script, const fs::path& folder) {
  const fs::path file = folder / ".script";
  std::ofstream(file, std::ios::binary) << "ENTENTE=" << quoted(ENTENTE_PROGRAM) << "\n" << script << "\n";
  return run_in(folder, "sh " + quoted(file));
}

bool has_terminals() {
  int terminal = -1;
  int other = -1;
  if (::openpty(&terminal, &other, nullptr, nullptr, nullptr) != 0) {
    return false;
  }
  ::close(terminal);
  ::close(other);
  return true;
}

bool may_mount() { return std::system("unshare -m mount -t tmpfs tmpfs /tmp >/dev/null 2>&1") == 0; }

Run entente_on_terminal(const std::string& arguments, const fs::path& folder, unsigned columns,
                        const std::string& environment) {
  const std::string command = "cd " + quoted(folder) +
                              " && env -u COLUMNS -u NO_COLOR -u ENTENTE_PAGER PAGER=cat TERM=xterm " + environment +
                              " " + quoted(ENTENTE_PROGRAM) + " " + arguments;
  const winsize size = {24, static_cast<unsigned short>(columns), 0, 0};
  int terminal = -1;
  const pid_t child = ::forkpty(&terminal, nullptr, nullptr, &size);
  if (child < 0) {
    throw std::runtime_error("no terminal");
  }
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

}  // namespace entente::test
