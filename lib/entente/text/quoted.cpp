#include <entente/text/quoted.hpp>

#include <algorithm>
#include <string_view>

namespace entente::inline v0_1 {

namespace {

bool is_straight(std::string_view form) { return form == "\""; }
bool opens(std::string_view form) { return is_straight(form) || form == "“" || form == "``" || form == "„"; }
bool closes(std::string_view form) { return is_straight(form) || form == "”" || form == "''"; }

}  // namespace

std::vector<Span> quoted_spans(const Document& document) {
  std::vector<Span> spans;
  for (const auto& block : document.blocks) {
    if (block.sentences.empty()) {
      continue;
    }
    const TokenId begin = document.sentences[block.sentences.begin].tokens.begin;
    const TokenId end = document.sentences[block.sentences.end - 1].tokens.end;
    TokenId open = None;
    for (TokenId t = begin; t < end; ++t) {
      const auto form = document.form(t);
      if (open == None && opens(form)) {
        open = t;
      } else if (open != None && closes(form)) {
        spans.push_back({open, t});
        open = None;
      }
    }
    if (open != None) {
      spans.push_back({open, end});
    }
  }
  return spans;
}

std::vector<bool> quoted_tokens(const Document& document) {
  std::vector<bool> quoted(document.tokens.size(), false);
  for (const Span span : quoted_spans(document)) {
    std::fill(quoted.begin() + span.begin, quoted.begin() + span.end, true);
  }
  return quoted;
}

}  // namespace entente
