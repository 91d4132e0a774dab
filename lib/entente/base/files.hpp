// Reads and writes whole files.
#pragma once

#include <entente/export.hpp>

#include <string>
#include <string_view>

namespace entente::inline v0_1 {

// The bytes of a file; "-" is standard input. Throws Error (NotFound, NotReadable) that names the path.
ENTENTE_EXPORT std::string read_file(const std::string& path);

// Whether output to that path is written in place, because it is a device, a named pipe or a socket.
ENTENTE_EXPORT bool is_written_in_place(const std::string& path);

// Writes a file piece by piece. The target is replaced in one step once the new file is complete and on the disk, so
// that a program that is stopped or a full disk leaves either the old file or the new one. Of several writers to one
// file the last to finish wins.
//
//   Until then the new file has no name if the file system supports that (O_TMPFILE of Linux), so that a killed process
//   leaves nothing behind. Elsewhere (NFS, FAT) it is called ".entente-….tmp", next to the target; the destructor
//   removes it. The new file gets the permissions of the old one, and its owner where allowed. A write-protected file
//   is refused. For a symbolic link, its target is replaced; for a hard link, the other names keep the old content. A
//   device or a named pipe is written in place.
class ENTENTE_EXPORT FileWriter {
 public:
  // Creates the new file. Like all members, throws Error (NotReadable) with the path, the reason and the state of the
  // old file.
  explicit FileWriter(std::string path);
  ~FileWriter();  // removes an unfinished file
  FileWriter(const FileWriter&) = delete;
  FileWriter& operator=(const FileWriter&) = delete;

  // Adds bytes to the end of the new file.
  void write(std::string_view bytes);
  // Brings all data to the disk, so that only the replacement is left. For files that belong together: prepare all of
  // them, then finish all. Nothing may be written afterwards.
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
  std::string temporary_;  // the path of the unfinished file; "" where it has no name, and after finish()
  int file_ = -1;
  bool in_place_ = false;
  bool replaces_ = false;  // the target existed before
  bool prepared_ = false;
};

// Writes the whole file at once, as FileWriter does. Throws Error (NotReadable).
ENTENTE_EXPORT void write_file(const std::string& path, std::string_view bytes);

}  // namespace entente
