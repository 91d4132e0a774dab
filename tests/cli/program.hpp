// Runs the program as users run it.
#pragma once

#include <filesystem>
#include <string>

namespace entente::test {

struct Run {
  int code = -1;  // what the program ended with; 128 + the signal where one ended it
  std::string out;
  std::string err;
};

// Runs "entente ARGUMENTS" through the shell in that folder, with `input` on standard input.
Run entente(const std::string& arguments, const std::filesystem::path& folder, const std::string& input = {});

// Runs a script of sh in that folder, with the program's path in $ENTENTE.
Run shell(const std::string& script, const std::filesystem::path& folder);

// Whether the machine gives terminals (/dev/pts is mounted).
bool has_terminals();

// Whether this user may mount file systems of its own, in a namespace that nobody else sees.
bool may_mount();

// The same as entente() on a terminal of so many columns, with such an environment ("NO_COLOR=1"); all that it shows is
// in `out`.
Run entente_on_terminal(const std::string& arguments, const std::filesystem::path& folder, unsigned columns,
                        const std::string& environment = {});

// A folder of its own that goes when the test ends.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  void write(const std::string& name, const std::string& bytes) const;
  std::string read(const std::string& name) const;
  bool has(const std::string& name) const { return std::filesystem::exists(path_ / name); }
  Run shell(const std::string& script) const { return test::shell(script, path_); }
  Run run(const std::string& arguments, const std::string& input = {}) const {
    return entente(arguments, path_, input);
  }

 private:
  std::filesystem::path path_;
};

}  // namespace entente::test
