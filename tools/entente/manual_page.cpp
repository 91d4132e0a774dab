// The manual page, as roff with the macros of man(7).
#include <algorithm>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <entente/version.hpp>

#include "help.hpp"
#include "reference.hpp"

namespace entente::cli {

namespace {

// "\[u00F8]" of the valid UTF-8 of "ø": roff's name for what is not ASCII. Takes the letter off the text.
std::string taken_glyph(std::string_view& text) {
  const auto lead = static_cast<unsigned char>(text.front());
  const std::size_t size = lead >= 0xF0U ? 4 : lead >= 0xE0U ? 3 : 2;
  unsigned code = lead & (0x7FU >> size);
  for (const char c : text.substr(1, size - 1)) {
    code = (code << 6U) | (static_cast<unsigned char>(c) & 0x3FU);
  }
  text.remove_prefix(std::min(size, text.size()));
  return fmt::format("\\[u{:04X}]", code);
}

// Text as roff shows it: no escapes, hyphens that can be copied, no line that begins as a request does, all ASCII.
std::string plain(std::string_view text) {
  std::string out;
  bool start = true;
  while (!text.empty()) {
    const char c = text.front();
    if ((static_cast<unsigned char>(c) & 0x80U) != 0) {
      out += taken_glyph(text);
      start = false;
      continue;
    }
    out += start && (c == '.' || c == '\'') ? "\\&" : "";
    out += c == '\\' ? "\\e" : c == '-' ? "\\-" : std::string(1, c);
    start = c == '\n';
    text.remove_prefix(1);
  }
  return out;
}

std::string bold(std::string_view text) { return fmt::format("\\fB{}\\fR", plain(text)); }
std::string italic(std::string_view text) { return fmt::format("\\fI{}\\fR", plain(text)); }

// "-o, --output FILE"
std::string heading(const OptionReference& option) {
  std::string text;
  for (const std::string& name : option.names) {
    text += (text.empty() ? "" : ", ") + (option.positional ? italic(name) : bold(name));
  }
  const bool value = !option.value.empty() && !option.positional;
  return value ? text + " " + italic(option.value) : text;
}

std::string entry(const OptionReference& option) {
  return fmt::format(".TP\n{}\n{}.\n", heading(option), plain(option.about));
}

// "Examples:" and lines of commands, each with what it does below it.
std::string examples(std::string_view footer) {
  footer.remove_prefix(std::min(footer.find_first_not_of('\n'), footer.size()));
  const std::size_t end = std::min(footer.find('\n'), footer.size());
  return footer.empty() ? ""
                        : fmt::format(".PP\n{}\n.nf\n{}\n.fi\n", plain(footer.substr(0, end)),
                                      plain(footer.substr(std::min(end + 1, footer.size()))));
}

constexpr const char* Common = "Common";

std::string options_of(const VerbReference& verb, bool common) {
  std::string text;
  for (const bool positional : {true, false}) {
    for (const OptionReference& option : verb.options) {
      text += option.positional == positional && (option.group == Common) == common ? entry(option) : "";
    }
  }
  return text;
}

// "query GRAPH path A B"
std::string usage(const VerbReference& verb, std::string called) {
  for (const OptionReference& option : verb.options) {
    if (option.positional) {
      const std::string name = italic(option.names.front()) + (option.many ? " ..." : "");
      called += option.required ? " " + name : " [" + name + "]";
    }
  }
  return called;
}

// A verb and what it is followed by: the questions of query.
std::string section(const VerbReference& verb, const std::string& before) {
  const std::string called = usage(verb, (before.empty() ? "" : before + " ") + bold(verb.name));
  std::string text = fmt::format(".SS {}\n{}.\n{}", called, plain(verb.about), options_of(verb, false));
  text += examples(verb.footer);
  for (const VerbReference& further : verb.verbs) {
    text += section(further, called);
  }
  return text;
}

constexpr const char* Rest = R"(.SH EXIT STATUS
0 where all went well, 1 where something failed or was skipped, 2 where the program was used wrongly.
Results go to standard output, talk goes to standard error.
.SH ENVIRONMENT
.TP
.B COLUMNS
The width of lists and tables on a terminal. In a pipe or a file nothing is cut.
.TP
.BR NO_COLOR ", " TERM
No colors where the one is set, or the other is "dumb".
.TP
.BR ENTENTE_PAGER ", " PAGER
The program that shows what is longer than the terminal; less(1) where neither is set, none where it is empty or "cat".
)";

}  // namespace

std::string manual_page(const CLI::App& app) {
  const VerbReference program = reference_of(app);
  std::string text = fmt::format(
      ".TH ENTENTE 1 \"\" \"entente {0}\" \"User Commands\"\n.SH NAME\nentente \\- English news into a graph of who "
      "does "
      "what to whom\n.SH SYNOPSIS\n.B entente\n[{1}] [{2}]\n.br\n.B entente\n{3} [{2}]\n.SH "
      "DESCRIPTION\n.nf\n{4}\n.fi\n",
      ENTENTE_VERSION, italic("VERB"), italic("OPTION ..."), italic("ARTICLE ..."), plain(program.about));
  text += ".SH OPTIONS OF EVERY VERB\n" + options_of(program, true) + options_of(program, false);
  text += ".SH VERBS\n";
  for (const VerbReference& verb : program.verbs) {
    text += section(verb, "");
  }
  return text + Rest;
}

}  // namespace entente::cli
