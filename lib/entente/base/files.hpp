// Whole files in and out.
#pragma once

#include <entente/export.hpp>

#include <string>
#include <string_view>

namespace entente::inline v0_1 {

// The bytes of a file; "-" is standard input. Throws Error (NotFound, NotReadable) that names the path.
ENTENTE_EXPORT std::string read_file(const std::string& path);

// Whether output to that path is written in place: a device, a named pipe, a socket.
ENTENTE_EXPORT bool is_written_in_place(const std::string& path);

// Writes a file piece by piece. The target is replaced in one step when the file is finished and safely on the disk, so
// that a program that is stopped at any time, or a disk that is full, leaves the old file or the new one. Of several
// writers to one file the last to finish wins.
//
//   Until then the new file has no name where the file system can do that (Linux's O_TMPFILE): a killed process leaves
//   nothing. Elsewhere (NFS, FAT) it is ".entente-….tmp" next to the target, which the destructor removes.
//   A file that is replaced keeps its permissions, and its owner where that is allowed; a file that is write-protected
//   is refused. A symbolic link stays, and what it points to is written; of a hard link the other names keep the old
//   content. A device or a named pipe is written in place.
class ENTENTE_EXPORT FileWriter {
 public:
  // Throws Error (NotReadable) that names the path, the reason, and what became of the old file, as do all members.
  explicit FileWriter(std::string path);
  ~FileWriter();  // takes away what was not finished
  FileWriter(const FileWriter&) = delete;
  FileWriter& operator=(const FileWriter&) = delete;

  // Adds bytes to the end of the new file.
  void write(std::string_view bytes);
  // Brings all that was written to the disk; only the replacing is left. For files that belong together: prepare all,
  // then finish all. Nothing may be written afterwards.
  void prepare();
  // Replaces the target by the new file. Nothing may be called afterwards.
  void finish();

 private:
  void open();
  void open_temporary();
  int create(const std::string& folder);
  void keep_permissions() const;
  void sync_folder() const;
  [[noreturn]] void fail(int reason) const;

  std::string path_;
  std::string target_;     // path_ with symbolic links followed
  std::string temporary_;  // "" where the file has no name, or none any more
  int file_ = -1;
  bool in_place_ = false;
  bool replaces_ = false;  // there was a file
  bool prepared_ = false;
};

// The whole file at once.
ENTENTE_EXPORT void write_file(const std::string& path, std::string_view bytes);

}  // namespace entente
