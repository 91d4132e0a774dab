#include "cases/case_file.hpp"

#include <algorithm>
#include <filesystem>
#include <sstream>

#include <entente/base/error.hpp>
#include <entente/base/files.hpp>

namespace entente::cases {

namespace {

namespace fs = std::filesystem;

std::string at_line(const std::string& path, int line) { return path + ":" + std::to_string(line); }

// "# date: 2023-03-18" sets the date; false for a line that is only a comment.
bool set_directive(const std::string& line, Case& into) {
  const std::string rest = trimmed(line.substr(1));
  const std::size_t colon = rest.find(':');
  if (colon == std::string::npos) {
    return false;
  }
  const std::string key = rest.substr(0, colon);
  const std::string value = trimmed(rest.substr(colon + 1));
  if (key == "date") {
    into.date = value;
  } else if (key == "title") {
    into.title = value;
  } else if (key == "format") {
    into.format = value;
  } else {
    return false;
  }
  return true;
}

Expectation read_expectation(const std::string& line, int number) {
  constexpr std::string_view Todo = "todo ";
  const bool todo = line.starts_with(Todo);
  return {number, todo, trimmed(todo ? line.substr(Todo.size()) : line)};
}

void add_text(std::string& text, const std::string& line) {
  const std::string words = trimmed(line.substr(1));
  if (words.empty()) {
    text += "\n\n";
    return;
  }
  if (!text.empty() && text.back() != '\n') {
    text += ' ';
  }
  text += words;
}

void check_complete(const Case& read) {
  if (read.text.empty() || read.expectations.empty()) {
    throw Error(ErrorCode::BadFormat, at_line(read.file, read.line),
                "case '" + read.name + "' lacks its text or its expectations");
  }
}

}  // namespace

std::string trimmed(const std::string& text) {
  constexpr std::string_view Space = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(Space);
  return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(Space) - begin + 1);
}

std::vector<Case> parse_cases(const std::string& content, const std::string& path) {
  std::vector<Case> cases;
  Case defaults;
  std::istringstream in(content);
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    line = trimmed(line);
    if (line.starts_with("##")) {
      cases.push_back(defaults);
      cases.back().file = path;
      cases.back().line = number;
      cases.back().name = trimmed(line.substr(2));
    } else if (line.starts_with("#")) {
      set_directive(line, cases.empty() ? defaults : cases.back());
    } else if (line.empty()) {
      continue;
    } else if (cases.empty()) {
      throw Error(ErrorCode::BadFormat, at_line(path, number), "a line before the first '## name'");
    } else if (line.starts_with(">")) {
      if (!cases.back().expectations.empty()) {
        throw Error(ErrorCode::BadFormat, at_line(path, number), "text after expectations; begin a case by '## name'");
      }
      add_text(cases.back().text, line);
    } else {
      cases.back().expectations.push_back(read_expectation(line, number));
    }
  }
  std::for_each(cases.begin(), cases.end(), check_complete);
  return cases;
}

Case parse_text_case(const std::string& text, const std::string& expect, const std::string& path) {
  Case read;
  read.file = path;
  read.line = 1;
  read.name = fs::path(path).stem().string();
  std::size_t begin = 0;
  while (begin < text.size() && text[begin] == '#') {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (!set_directive(text.substr(begin, end - begin), read)) {
      break;  // a heading of Markdown
    }
    begin = std::min(end + 1, text.size());
  }
  read.text = text.substr(begin);
  std::istringstream in(expect);
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    line = trimmed(line);
    if (!line.empty() && line[0] != '#') {
      read.expectations.push_back(read_expectation(line, number));
    }
  }
  check_complete(read);
  return read;
}

std::vector<Case> load_cases(const std::string& path) {
  if (path.ends_with(".cases")) {
    return parse_cases(read_file(path), path);
  }
  return {parse_text_case(read_file(path), read_file(fs::path(path).replace_extension(".expect").string()), path)};
}

std::vector<std::string> find_case_files(const std::string& path) {
  if (!fs::is_directory(path)) {
    return {path};
  }
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(path)) {
    const std::string extension = entry.path().extension().string();
    if (entry.is_regular_file() && (extension == ".cases" || extension == ".txt") &&
        entry.path().filename() != "CMakeLists.txt") {
      files.push_back(entry.path().string());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace entente::cases
