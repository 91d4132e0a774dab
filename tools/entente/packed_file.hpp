// Files that gzip packed are read as if they were not; all others, and pipes, as they are.
#pragma once

#include <cstdio>
#include <memory>
#include <string>

namespace entente::cli {

struct CloseFile {
  void operator()(std::FILE* file) const;
};
using OpenFile = std::unique_ptr<std::FILE, CloseFile>;

// "-" is standard input. Reading fails with EBADMSG where packed bytes are damaged or broken off, and with EFBIG where
// a little of them unpacks to very much, as no text does (a decompression bomb). Throws Error
// (NotFound, NotReadable) where the file cannot be opened.
OpenFile open_packed(const std::string& path);

// "news.jsonl" of "news.jsonl.gz": the path without what says that it is packed.
std::string unpacked_name(const std::string& path);

}  // namespace entente::cli
