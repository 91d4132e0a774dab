// Whole files in and out.
#pragma once

#include <entente/export.hpp>

#include <cstdio>
#include <string>
#include <string_view>

namespace entente {

// The bytes of a file; "-" is standard input. Throws Error (NotFound, NotReadable) that names the path.
ENTENTE_EXPORT std::string read_file(const std::string& path);

// Writes a file piece by piece, beside the target under a temporary name that becomes the target's when it is finished:
// a stopped program leaves the old file or the new one. A file that is replaced keeps its permissions, a link stays a
// link, and a device or a pipe is written in place.
class ENTENTE_EXPORT FileWriter {
 public:
  // Throws Error (NotReadable) that names the path, as do all members.
  explicit FileWriter(std::string path);
  ~FileWriter();  // takes away what was not finished
  FileWriter(const FileWriter&) = delete;
  FileWriter& operator=(const FileWriter&) = delete;

  void write(std::string_view bytes);
  void finish();

 private:
  void open();
  [[noreturn]] void fail(const char* what, int reason) const;

  std::string path_;
  std::string target_;
  std::string temporary_;  // "" where the target is written in place, or nothing is left to take away
  std::FILE* file_ = nullptr;
};

// The whole file at once.
ENTENTE_EXPORT void write_file(const std::string& path, std::string_view bytes);

}  // namespace entente
