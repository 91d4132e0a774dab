#include <entente/syntax/show.hpp>

#include <vector>

#include <fmt/format.h>

#include <entente/tagging/show.hpp>

namespace entente::inline v0_1 {

namespace {

// Appends the word and all below it. Uses a stack of its own instead of recursion, because a hostile sentence can be as
// deep as it is long.
void append_subtree(std::string& line, const Document& document, const Syntax& syntax, TokenId top) {
  struct Open {
    TokenId token;
    std::size_t next;  // index of the next child to write
  };
  std::vector<Open> open = {{top, 0}};
  line += document.form(top);
  while (!open.empty()) {
    const std::span<const TokenId> children = syntax.children_of(open.back().token);
    if (open.back().next == children.size()) {
      open.pop_back();
      line += open.empty() ? "" : "]";
      continue;
    }
    const TokenId child = children[open.back().next++];
    line += " [";
    line += deprel_name(syntax.deprels[child]);
    line += ' ';
    line += document.form(child);
    open.push_back({child, 0});
  }
}

}  // namespace

std::string show_tree(const Document& document, const Syntax& syntax, SentenceId sentence) {
  const Span tokens = document.sentences[sentence].tokens;
  std::string line;
  for (TokenId t = tokens.begin; t < tokens.end; ++t) {
    if (syntax.heads[t] == None) {
      line += line.empty() ? "" : " ";
      append_subtree(line, document, syntax, t);
    }
  }
  return line;
}

std::string show_added(const Document& document, const Syntax& syntax, SentenceId sentence) {
  const Span tokens = document.sentences[sentence].tokens;
  std::string line;
  for (TokenId t = tokens.begin; t < tokens.end; ++t) {
    for (const EnhancedArc& arc : syntax.added_to(t)) {
      line += fmt::format("{}{} -{}-> {}", line.empty() ? "" : ", ", document.form(t), deprel_name(arc.deprel),
                          document.form(arc.dependent));
    }
  }
  return line;
}

std::string show_notation(const Document& document, const Tagging& tagging, const Syntax& syntax, SentenceId sentence) {
  const Span tokens = document.sentences[sentence].tokens;
  std::string line;
  for (TokenId t = tokens.begin; t < tokens.end; ++t) {
    const TokenId head = syntax.heads[t] == None ? 0 : syntax.heads[t] - tokens.begin + 1;
    line += fmt::format("{}{}:{}:{}", t == tokens.begin ? "" : " ", show_tag(document, tagging, t, true), head,
                        deprel_name(syntax.deprels[t]));
  }
  return line;
}

}  // namespace entente
