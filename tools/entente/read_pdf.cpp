// PDF, by pdftotext of Poppler: a program of its own, so that a damaged file cannot end this one, with bounds on time,
// memory and output.
#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <entente/base/error.hpp>

#include "other_formats.hpp"

namespace entente::cli {

namespace {

constexpr const char* Program = "pdftotext";
constexpr rlim_t Seconds = 60;
constexpr rlim_t Memory = rlim_t{4} << 30U;           // bytes
constexpr std::size_t Most = std::size_t{64} << 20U;  // bytes of text

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

// The program's path, looked for as a shell does; empty where it is not installed.
std::string path_of(const char* program) {
  const char* const set = std::getenv("PATH");
  std::string_view rest = set == nullptr ? "/usr/local/bin:/usr/bin:/bin" : set;
  while (!rest.empty()) {
    const std::string_view folder = rest.substr(0, rest.find(':'));
    rest.remove_prefix(std::min(folder.size() + 1, rest.size()));
    const std::string path = std::string(folder) + "/" + program;
    if (!folder.empty() && ::access(path.c_str(), X_OK) == 0) {
      return path;
    }
  }
  return {};
}

std::unique_ptr<std::FILE, CloseFile> file_with(std::string_view bytes, const std::string& name) {
  std::unique_ptr<std::FILE, CloseFile> file(std::tmpfile());
  if (file == nullptr || std::fwrite(bytes.data(), 1, bytes.size(), file.get()) != bytes.size() ||
      std::fflush(file.get()) != 0 || std::fseek(file.get(), 0, SEEK_SET) != 0) {
    throw Error(ErrorCode::NotReadable, name, "is a PDF, and there is no room for a temporary copy of it");
  }
  return file;
}

void limit(int what, rlim_t most) {
  const rlimit bound{most, most};
  ::setrlimit(what, &bound);
}

// In the child: only what is safe between fork and exec.
[[noreturn]] void become(const char* path, int in, int out) {
  std::array<const char*, 9> arguments = {Program, "-q", "-enc", "UTF-8", "-eol", "unix", "-", "-", nullptr};
  const int nothing = ::open("/dev/null", O_WRONLY);
  ::dup2(in, STDIN_FILENO);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(nothing, STDERR_FILENO);
  limit(RLIMIT_CPU, Seconds);
  limit(RLIMIT_AS, Memory);
  ::execv(path, const_cast<char**>(arguments.data()));
  ::_exit(127);
}

std::string output_of(int pipe) {
  std::string text;
  std::array<char, 65536> buffer = {};
  for (ssize_t got = 0; text.size() < Most; text.append(buffer.data(), static_cast<std::size_t>(got))) {
    got = ::read(pipe, buffer.data(), buffer.size());
    if (got == 0 || (got < 0 && errno != EINTR)) {
      break;
    }
    got = std::max<ssize_t>(got, 0);
  }
  return text;
}

// What the program writes, and whether it ended well.
std::pair<std::string, bool> run(const std::string& path, std::FILE* input, const std::string& name) {
  std::array<int, 2> pipe = {};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) {
    throw Error(ErrorCode::NotReadable, name, "is a PDF, and pdftotext cannot be started (no pipe)");
  }
  const pid_t child = ::fork();
  if (child == 0) {
    become(path.c_str(), ::fileno(input), pipe[1]);
  }
  ::close(pipe[1]);
  std::string text = child < 0 ? std::string() : output_of(pipe[0]);
  ::close(pipe[0]);
  int status = -1;
  while (child > 0 && ::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  const bool cut = text.size() >= Most;  // it then ends by SIGPIPE
  return {std::move(text), child > 0 && (cut || (WIFEXITED(status) && WEXITSTATUS(status) == 0))};
}

}  // namespace

Article read_pdf(std::string_view bytes, const std::string& name) {
  const std::string path = path_of(Program);
  if (path.empty()) {
    throw Error(
        ErrorCode::BadFormat, name,
        "is a PDF; its text is taken out by pdftotext, which is not installed (Debian: apt install poppler-utils)");
  }
  auto [text, good] = run(path, file_with(bytes, name).get(), name);
  if (!good) {
    throw Error(ErrorCode::BadFormat, name,
                "is a PDF from which pdftotext takes no text: damaged, locked, or too large");
  }
  if (text.find_first_not_of(" \t\r\n\f") == std::string::npos) {
    throw Error(ErrorCode::BadFormat, name,
                "is a PDF without text: its pages are pictures; recognise them first (OCR)");
  }
  Article article;
  article.text = std::move(text);
  return article;
}

}  // namespace entente::cli
