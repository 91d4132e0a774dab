#include <entente/relations/quotations.hpp>

#include <algorithm>

#include <entente/text/quoted.hpp>

namespace entente::inline v0_1 {

namespace {

bool is_end_of_phrase(std::string_view form) {
  return form == "," || form == "." || form == "?" || form == "!" || form == "…" || form == "...";
}

// May a whole sentence begin after this word? `he said: "…"`, but not `the "dirty" war`.
bool may_precede(std::string_view form) {
  return is_end_of_phrase(form) || form == ":" || form == ";" || form == "-" || form == "–" || form == "—" ||
         form == "--" || form == "”" || form == "\"" || form == "''";
}

bool has_verb(const Tagging& tagging, TokenId begin, TokenId end) {
  for (TokenId t = begin; t < end; ++t) {
    if (tagging.upos(t) == Upos::Verb || tagging.upos(t) == Upos::Aux) {
      return true;
    }
  }
  return false;
}

Span block_of(const Document& document, TokenId t) {
  const Span sentences = document.blocks[document.sentences[document.sentence_of(t)].block].sentences;
  return {document.sentences[sentences.begin].tokens.begin, document.sentences[sentences.end - 1].tokens.end};
}

// Do the marks stand where a sentence begins and ends?
bool is_whole(const Document& document, Span quoted) {
  const Span block = block_of(document, quoted.begin);
  const bool opens = quoted.begin == block.begin || may_precede(document.form(quoted.begin - 1));
  const bool closes = quoted.end == block.end || quoted.end + 1 == block.end ||
                      is_end_of_phrase(document.form(quoted.end - 1)) ||
                      is_end_of_phrase(document.form(quoted.end + 1));
  return opens && closes;
}

}  // namespace

Quotations::Quotations(const Document& document, const Tagging& tagging)
    : quoted_(quoted_tokens(document)), voices_(document.tokens.size(), 0) {
  std::uint32_t count = 0;
  for (const Span span : quoted_spans(document)) {
    if (!is_whole(document, span) || !has_verb(tagging, span.begin, span.end)) {
      continue;
    }
    std::fill(voices_.begin() + span.begin, voices_.begin() + span.end, ++count);
    if (const Span block = block_of(document, span.begin); span.end < block.end) {  // the mark that closes
      voices_[span.end] = count;
    }
  }
}

}  // namespace entente
