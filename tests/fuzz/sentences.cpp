#include "fuzz/sentences.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <string_view>

#include <zlib.h>

#include <entente/base/error.hpp>
#include <entente/base/files.hpp>
#include <entente/formats/conllu.hpp>
#include <entente/model/model.hpp>
#include <entente/text/guess_format.hpp>
#include <entente/text/reader.hpp>

#include "cases/case_file.hpp"

namespace entente::fuzz {

namespace {

namespace fs = std::filesystem;

std::vector<std::string> files_below(const std::string& path) {
  if (!fs::is_directory(path)) {
    return {path};
  }
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(path)) {
    if (entry.is_regular_file() && entry.path().filename() != "CMakeLists.txt") {
      files.push_back(entry.path().string());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string unpack(const std::string& path) {
  const std::unique_ptr<gzFile_s, decltype(&gzclose)> file(gzopen(path.c_str(), "rb"), &gzclose);
  std::string content;
  std::array<char, 1U << 16U> piece;
  int size = 0;
  while (file && (size = gzread(file.get(), piece.data(), piece.size())) > 0) {
    content.append(piece.data(), static_cast<std::size_t>(size));
  }
  if (!file || size < 0) {
    throw Error(ErrorCode::NotReadable, path, "cannot be unpacked");
  }
  return content;
}

void add(const Document& document, std::vector<Words>& sentences) {
  for (const Sentence& sentence : document.sentences) {
    Words words;
    for (TokenId t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const bool space = document.tokens[t].space_after || t + 1 == sentence.tokens.end;
      words.push_back(std::string(document.form(t)) + (space ? " " : ""));
    }
    if (!words.empty()) {
      sentences.push_back(std::move(words));
    }
  }
}

void add_file(const std::string& path, const Reader& reader, std::vector<Words>& sentences) {
  const auto ends_in = [&](std::string_view ending) { return std::string_view(path).ends_with(ending); };
  if (ends_in(".conllu.gz")) {
    add(read_conllu(unpack(path), path).document, sentences);
  } else if (ends_in(".conllu")) {
    add(read_conllu(read_file(path), path).document, sentences);
  } else if (ends_in(".cases")) {
    for (const cases::Case& read : cases::load_cases(path)) {
      add(reader.read({.text = read.text}), sentences);
    }
  } else if (ends_in(".txt") || ends_in(".md") || ends_in(".html")) {
    const std::string text = read_file(path);
    add(reader.read({.text = text, .format = guess_format(path, text)}), sentences);
  }
}

}  // namespace

std::vector<Words> load_sentences(const std::vector<std::string>& paths) {
  const Reader reader(Model::built_in("fast"));
  std::vector<Words> sentences;
  for (const std::string& path : paths) {
    for (const std::string& file : files_below(path)) {
      add_file(file, reader, sentences);
    }
  }
  if (sentences.empty()) {
    throw Error(ErrorCode::NotFound, paths.front(), "holds no sentences; expected .cases, .txt, .md, .html or .conllu");
  }
  return sentences;
}

}  // namespace entente::fuzz
